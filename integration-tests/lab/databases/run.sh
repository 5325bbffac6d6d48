# shellcheck shell=bash
# Runs one server in the foreground.

USER_NAME=test
PASSWORD=secret
DATABASE=test

# What a server's file sets: how it is started, what it finds in its environment, and what ends it at once. A server
# does not outlive this script.
SERVER=() ENVIRONMENT=() STOP_SIGNAL=TERM
AS_USER=(setpriv --pdeathsig KILL)

# run NAME DIRECTORY ADDRESS PORT [WORD...]
run() {
  [ $# -ge 4 ] || { usage >&2; exit 2; }
  local name=$1 address=$3 port=$4 directory words=("${@:5}")
  [[ $name =~ ^(postgresql|mariadb|firebird)$ ]] || fail 2 "there is no server '$name': postgresql, mariadb and firebird"
  [ -d "$SERVERS" ] || setup
  mkdir -p "$2"
  directory=$(realpath "$2")
  find_libraries
  # shellcheck source=/dev/null
  . "$LAB/databases/$name.sh"
  [ -e "$directory/prepared" ] || prepare_whole
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

# The unpacked libraries, which are nowhere that the dynamic linker looks.
find_libraries() {
  local folders
  folders=$(compgen -G "$SERVERS/root/lib/*-linux-gnu" || true; compgen -G "$SERVERS/root/usr/lib/*-linux-gnu" || true)
  [ -z "$folders" ] || ENVIRONMENT+=("LD_LIBRARY_PATH=$(paste -sd : <<<"$folders")")
}

# The file or directory that fits a pattern, among the unpacked files or the installed ones.
file_of() {
  local found
  found=$(compgen -G "$SERVERS/root$1" || compgen -G "$1") || fail 1 "there is no $1, neither unpacked nor installed"
  tail -n 1 <<<"$found"
}

# A directory that was not prepared to the end is not for use.
prepare_whole() {
  local log
  [ -z "$(ls -A "$directory")" ] || fail 1 "$directory is neither empty nor a server's of this script"
  log=$(prepare 2>&1) || fail 1 "preparing $directory failed: $log"
  touch "$directory/prepared"
}

as_server() { "${AS_USER[@]}" env "${ENVIRONMENT[@]}" "$@"; }

give_smc() {
  if [ -d /proc/sys/net/smc ] && [ "${SMC_DATABASE_TCP:-}" != 1 ]; then ENVIRONMENT+=("LD_PRELOAD=$PRELOAD"); fi
}
