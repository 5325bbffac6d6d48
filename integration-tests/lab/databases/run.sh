# shellcheck shell=bash
# Runs one server in the foreground.

USER_NAME=test
PASSWORD=secret
DATABASE=test

# run NAME DIRECTORY ADDRESS PORT [WORD...]
run() {
  [ $# -ge 4 ] || { usage >&2; exit 2; }
  local name=$1 address=$3 port=$4 directory words=("${@:5}")
  [[ $name =~ ^(postgresql|mariadb|firebird)$ ]] || fail 2 "there is no server '$name': postgresql, mariadb and firebird"
  [ -d "$SERVERS" ] || setup
  mkdir -p "$2"
  directory=$(realpath "$2")
  # shellcheck source=/dev/null
  . "$LAB/databases/$name.sh"
  [ -n "$(ls -A "$directory")" ] || prepare_quietly
  command_line
  give_smc
  stay_with "${AS_USER[@]}" env "${ENVIRONMENT[@]}" "${SERVER[@]}" "${words[@]}"
}

# Ends the server when this script is ended, also by force.
stay_with() {
  local server status=0
  "$@" &
  server=$!
  trap 'kill -s $STOP_SIGNAL $server' TERM INT
  until wait $server; status=$?; ! kill -0 $server 2>/dev/null; do :; done
  exit $status
}

# What a server's file sets: how it is started, what it finds in its environment, and what ends it at once.
SERVER=() ENVIRONMENT=() STOP_SIGNAL=TERM
[ -z "$(ls "$SERVERS/root" 2>/dev/null)" ] ||
  ENVIRONMENT=("LD_LIBRARY_PATH=$(find "$SERVERS"/root/{,usr/}lib -maxdepth 1 -name '*-linux-gnu' | paste -sd :)")

# A server does not outlive this script.
AS_USER=(setpriv --pdeathsig KILL)

# The file or directory that fits a pattern, among the unpacked files or the installed ones.
file_of() {
  local found
  found=$(compgen -G "$SERVERS/root$1" || compgen -G "$1") || fail 1 "there is no $1, neither unpacked nor installed"
  tail -n 1 <<<"$found"
}

prepare_quietly() {
  local log
  log=$(prepare 2>&1) || fail 1 "preparing $directory failed: $log"
}

as_server() { "${AS_USER[@]}" env "${ENVIRONMENT[@]}" "$@"; }

give_smc() {
  if [ -d /proc/sys/net/smc ] && [ "${SMC_DATABASE_TCP:-}" != 1 ]; then ENVIRONMENT+=("LD_PRELOAD=$PRELOAD"); fi
}
