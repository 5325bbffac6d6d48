# shellcheck shell=bash disable=SC2154
FIREBIRD=$(file_of '/usr/lib/*/firebird/*/plugins')
FIREBIRD=${FIREBIRD%/plugins}
SECURITY=$(file_of '/usr/share/firebird/*/security.sql')

# FIREBIRD_BOOT_BUILD makes it look for everything below FIREBIRD, instead of where Debian's package was built for. The plugins
# are copied, because it does not take one that is a link.
ENVIRONMENT+=(FIREBIRD_BOOT_BUILD=1 "FIREBIRD=$directory" "FIREBIRD_LOCK=$directory" "FIREBIRD_TMP=$directory")

prepare() {
  cp -r "$FIREBIRD"/{plugins,intl,firebird.msg} "$(file_of '/etc/firebird/*/plugins.conf')" "$(file_of '/etc/firebird/*/fbintl.conf')" \
    "$directory" && : >"$directory/databases.conf" && : >"$directory/firebird.conf" &&
    isql <<<"CREATE DATABASE '$directory/security3.fdb'; IN $SECURITY; COMMIT; CREATE USER SYSDBA PASSWORD '$PASSWORD'; \
      CREATE USER $USER_NAME PASSWORD '$PASSWORD'; COMMIT;" &&
    isql <<<"CREATE DATABASE '$directory/test.fdb' USER '$USER_NAME' DEFAULT CHARACTER SET UTF8;"
}

isql() { as_server "$(file_of /usr/bin/isql-fb)" -q -user SYSDBA; }

command_line() {
  printf '%s\n' "RemoteBindAddress = $address" "RemoteServicePort = $port" >"$directory/firebird.conf"
  SERVER=("$(file_of /usr/sbin/firebird)")
}
