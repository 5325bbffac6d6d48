# shellcheck shell=bash disable=SC2154
MARIADBD=$(file_of /usr/sbin/mariadbd)
TABLES=$(file_of '/usr/share/m*/m*_system_tables.sql')

prepare() {
  command_line
  as_server mkdir "$directory/data" && bootstrap_sql | as_server "${SERVER[@]}" --bootstrap
}

bootstrap_sql() {
  printf '%s\n' 'CREATE DATABASE mysql;' 'USE mysql;' 'SET @auth_root_socket=NULL;' 'SET @skip_auth_anonymous=1;'
  cat "$TABLES" "${TABLES%.sql}_data.sql"
  printf '%s\n' 'FLUSH PRIVILEGES;' "CREATE DATABASE $DATABASE;" "CREATE USER $USER_NAME@'%' IDENTIFIED BY '$PASSWORD';" \
    "GRANT ALL ON *.* TO $USER_NAME@'%';"
}

command_line() {
  SERVER=("$MARIADBD" --no-defaults "--user=$(id -un)" "--basedir=${MARIADBD%/sbin/mariadbd}" "--lc-messages-dir=${TABLES%/*}"
    "--character-sets-dir=${TABLES%/*}/charsets" "--datadir=$directory/data" "--tmpdir=$directory/data"
    "--socket=$directory/data/socket" "--pid-file=$directory/data/pid" "--bind-address=$address" "--port=$port"
    --innodb-log-file-size=16M --innodb-flush-log-at-trx-commit=0 --skip-name-resolve
    --max-allowed-packet=256M)
}
