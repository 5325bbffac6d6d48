# shellcheck shell=bash
# Keeps one build per kernel release and version of these scripts in the cache.

# Sets BUILD to where the build for these scripts and the newest kernel is or will be; to nothing when there is no
# such kernel. Without package lists the newest build serves.
look_for_build() {
  local inputs kernel
  inputs=$(cat "$LAB"/host/{packages,build}.sh "$LAB"/guest/{init,smcnl.c} | sha256sum | cut -c1-12)
  kernel=$(newest_kernel)
  [ -n "$kernel" ] || kernel=$(builds_of "$inputs" | tail -1)
  [ -n "$kernel" ] || { refresh_lists; kernel=$(newest_kernel); }
  BUILD=${kernel:+$CACHE/$kernel-$inputs}
}

builds_of() { find "$CACHE" -maxdepth 1 -name "$SERIES.*-$1" -printf '%f\n' 2>/dev/null | sed "s/-$1\$//" | sort -V; }

setup() {
  local reason
  look_for_build
  reason=$(missing)
  [ -z "$reason" ] || fail "$CANNOT_BE_HAD" "$reason"
  mkdir -p "$CACHE"
  exec 9>"$CACHE/lock"
  flock --nonblock 9 || { say "waiting for another set-up"; flock 9; }
  install_lacking
  [ -d "$BUILD" ] || build_aside
  touch "$BUILD"
  exec 9>&-
}

install_lacking() {
  local lacking
  mapfile -t lacking < <(lacking_packages)
  [ ${#lacking[@]} -eq 0 ] || { say "install ${lacking[*]}"; install_packages "${lacking[@]}"; }
}

# Builds in a directory of its own, which is renamed when it is whole.
build_aside() (
  remove_old_builds
  work=$(mktemp -d "$CACHE/build.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  release=${BUILD##*/}
  cd "$work" || exit
  build "${release%-*}"
  mv -T "$work/result" "$BUILD"
  say "set up: $BUILD"
)

# A build not used for a month (other work trees may use theirs still), and what a killed set-up left behind.
remove_old_builds() {
  find "$CACHE" -maxdepth 1 -name "$SERIES.*" -mtime +30 -exec rm -r {} +
  find "$CACHE" -maxdepth 1 -name 'build.*' -exec rm -r {} +
}
