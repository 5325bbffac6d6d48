#!/bin/sh
# Builds the native library for the machine it runs on: build.sh JAVA_HOME HEADERS OUTPUT
#
# It is linked against nothing: its few symbols are in every C library a JVM can run on, so one file serves glibc and musl.
set -eu
java_home=$1 headers=$2 output=$3
sources=$(dirname "$0")
cc=${CC:-gcc}

# The folder carries the JDK's name of the architecture (os.arch), which differs from the kernel's only here.
arch=$(uname -m)
[ "$arch" != x86_64 ] || arch=amd64

if [ "$(uname -s)" != Linux ]; then
  echo "[WARNING] smc4j: no native library is built on $(uname -s); everything runs on TCP there"
  exit 0
fi
if ! command -v "$cc" >/dev/null; then
  echo "[WARNING] smc4j: no C compiler '$cc' found, so the jar holds no native library and everything runs on TCP;" \
    "install gcc or name a compiler in CC"
  exit 0
fi

mkdir -p "$output/linux-$arch"
"$cc" -std=c11 -O2 -Wall -Wextra -Werror -fvisibility=hidden -fPIC -shared -nostdlib \
  -Wl,-z,relro,-z,now,-z,noexecstack -Wl,--as-needed ${CFLAGS:-} \
  -I"$java_home/include" -I"$java_home/include/linux" -I"$headers" \
  -o "$output/linux-$arch/libsmc4j.so" "$sources/kernel.c" "$sources/jdk.c" "$sources/process.c"
