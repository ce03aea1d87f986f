# What fish offers at some command lines of ku-norm.
source completions/ku-norm.fish
set failed 0

# offers LINE EXPECTED...: completing the end of LINE offers these, in any order.
function offers
    set -l got (complete -C $argv[1] | string split -f 1 \t | sort | string join ' ')
    set -l expected (string join \n -- $argv[2..] | sort | string join ' ')
    if test "$got" != "$expected"
        echo "$argv[1]: expected '$expected', got '$got'"
        set -g failed 1
    end
end

offers 'ku-norm --profile st' standard
offers 'ku-norm --profile=st' --profile=standard
offers 'ku-norm -p st' standard
offers 'ku-norm --digits ' keep latin arabic persian
offers 'ku-norm -r +tat' +tatweel
offers 'ku-norm --rules=-tat' --rules=-tatweel
offers 'ku-norm -r +html,-kaf,-tat' +html,-kaf,-tatweel
offers 'ku-norm --nu' --null
exit $failed
