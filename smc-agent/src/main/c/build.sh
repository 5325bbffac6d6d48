#!/bin/sh
# Builds the library that `smc4j run` preloads, for the machine it runs on: build.sh OUTPUT
#
# It is linked against nothing: its few symbols are in every C library, so one file serves glibc and musl.
set -eu
output=$1
sources=$(dirname "$0")
cc=${CC:-gcc}

# The folder carries the JDK's name of the architecture (os.arch), which differs from the kernel's only here.
arch=$(uname -m)
[ "$arch" != x86_64 ] || arch=amd64

if [ "$(uname -s)" != Linux ] || ! command -v "$cc" >/dev/null; then
  echo "[WARNING] smc4j: without Linux and a C compiler '$cc' the jar holds no library for smc4j run to preload"
  exit 0
fi

mkdir -p "$output/linux-$arch"
"$cc" -std=c11 -O2 -Wall -Wextra -Werror -fvisibility=hidden -fPIC -shared -nostdlib \
  -Wl,-z,relro,-z,now,-z,noexecstack -Wl,--as-needed ${CFLAGS:-} \
  -o "$output/linux-$arch/libsmc4j-preload.so" "$sources"/*.c
