# shellcheck shell=bash
# Builds what a guest boots from in the current directory: result/ with kernel, initramfs, busybox and smcnl.

# Modules of Debian's kernel image, in the order in which the guest loads them.
MODULES=(failover net_failover virtio_net netfs 9pnet 9pnet_virtio 9p overlay
  crc32_generic ib_core ib_uverbs udp_tunnel ip6_udp_tunnel rdma_rxe tun veth)

# build RELEASE, such as 6.12.117+deb12
build() {
  mkdir result
  unpack_kernel "$1"
  compile "$1"
  pack_initramfs
}

unpack_kernel() {
  say "1/3 download kernel $1 and its sources (about 250 MB)"
  local image=linux-image-$1-amd64 version
  version=$(apt-cache show "$image" | sed -n 's/^Version: //p' | head -1)
  unpack root "$image=$version" "linux-source-$SERIES=$version" busybox-static \
    "linux-headers-$1-"{amd64,common}"=$version" "linux-kbuild-$1=$version"
  cp "root/boot/vmlinuz-$1-amd64" result/vmlinuz
  cp "$(one_file /bin/busybox)" result/busybox
}

# Debian leaves loopback-ism (CONFIG_SMC_LO) off; the one module is built again from Debian's own sources.
compile() {
  say "2/3 compile smc.ko with loopback-ism"
  local headers=root/usr/src/linux-headers-$1-amd64 source=linux-source-$SERIES/net/smc
  tar xJf "root/usr/src/linux-source-$SERIES.tar.xz" "$source"
  rm -f "$headers/vmlinux" # with it, the modules would get BTF, which takes pahole
  sed -i "s|/usr/src/|$PWD/root&|" "$headers/Makefile"
  {
    make -C "$headers" M="$PWD/$source" CONFIG_SMC=m CONFIG_SMC_DIAG=m CONFIG_SMC_LO=y KCFLAGS=-DCONFIG_SMC_LO=1 modules &&
      strip --strip-debug "$source/smc.ko" "$source/smc_diag.ko" &&
      gcc -O2 -Wall -Wextra -Werror -o result/smcnl "$LAB/guest/smcnl.c"
  } >log 2>&1 || { tail -n 40 log >&2; fail 1 "compiling failed (its last lines are above)"; }
  mkdir -p initramfs/modules
  mv "$source/smc.ko" "$source/smc_diag.ko" initramfs/modules
}

pack_initramfs() {
  say "3/3 pack the initramfs"
  local module
  mkdir -p initramfs/{bin,proc,sys,dev,lower,upper,newroot,modules/stock}
  for module in "${MODULES[@]}"; do unpack_module "$module" modules; done
  for module in smc smc_diag; do unpack_module $module modules/stock; done
  echo "${MODULES[*]}" >initramfs/modules/order
  cp result/busybox initramfs/bin
  install -m 755 "$LAB/guest/init" initramfs/init
  (cd initramfs && find . | cpio --quiet -o -H newc | gzip -1) >result/initramfs
}

unpack_module() { xz -dc "$(one_file "/$1.ko.xz")" >"initramfs/$2/$1.ko"; }

# The file below root whose path ends so; Debian 13 keeps under usr/ what Debian 12 has at the top.
one_file() {
  local file
  file=$(find root -type f -path "*$1" -print -quit)
  [ -n "$file" ] || fail 1 "the kernel's packages hold no file $1"
  echo "$file"
}
