# shellcheck shell=bash disable=SC2154
STOP_SIGNAL=INT # at SIGTERM it would wait for its clients
POSTGRES=$(file_of '/usr/lib/postgresql/*/bin/postgres')

# It refuses to be root. The capability lets nobody into directories that are root's own.
if [ "$(id -u)" = 0 ]; then
  AS_USER+=(--reuid=nobody --regid=nogroup --clear-groups --inh-caps=+dac_override --ambient-caps=+dac_override)
  chown nobody:nogroup "$directory"
fi

prepare() {
  echo $PASSWORD >"$directory/password"
  as_server "${POSTGRES%postgres}initdb" -D "$directory/data" -U $USER_NAME -A md5 --pwfile="$directory/password" \
    -E UTF8 --locale=C --no-sync &&
    echo 'host all all all md5' >>"$directory/data/pg_hba.conf" &&
    as_server "$POSTGRES" --single -D "$directory/data" postgres <<<"CREATE DATABASE $DATABASE"
}

# Throwaway data needs no fsync, and no socket file may be in the way of another server.
command_line() {
  SERVER=("$POSTGRES" -D "$directory/data" -c "listen_addresses=$address" -c "port=$port"
    -c unix_socket_directories= -c fsync=off -c max_connections=120)
}
