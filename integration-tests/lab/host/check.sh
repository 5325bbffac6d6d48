# shellcheck shell=bash
# Whether this machine can have the lab, and if not, why.

check() {
  local reason
  look_for_build
  reason=$(missing)
  [ -z "$reason" ] || { echo "$reason"; exit "$CANNOT_BE_HAD"; }
  if [ -d "$BUILD" ]; then echo "ready: $BUILD"; else echo "can be set up"; fi
}

# What this machine lacks, in one line; nothing when the lab is built or can be.
missing() {
  if [ "$(uname -s) $(uname -m)" != "Linux x86_64" ]; then
    echo "the lab needs Linux on x86-64, this is $(uname -s) on $(uname -m)"
  elif [ -n "$(lacking_packages)" ] && ! can_install; then
    echo "not installed: $(lacking_packages | paste -sd ' '); $(why_not_installed)"
  elif [ -z "$BUILD" ]; then
    echo "the package lists offer no linux-image-$SERIES.*-amd64 (those of Debian 12 and 13 do, security updates included)"
  fi
}

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && { offered || { refresh_lists; offered; }; }; }

offered() { lacking_packages | xargs apt-get install -qq --simulate >/dev/null 2>&1; }

why_not_installed() {
  if ! command -v apt-get >/dev/null; then
    echo "there is no apt-get to install it with"
  elif [ "$(id -u)" != 0 ]; then
    echo "only root can install it: apt-get install $(lacking_packages | paste -sd ' ')"
  else
    echo "the package lists do not offer it"
  fi
}
