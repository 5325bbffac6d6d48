/*
 * LD_PRELOAD: gives a program that asks for a TCP socket an SMC socket. It is linked against nothing and keeps no state but
 * one flag, so it may be called by any thread at any time.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "addresses.h"
#include "revert.h"
#include "settings.h"

/* Older C libraries have it in a library of its own, which not every program is linked with. */
#pragma weak dlsym

#define EXPORT __attribute__((visibility("default")))

#define TYPE_MASK 0xf /* the rest of a type are flags */
#define SMCPROTO_SMC 0
#define SMCPROTO_SMC6 1
#define PROTOCOL_SMC 256

static atomic_bool aside;

/* What a program would have called without this library, or NULL where only the kernel can tell. */
static void *next(const char *function) { return dlsym ? dlsym(RTLD_NEXT, function) : NULL; }

static int next_socket(int domain, int type, int protocol) {
  int (*function)(int, int, int) = (int (*)(int, int, int))next("socket");
  return function ? function(domain, type, protocol) : (int)syscall(SYS_socket, domain, type, protocol);
}

static int next_connect(int fd, const struct sockaddr *to, socklen_t size) {
  int (*function)(int, const struct sockaddr *, socklen_t) =
      (int (*)(int, const struct sockaddr *, socklen_t))next("connect");
  return function ? function(fd, to, size) : (int)syscall(SYS_connect, fd, to, size);
}

static int next_bind(int fd, const struct sockaddr *local, socklen_t size) {
  int (*function)(int, const struct sockaddr *, socklen_t) =
      (int (*)(int, const struct sockaddr *, socklen_t))next("bind");
  return function ? function(fd, local, size) : (int)syscall(SYS_bind, fd, local, size);
}

/* IPPROTO_SMC first: options are set later, and AF_SMC refuses SO_REUSEPORT. */
static int smc_socket(int domain, int type) {
  enum family family = family_setting();
  int fd = -1;
  if (family != AF_SMC_ONLY) {
    fd = next_socket(domain, type, PROTOCOL_SMC);
  }
  if (fd < 0 && family != IPPROTO_SMC_ONLY) {
    fd = next_socket(AF_SMC, type, domain == AF_INET6 ? SMCPROTO_SMC6 : SMCPROTO_SMC);
  }
  return fd;
}

/* A size that the kernel does not take costs nobody the socket. */
static void set_buffers(int fd) {
  int send = send_buffer_setting(), receive = receive_buffer_setting();
  if (send > 0) {
    (void)setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &send, sizeof(send));
  }
  if (receive > 0) {
    (void)setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &receive, sizeof(receive));
  }
}

static int is_tcp(int domain, int type, int protocol) {
  return (domain == AF_INET || domain == AF_INET6) && (type & TYPE_MASK) == SOCK_STREAM &&
         (protocol == 0 || protocol == IPPROTO_TCP);
}

EXPORT int socket(int domain, int type, int protocol) {
  int before = errno;
  enum mode mode = mode_setting();
  if (mode == OFF || !is_tcp(domain, type, protocol) || atomic_load(&aside)) {
    return next_socket(domain, type, protocol);
  }
  int fd = smc_socket(domain, type);
  if (fd < 0 && mode == REQUIRE) {
    return fd;
  }
  if (fd >= 0) {
    set_buffers(fd);
  }
  errno = before;
  return fd < 0 ? next_socket(domain, type, protocol) : fd;
}

static int option(int fd, int name) {
  int value = -1;
  socklen_t size = sizeof(value);
  return getsockopt(fd, SOL_SOCKET, name, &value, &size) < 0 ? -1 : value;
}

/* The Internet domain of an SMC socket, or -1 for any other. */
static int smc_domain(int fd) {
  int domain = option(fd, SO_DOMAIN), protocol = option(fd, SO_PROTOCOL);
  if (domain == AF_SMC) {
    return protocol == SMCPROTO_SMC6 ? AF_INET6 : AF_INET;
  }
  return protocol == PROTOCOL_SMC ? domain : -1;
}

static bool is_to_leave_smc(int fd, const struct sockaddr *address, socklen_t size) {
  return mode_setting() == PREFER && !public_addresses_setting() && !atomic_load(&aside) && is_public(address, size) &&
         smc_domain(fd) >= 0;
}

/*
 * smc_setsockopt in net/smc/af_smc.c has a socket carry on with TCP for this option, whatever its value. That keeps the
 * socket, with its descriptors in other processes, and is enough for a connection that is made. Where it is refused, the
 * socket stays what it is.
 */
EXPORT int connect(int fd, const struct sockaddr *to, socklen_t size) {
  int before = errno;
  if (is_to_leave_smc(fd, to, size)) {
    int off = 0;
    (void)setsockopt(fd, IPPROTO_TCP, TCP_FASTOPEN_NO_COOKIE, &off, sizeof(off));
  }
  errno = before;
  return next_connect(fd, to, size);
}

/*
 * Falling back is not enough for a listener: who waits for data of the connections that it accepts is never woken, because
 * they take over the callbacks of the fallback but not what these look for (smc_fback_data_ready in net/smc/af_smc.c).
 */
EXPORT int bind(int fd, const struct sockaddr *local, socklen_t size) {
  int before = errno;
  if (is_to_leave_smc(fd, local, size)) {
    int tcp = next_socket(smc_domain(fd), SOCK_STREAM | SOCK_CLOEXEC, IPPROTO_TCP);
    if (tcp >= 0) {
      (void)revert(fd, tcp);
      (void)close(tcp);
    }
  }
  errno = before;
  return next_bind(fd, local, size);
}

/* For a JVM, whose agent decides with the whole policy. */
EXPORT void smc4j_preload_stand_aside(void) { atomic_store(&aside, true); }
