/*
 * Listens as programs do, and tells what came of it:
 *   listener serve ADDRESS    waits with epoll from before it is bound, and with poll for the data of a client
 *   listener options ADDRESS  sets options, and shows them when it is bound
 *   listener again ADDRESS    is bound to loopback first
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define LIMIT 30000       /* ms that an answer may take */
#define UNTIL_WAITING 500 /* ms until data come, for the server to be waiting for them by then */

union address {
  struct sockaddr any;
  struct sockaddr_in ipv4;
  struct sockaddr_in6 ipv6;
};

/* An IPv4 address on an IPv6 socket is in its v4-mapped form. */
static union address parse(const char *text) {
  union address address = {.ipv4 = {.sin_family = AF_INET}};
  if (inet_pton(AF_INET, text, &address.ipv4.sin_addr) != 1) {
    address = (union address){.ipv6 = {.sin6_family = AF_INET6}};
    if (inet_pton(AF_INET6, text, &address.ipv6.sin6_addr) != 1) {
      address.any.sa_family = AF_UNSPEC;
    }
  }
  return address;
}

static const char *protocol(int fd) {
  int value = -1;
  socklen_t size = sizeof(value);
  getsockopt(fd, SOL_SOCKET, SO_PROTOCOL, &value, &size);
  return value == IPPROTO_TCP ? "TCP" : value == 256 ? "IPPROTO_SMC" : value == 0 || value == 1 ? "AF_SMC" : "other";
}

static int fail(const char *what) {
  perror(what);
  return 1;
}

/* Answers one byte of one connection, which it waits for without a limit, as servers do. */
static void *answer(void *waiting) {
  int epoll = *(int *)waiting;
  struct epoll_event ready = {.events = 0};
  while (!(ready.events & EPOLLIN)) { /* what does not listen yet is hung up */
    if (epoll_wait(epoll, &ready, 1, -1) < 0) {
      perror("epoll_wait");
    }
  }
  struct pollfd data = {.fd = accept(ready.data.fd, NULL, NULL), .events = POLLIN};
  char byte;
  if (poll(&data, 1, -1) != 1 || recv(data.fd, &byte, 1, 0) != 1 || send(data.fd, &byte, 1, 0) != 1) {
    perror("answer");
  }
  return NULL;
}

static int ask(union address address) {
  int fd = socket(address.any.sa_family, SOCK_STREAM, 0);
  if (connect(fd, &address.any, sizeof(address)) < 0) {
    return fail("connect");
  }
  usleep(UNTIL_WAITING * 1000);
  if (send(fd, "x", 1, 0) != 1) {
    return fail("send");
  }
  struct pollfd data = {.fd = fd, .events = POLLIN};
  puts(poll(&data, 1, LIMIT) == 1 ? "answered" : "not answered");
  return 0;
}

static int serve(union address address) {
  int fd = socket(address.any.sa_family, SOCK_STREAM, 0), epoll = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
  socklen_t size = sizeof(address);
  pthread_t server;
  if (epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) < 0 || bind(fd, &address.any, sizeof(address)) < 0 ||
      listen(fd, 1) < 0 || getsockname(fd, &address.any, &size) < 0) {
    return fail("listen");
  }
  if (pthread_create(&server, NULL, answer, &epoll)) {
    return fail("pthread_create");
  }
  printf("%s: ", protocol(fd));
  return ask(address);
}

static const struct option {
  const char *text;
  int level, name, value, more;
  socklen_t size;
} options[] = {
#define OPTION(level, name, value) {#name, level, name, value, 0, sizeof(int)}
    OPTION(SOL_SOCKET, SO_REUSEADDR, 1),
    OPTION(SOL_SOCKET, SO_REUSEPORT, 1),
    OPTION(SOL_SOCKET, SO_KEEPALIVE, 1),
    OPTION(SOL_SOCKET, SO_OOBINLINE, 1),
    OPTION(SOL_SOCKET, SO_PRIORITY, 5),
    OPTION(SOL_SOCKET, SO_MARK, 7),
    OPTION(SOL_SOCKET, SO_RCVLOWAT, 2),
    OPTION(SOL_SOCKET, SO_SNDBUF, 50000),
    OPTION(SOL_SOCKET, SO_RCVBUF, 60000),
    {"SO_LINGER", SOL_SOCKET, SO_LINGER, 1, 7, 2 * sizeof(int)},
    OPTION(IPPROTO_IP, IP_TTL, 33),
    OPTION(IPPROTO_IP, IP_MINTTL, 3),
    OPTION(IPPROTO_IP, IP_FREEBIND, 1),
    OPTION(IPPROTO_IP, IP_TRANSPARENT, 1),
    OPTION(IPPROTO_IP, IP_TOS, 0x48),
    OPTION(IPPROTO_IPV6, IPV6_V6ONLY, 1),
    OPTION(IPPROTO_IPV6, IPV6_TCLASS, 0x28),
    OPTION(IPPROTO_IPV6, IPV6_UNICAST_HOPS, 44),
    OPTION(IPPROTO_TCP, TCP_NODELAY, 1),
    OPTION(IPPROTO_TCP, TCP_MAXSEG, 1200),
    OPTION(IPPROTO_TCP, TCP_KEEPIDLE, 11),
    OPTION(IPPROTO_TCP, TCP_KEEPINTVL, 12),
    OPTION(IPPROTO_TCP, TCP_KEEPCNT, 4),
    OPTION(IPPROTO_TCP, TCP_SYNCNT, 3),
    OPTION(IPPROTO_TCP, TCP_LINGER2, 13),
    OPTION(IPPROTO_TCP, TCP_DEFER_ACCEPT, 7),
    OPTION(IPPROTO_TCP, TCP_USER_TIMEOUT, 9000),
    OPTION(IPPROTO_TCP, TCP_NOTSENT_LOWAT, 4096),
    {"TCP_CONGESTION", IPPROTO_TCP, TCP_CONGESTION, 'r' | 'e' << 8 | 'n' << 16 | 'o' << 24, 0, 2 * sizeof(int)},
};

#define OPTIONS (sizeof(options) / sizeof(options[0]))

static int show_options(union address address) {
  int set[OPTIONS];
  int fd = socket(address.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  for (size_t i = 0; i < OPTIONS; i++) {
    set[i] = setsockopt(fd, options[i].level, options[i].name, &options[i].value, options[i].size) == 0;
  }
  if (bind(fd, &address.any, sizeof(address)) < 0) {
    return fail("bind");
  }
  printf("%s descriptor=%x status=%x\n", protocol(fd), fcntl(fd, F_GETFD), fcntl(fd, F_GETFL));
  for (size_t i = 0; i < OPTIONS; i++) {
    int value[2] = {0, 0};
    socklen_t size = options[i].size;
    getsockopt(fd, options[i].level, options[i].name, value, &size);
    printf("%s%s=%x,%x\n", options[i].text, set[i] ? "" : " refused", value[0], value[1]);
  }
  return 0;
}

static int bind_again(union address address) {
  union address loopback = parse(address.any.sa_family == AF_INET ? "127.0.0.1" : "::1");
  int fd = socket(address.any.sa_family, SOCK_STREAM, 0);
  if (bind(fd, &loopback.any, sizeof(loopback)) < 0) {
    return fail("bind");
  }
  const char *second = bind(fd, &address.any, sizeof(address)) == 0 ? "done" : strerror(errno);
  printf("%s: %s\n", protocol(fd), second);
  return 0;
}

int main(int count, char **word) {
  union address address = parse(count == 3 ? word[2] : "");
  if (address.any.sa_family == AF_UNSPEC) {
    fprintf(stderr, "usage: listener serve|options|again ADDRESS\n");
    return 2;
  }
  return !strcmp(word[1], "serve") ? serve(address) : !strcmp(word[1], "again") ? bind_again(address) : show_options(address);
}
