#define _GNU_SOURCE
#include "options.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>

/* What C libraries' headers lack, from include/uapi of Linux */
#define BIND_TO_INTERFACE 62 /* SO_BINDTOIFINDEX */
#define BUFFER_LOCK 72       /* SO_BUF_LOCK, since 5.14 */
#define SEND_BUFFER_LOCK 1
#define RECEIVE_BUFFER_LOCK 2
#define LOCAL_PORT_RANGE 51 /* IP_LOCAL_PORT_RANGE */

#define LARGEST 16 /* a name of TCP_CONGESTION; a time */

struct option {
  int level, name;
  socklen_t size;
};

#define INT(level, name) {level, name, sizeof(int)}

static const struct option options[] = {
    INT(SOL_SOCKET, SO_REUSEADDR),
    INT(SOL_SOCKET, SO_REUSEPORT),
    INT(SOL_SOCKET, SO_KEEPALIVE),
    INT(SOL_SOCKET, SO_OOBINLINE),
    INT(SOL_SOCKET, SO_PRIORITY),
    INT(SOL_SOCKET, SO_MARK),
    INT(SOL_SOCKET, SO_RCVLOWAT),
    INT(SOL_SOCKET, BIND_TO_INTERFACE),
    {SOL_SOCKET, SO_LINGER, sizeof(struct linger)},
    {SOL_SOCKET, SO_RCVTIMEO, sizeof(struct timeval)},
    {SOL_SOCKET, SO_SNDTIMEO, sizeof(struct timeval)},
    INT(IPPROTO_IP, IP_TOS),
    INT(IPPROTO_IP, IP_TTL),
    INT(IPPROTO_IP, IP_MINTTL),
    INT(IPPROTO_IP, IP_MTU_DISCOVER),
    INT(IPPROTO_IP, IP_FREEBIND),
    INT(IPPROTO_IP, IP_TRANSPARENT),
    INT(IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT),
    INT(IPPROTO_IP, LOCAL_PORT_RANGE),
    INT(IPPROTO_IPV6, IPV6_V6ONLY),
    INT(IPPROTO_IPV6, IPV6_TCLASS),
    INT(IPPROTO_IPV6, IPV6_UNICAST_HOPS),
    INT(IPPROTO_IPV6, IPV6_MTU_DISCOVER),
    INT(IPPROTO_TCP, TCP_NODELAY),
    INT(IPPROTO_TCP, TCP_MAXSEG),
    INT(IPPROTO_TCP, TCP_CORK),
    INT(IPPROTO_TCP, TCP_KEEPIDLE),
    INT(IPPROTO_TCP, TCP_KEEPINTVL),
    INT(IPPROTO_TCP, TCP_KEEPCNT),
    INT(IPPROTO_TCP, TCP_SYNCNT),
    INT(IPPROTO_TCP, TCP_LINGER2),
    INT(IPPROTO_TCP, TCP_DEFER_ACCEPT),
    INT(IPPROTO_TCP, TCP_WINDOW_CLAMP),
    INT(IPPROTO_TCP, TCP_QUICKACK),
    INT(IPPROTO_TCP, TCP_USER_TIMEOUT),
    INT(IPPROTO_TCP, TCP_NOTSENT_LOWAT),
    INT(IPPROTO_TCP, TCP_SAVE_SYN),
    {IPPROTO_TCP, TCP_CONGESTION, LARGEST},
};

static bool read_option(int fd, const struct option *option, uint8_t value[LARGEST]) {
  socklen_t size = option->size;
  memset(value, 0, LARGEST);
  return getsockopt(fd, option->level, option->name, value, &size) == 0;
}

/* An option that the kernel or the domain lacks has not been set. What is as in a fresh socket need not be, or may not. */
static bool carry(int from, int to, const struct option *option) {
  uint8_t set[LARGEST], fresh[LARGEST];
  return !read_option(from, option, set) || !read_option(to, option, fresh) || memcmp(set, fresh, LARGEST) == 0 ||
         setsockopt(to, option->level, option->name, set, option->size) == 0;
}

/* A size that nobody set stays behind, because SMC's defaults are others than TCP's. */
static bool carry_buffer(int from, int to, int name, int lock) {
  int locks = 0, bytes = 0;
  socklen_t size = sizeof(int);
  if (getsockopt(from, SOL_SOCKET, BUFFER_LOCK, &locks, &size) < 0 || !(locks & lock)) {
    return true;
  }
  if (getsockopt(from, SOL_SOCKET, name, &bytes, &size) < 0) {
    return false;
  }
  bytes /= 2; /* the kernel doubles what is set */
  return setsockopt(to, SOL_SOCKET, name, &bytes, sizeof(bytes)) == 0;
}

bool carry_options(int from, int to) {
  for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++) {
    if (!carry(from, to, &options[i])) {
      return false;
    }
  }
  return carry_buffer(from, to, SO_SNDBUF, SEND_BUFFER_LOCK) && carry_buffer(from, to, SO_RCVBUF, RECEIVE_BUFFER_LOCK);
}
