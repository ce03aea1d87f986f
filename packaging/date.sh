# Sourced. Sets SOURCE_DATE_EPOCH to the time of the commit; outside a repository, to that of the changelog, which a
# source tarball keeps.
: "${SOURCE_DATE_EPOCH:=$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)}"
export SOURCE_DATE_EPOCH
