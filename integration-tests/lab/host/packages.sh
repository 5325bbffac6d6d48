# shellcheck shell=bash
# What the lab takes from Debian: tools that are installed, and packages that are only unpacked.

SERIES=6.12

# The package that brings each command or file; all but QEMU are on most machines already.
declare -A PACKAGE_OF=(
  [qemu-system-x86_64]=qemu-system-x86 [rdma]=iproute2 [setpriv]=util-linux [flock]=util-linux
  [gcc]=gcc [/usr/include/errno.h]=libc6-dev [make]=make [strip]=binutils [cpio]=cpio [xz]=xz-utils
)

# The packages of what this machine lacks.
lacking_packages() {
  local tool
  for tool in "${!PACKAGE_OF[@]}"; do
    command -v "$tool" >/dev/null || [ -e "$tool" ] || echo "${PACKAGE_OF[$tool]}"
  done | sort -u
}

apt() { DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@"; }

# The newest kernel of the series in the package lists, such as 6.12.117+deb12; nothing when they hold none.
newest_kernel() {
  command -v apt-cache >/dev/null || return 0
  apt-cache search --names-only "^linux-image-${SERIES//./\\.}\\.[0-9]+\\+deb[0-9]+-amd64\$" |
    sed -E 's/^linux-image-([^ ]+)-amd64 .*/\1/' | sort -V | tail -1
}

# A fresh container has no package lists.
refresh_lists() {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt update >/dev/null 2>&1 || true; fi
}

install_packages() {
  apt install -y --no-install-recommends "$@" >&2 ||
    fail "$CANNOT_BE_HAD" "apt-get could not install $* (its messages are above)"
}

# unpack DIRECTORY PACKAGE...: downloads packages and unpacks them below a directory, without installing them.
unpack() {
  local into=$1 deb; shift
  mkdir -p "$into/deb"
  (cd "$into/deb" && apt -o APT::Sandbox::User="$(id -un)" download "$@" >&2) ||
    fail "$CANNOT_BE_HAD" "apt-get could not download $* (its messages are above)"
  for deb in "$into"/deb/*.deb; do dpkg -x "$deb" "$into"; done
  rm -r "$into/deb"
}
