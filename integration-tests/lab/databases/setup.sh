# shellcheck shell=bash
# Keeps the servers' files in the cache: SERVERS/root as the packages have them, and the library that gives them SMC.

PRELOAD_SOURCE=$LAB/../src/test/c/socket_to_smc.c
SERVERS=$CACHE/databases-$(cat "$LAB"/host/packages.sh "$LAB"/databases/setup.sh "$PRELOAD_SOURCE" | sha256sum | cut -c1-12)
PRELOAD=$SERVERS/socket_to_smc.so

check() {
  local reason
  reason=$(missing)
  [ -z "$reason" ] || { echo "$reason"; exit "$CANNOT_BE_HAD"; }
  if [ -d "$SERVERS" ]; then echo "ready: $SERVERS"; else echo "can be set up"; fi
}

# What this machine lacks, in one line; nothing when the servers are there or can be.
missing() {
  if [ -d "$SERVERS" ]; then
    return
  elif ! command -v apt-get >/dev/null; then
    echo "the database servers come from Debian's packages, and there is no apt-get"
  elif ! command -v gcc >/dev/null; then
    echo "not installed: gcc"
  elif [ "$(packages | wc -l)" != 3 ]; then
    refresh_lists
    [ "$(packages | wc -l)" = 3 ] || echo "the package lists offer no PostgreSQL, MariaDB or Firebird server"
  fi
}

packages() { newest 'postgresql-[0-9]+'; newest 'mariadb-server-core'; newest 'firebird3\.0-server'; }

newest() { apt-cache search --names-only "^$1\$" | cut -d' ' -f1 | sort -V | tail -1; }

setup() {
  local reason
  mkdir -p "$CACHE"
  exec 9>"$CACHE/lock"
  flock --nonblock 9 || { say "waiting for another set-up"; flock 9; }
  reason=$(missing)
  [ -z "$reason" ] || fail "$CANNOT_BE_HAD" "$reason"
  [ -d "$SERVERS" ] || build_aside
  touch "$SERVERS"
  exec 9>&-
}

# Builds in a directory of its own, which is renamed when it is whole.
build_aside() (
  say "unpack PostgreSQL, MariaDB and Firebird (about 15 MB to download)"
  find "$CACHE" -maxdepth 1 -name 'databases-*' -mtime +30 -exec rm -r {} + # other work trees may use theirs still
  work=$(mktemp -d "$CACHE/databases-new.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  cd "$work" || exit
  lacking=$(lacking_servers) || fail "$CANNOT_BE_HAD" "apt-get cannot have the servers' packages (its messages are above)"
  mkdir root
  # shellcheck disable=SC2086
  [ -z "$lacking" ] || unpack root $lacking
  gcc -O2 -Wall -Wextra -Werror -shared -fPIC -o socket_to_smc.so "$PRELOAD_SOURCE"
  chmod 755 .
  mv -T "$work" "$SERVERS"
)

# The servers' packages, and what they depend on, as far as they are not installed. Nothing is upgraded.
lacking_servers() {
  packages | DEBIAN_FRONTEND=noninteractive xargs apt-get install -qq --simulate --no-install-recommends --no-upgrade |
    sed -n 's/^Inst \([^ ]*\) .*/\1/p'
}
