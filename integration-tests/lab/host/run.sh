# shellcheck shell=bash
# Runs a script in one guest or in two.

run() {
  local processors=(-accel 'tcg,thread=multi' -smp "${SMC_LAB_CPUS:-1}")
  if [ "${1:-}" = --icount ]; then
    processors=(-accel 'tcg,thread=single' -icount 'shift=0,sleep=off' -smp 1)
    shift
  fi
  open_lab "$@"
  until_up one "${processors[@]}" -m "${SMC_LAB_MEMORY:-6G}"
}

# one QEMU-ARGUMENTS...
one() {
  start 1 "$@"
  follow 1
  finish 1
}

pair() {
  local processors=(-accel 'tcg,thread=multi' -smp "${SMC_LAB_CPUS:-1}" -m "${SMC_LAB_MEMORY:-4G}")
  open_lab "$@"
  until_up two "${processors[@]}"
}

# two QEMU-ARGUMENTS...
two() {
  start 1 "$@" -netdev "$(link 1 2)" -device "$(nic 1)"
  start 2 "$@" -netdev "$(link 2 1)" -device "$(nic 2)"
  follow 1 > >(sed -u 's/^/node 1: /')
  follow 2 > >(sed -u 's/^/node 2: /')
  local status=0
  finish 1 || status=$?
  finish 2 || [ $status -ne 0 ] || status=$?
  return $status
}

# until_up COMMAND...: runs guests, and once more where one's kernel died while booting: an emulated one rarely does.
until_up() {
  local status=0
  "$@" || status=$?
  if [ $status -eq 125 ] && ! are_up; then
    say "once more, because a guest's kernel has not come up"
    status=0
    "$@" || status=$?
  fi
  return $status
}

are_up() {
  local node
  for node in "${!GUESTS[@]}"; do [ -e "$SCRATCH/$node/share/up" ] || return; done
}

# open_lab SCRIPT [ARGS]: set-up, and a scratch directory that goes, with the guests, when this script ends.
open_lab() {
  if ! [[ -f ${1:-} && -r $1 ]]; then
    fail 2 "cannot read the script file '${1:-}'; usage: smc-lab run|pair SCRIPT [ARGS]"
  fi
  JOB=("$@")
  SMC_LAB_OUT=${SMC_LAB_OUT:+$(realpath "$SMC_LAB_OUT")}
  setup
  SCRATCH=$(mktemp -d -t smc-lab.XXXXXX)
  GUESTS=() FOLLOWERS=()
  trap close_lab EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

close_lab() {
  [ ${#GUESTS[@]} -eq 0 ] || kill "${GUESTS[@]}" 2>/dev/null || true
  wait
  rm -rf "$SCRATCH"
}

# start NODE QEMU-ARGUMENTS...
start() {
  local node=$1; shift
  prepare "$node" "$SCRATCH/$node" "${JOB[@]}"
  boot "$SCRATCH/$node" "$@" &
  GUESTS[node]=$!
}

# follow NODE: copies the script's output here, in the background, until the guest has ended.
follow() {
  tail --pid="${GUESTS[$1]}" --sleep-interval=0.2 --lines=+1 --follow "$SCRATCH/$1/share/log" &
  FOLLOWERS[$1]=$!
}

finish() {
  local status=0
  wait "${GUESTS[$1]}" || status=$?
  wait "${FOLLOWERS[$1]}"
  outcome "$1" "$SCRATCH/$1" $status
}

# The Ethernet link: datagrams between two sockets in the scratch directory, so no port can be taken.
link() {
  echo "dgram,id=link,local.type=unix,local.path=$SCRATCH/link$1,remote.type=unix,remote.path=$SCRATCH/link$2"
}

nic() { echo "virtio-net-pci,netdev=link,mac=52:54:00:00:00:0$1,host_mtu=4200"; }
