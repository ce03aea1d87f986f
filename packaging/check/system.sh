# Sourced inside a bare system.

install_packages() { apt-get install -qq -y --no-install-recommends "$@" >/dev/null; }

# All files but those in which apt, dpkg, ldconfig and man keep their books, and all packages.
list_system() {
  find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /tmp -o -path /root -o -path /run -o -path /var/cache \
    -o -path /var/lib/apt -o -path /var/lib/dpkg -o -path /var/log -o -path /etc/ld.so.cache \) -prune -o -print | LC_ALL=C sort
  dpkg-query -W -f='${Package} ${Version} ${db:Status-Status}\n'
}

# remove_without_trace PACKAGE…: removes them, and what was installed with them, and compares with /tmp/before.
remove_without_trace() {
  apt-get purge -qq -y --autoremove "$@" >/dev/null
  list_system >/tmp/after
  diff /tmp/before /tmp/after
  echo "removed without a trace: $*"
}
