# Sourced. Bare Debian systems to check in.

# make_root ROOT CODENAME MIRROR
make_root() {
  rm -rf --one-file-system "$1"
  debootstrap --variant=minbase "$2" "$1" "$3" >"$1.debootstrap.log" 2>&1
}

# in_root ROOT COMMAND…: runs the command there, with /proc and /dev of its own, which are gone when it has ended.
in_root() {
  # shellcheck disable=SC2016  # expanded by the inner shell
  unshare --mount --pid --fork --kill-child --propagation private bash -euc '
    root=$1
    shift
    mount -t proc proc "$root/proc"
    mount -t tmpfs -o mode=755 tmpfs "$root/dev"
    cd "$root/dev"
    mknod -m 666 null c 1 3
    mknod -m 666 zero c 1 5
    mknod -m 666 full c 1 7
    mknod -m 666 random c 1 8
    mknod -m 666 urandom c 1 9
    mknod -m 666 tty c 5 0
    mkdir pts
    mkdir -m 1777 shm
    mount -t devpts -o newinstance,ptmxmode=0666 devpts pts
    ln -s pts/ptmx ptmx
    ln -s /proc/self/fd fd
    ln -s fd/0 stdin
    ln -s fd/1 stdout
    ln -s fd/2 stderr
    cd /
    exec chroot "$root" env -i HOME=/root LANG=C.UTF-8 TERM=dumb DEBIAN_FRONTEND=noninteractive \
      PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@" </dev/null' in_root "$@"
}
