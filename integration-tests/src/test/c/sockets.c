/*
 * Opens sockets as programs do, and tells what they are:
 *   sockets kinds             one of every kind
 *   sockets threads N         N threads that open and close TCP sockets all at once
 *   sockets bind ADDRESS      a TCP socket that is bound to an address
 *   sockets connect ADDRESS   one that connects to a port of it where nobody listens
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define UNTOUCHED 4711
#define ROUNDS 300

struct kind {
  const char *name;
  int domain, type, protocol;
};

static int option(int fd, int name) {
  int value = -1;
  socklen_t size = sizeof(value);
  return getsockopt(fd, SOL_SOCKET, name, &value, &size) < 0 ? -1 : value;
}

static const char *nature(int fd) {
  switch (option(fd, SO_PROTOCOL)) {
    case 0: return option(fd, SO_DOMAIN) == AF_SMC ? "AF_SMC" : "other";
    case 1: return option(fd, SO_DOMAIN) == AF_SMC ? "AF_SMC" : "other";
    case IPPROTO_TCP: return "TCP";
    case 256: return "IPPROTO_SMC";
    default: return "other";
  }
}

static void show(const struct kind *kind) {
  errno = UNTOUCHED;
  int fd = socket(kind->domain, kind->type, kind->protocol), error = errno;
  if (fd < 0) {
    printf("%s: %s\n", kind->name, strerror(error));
    return;
  }
  printf("%s: %s%s%s%s send=%d receive=%d\n", kind->name, nature(fd), fcntl(fd, F_GETFD) & FD_CLOEXEC ? " cloexec" : "",
         fcntl(fd, F_GETFL) & O_NONBLOCK ? " nonblock" : "", error == UNTOUCHED ? "" : " errno", option(fd, SO_SNDBUF),
         option(fd, SO_RCVBUF));
  close(fd);
}

static int kinds(void) {
  const struct kind all[] = {
      {"tcp4", AF_INET, SOCK_STREAM, 0},
      {"tcp4 by name", AF_INET, SOCK_STREAM, IPPROTO_TCP},
      {"tcp6", AF_INET6, SOCK_STREAM, 0},
      {"tcp6 with flags", AF_INET6, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_TCP},
      {"udp4", AF_INET, SOCK_DGRAM, 0},
      {"udp6", AF_INET6, SOCK_DGRAM, 0},
      {"unix", AF_UNIX, SOCK_STREAM, 0},
      {"netlink", AF_NETLINK, SOCK_RAW, 0},
      {"stream of udp", AF_INET, SOCK_STREAM, IPPROTO_UDP},
      {"no such domain", 77, SOCK_STREAM, 0},
  };
  for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
    show(&all[i]);
  }
  return 0;
}

static void *open_and_close(void *failures) {
  for (int i = 0; i < ROUNDS; i++) {
    int fd = socket(i % 2 ? AF_INET : AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
    *(int *)failures += fd < 0 || !(fcntl(fd, F_GETFD) & FD_CLOEXEC) || close(fd) < 0;
  }
  return NULL;
}

static int threads(int count) {
  pthread_t thread[count];
  int failures[count], sum = 0;
  memset(failures, 0, sizeof(failures));
  for (int i = 0; i < count; i++) {
    if (pthread_create(&thread[i], NULL, open_and_close, &failures[i])) {
      return 1;
    }
  }
  for (int i = 0; i < count; i++) {
    pthread_join(thread[i], NULL);
    sum += failures[i];
  }
  printf("%d sockets, %d failures\n", count * ROUNDS, sum);
  return 0;
}

/* On an IPv6 socket, an IPv4 address in its v4-mapped form. */
static int call(int (*function)(int, const struct sockaddr *, socklen_t), const char *text) {
  struct sockaddr_in ipv4 = {.sin_family = AF_INET, .sin_port = function == connect ? htons(9) : 0};
  struct sockaddr_in6 ipv6 = {.sin6_family = AF_INET6, .sin6_port = ipv4.sin_port};
  int is_ipv4 = inet_pton(AF_INET, text, &ipv4.sin_addr) == 1;
  if (!is_ipv4 && inet_pton(AF_INET6, text, &ipv6.sin6_addr) != 1) {
    return 2;
  }
  int fd = socket(is_ipv4 ? AF_INET : AF_INET6, SOCK_STREAM, 0);
  const char *before = nature(fd);
  errno = UNTOUCHED;
  int result = is_ipv4 ? function(fd, (struct sockaddr *)&ipv4, sizeof(ipv4))
                       : function(fd, (struct sockaddr *)&ipv6, sizeof(ipv6));
  printf("%s -> %s: %s\n", before, nature(fd), errno == UNTOUCHED && result == 0 ? "done" : strerror(errno));
  return 0;
}

int main(int count, char **word) {
  const char *what = count > 1 ? word[1] : "";
  if (!strcmp(what, "kinds")) {
    return kinds();
  }
  if (count > 2 && !strcmp(what, "threads")) {
    return threads(atoi(word[2]));
  }
  if (count > 2 && !strcmp(what, "bind")) {
    return call(bind, word[2]);
  }
  if (count > 2 && !strcmp(what, "connect")) {
    return call(connect, word[2]);
  }
  fprintf(stderr, "usage: sockets kinds | threads N | bind ADDRESS | connect ADDRESS\n");
  return 2;
}
