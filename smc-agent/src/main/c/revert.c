#define _GNU_SOURCE
#include "revert.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "epoll.h"
#include "options.h"

/* The kernel binds no socket a second time; the error is its own to give. */
static bool is_bound(int fd) {
  struct sockaddr_in6 local; /* the port is where sockaddr_in has it */
  socklen_t size = sizeof(local);
  return getsockname(fd, (struct sockaddr *)&local, &size) < 0 || local.sin6_port != 0;
}

static bool replace(int smc, int tcp, int flags) {
  int keep = fcntl(smc, F_DUPFD_CLOEXEC, 0); /* an epoll instance forgets a socket that is closed */
  if (keep < 0) {
    return false;
  }
  bool replaced = dup3(tcp, smc, flags) >= 0;
  if (replaced && !renew_registrations(smc)) {
    replaced = dup3(keep, smc, flags) < 0;
  }
  return close(keep) == 0 && replaced;
}

bool revert(int smc, int tcp) {
  int descriptor = fcntl(smc, F_GETFD), status = fcntl(smc, F_GETFL);
  return descriptor >= 0 && status >= 0 && !is_bound(smc) && fcntl(tcp, F_SETFL, status) == 0 &&
         carry_options(smc, tcp) && replace(smc, tcp, descriptor & FD_CLOEXEC ? O_CLOEXEC : 0);
}
