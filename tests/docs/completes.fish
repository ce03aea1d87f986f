# What fish offers at the command lines of completions.tsv, and at some where it differs from the other shells.
for file in completions/*.fish
    source $file
end
set failed 0

# offers LINE EXPECTED...: completing the end of LINE offers these, in any order.
function offers
    # With "--option=", fish offers the whole word; a folder ends in a slash.
    set -l got (complete -C $argv[1] | string split -f 1 \t | string replace -r '^--[a-z-]*=' '' |
        string trim -r -c / | sort | string join ' ')
    set -l expected (string join \n -- $argv[2..] | sort | string join ' ')
    if test "$got" != "$expected"
        echo "$argv[1]: expected '$expected', got '$got'"
        set -g failed 1
    end
end

while read -l -d \t line expected
    string match -q '#*' -- $line; and continue
    offers $line (string split -n ' ' -- $expected)
end <tests/docs/completions.tsv

offers 'ku-norm --nu' --null
exit $failed
