# shellcheck shell=bash
# One guest: what it reads when it starts, the QEMU process, and how it ended.

TIMEOUT=${SMC_LAB_TIMEOUT:-900}

# Old on purpose, because what makes a real processor faster (AVX, five levels of page tables) can take an emulated one
# longer: docs/decisions.md. Without rdrand the kernel has no random numbers yet when the tests begin.
PROCESSOR=Nehalem,+rdrand

# prepare NODE DIRECTORY JOB...: fills the share that the guest mounts at /run/smc-lab.
prepare() {
  local SMC_LAB_NODE=$1 share=$2/share; shift 2
  local JOB=("$@") DIRECTORY=$PWD NO_UEID=${SMC_LAB_NO_UEID:-}
  export SMC_LAB_NODE
  mkdir -p "$share"
  cp "$LAB/guest/start" "$BUILD/smcnl" "$BUILD/busybox" "$share"
  rm -f "$share/up"
  : >"$share/log"
  declare -p JOB DIRECTORY NO_UEID SMC_LAB_NODE SMC_LAB_OUT PATH HOME ${JAVA_HOME+JAVA_HOME} >"$share/job"
}

# boot DIRECTORY QEMU-ARGUMENTS...: becomes QEMU, which ends with this script however that ends.
boot() {
  local directory=$1 append="console=ttyS0 quiet panic=-1 mitigations=off"; shift
  [ -z "${SMC_LAB_STOCK:-}" ] || append+=" smc_lab.stock"
  [ -z "$SMC_LAB_OUT" ] || set -- "$@" -virtfs "$(share out "$SMC_LAB_OUT")"
  exec setpriv --pdeathsig KILL timeout --kill-after=10 "$TIMEOUT" setpriv --pdeathsig KILL \
    qemu-system-x86_64 -cpu "$PROCESSOR" -nodefaults -display none -no-reboot -serial "file:$directory/console" \
    -kernel "$BUILD/vmlinuz" -initrd "$BUILD/initramfs" -append "$append" \
    -virtfs "$(share host /),readonly=on,multidevs=remap" -virtfs "$(share lab "$directory/share")" \
    "$@" </dev/null >"$directory/qemu" 2>&1
}

# QEMU reads a comma in a path when it is doubled.
share() { echo "local,mount_tag=$1,path=${2//,/,,},security_model=none"; }

# outcome NODE DIRECTORY STATUS: the script's exit status, or what happened instead of it. STATUS is timeout's.
outcome() {
  local status=125
  [ ! -s "$2/share/status" ] || return "$(cat "$2/share/status")"
  if [ "$3" = 124 ]; then
    say "node $1: stopped, no end within $TIMEOUT s (SMC_LAB_TIMEOUT)"
    status=124
  else
    say "node $1: the guest ended without a result (QEMU's exit status is $3)"
  fi
  say "the last lines of its console:"
  tail -n 40 "$2/console" "$2/qemu" >&2 || true
  return $status
}
