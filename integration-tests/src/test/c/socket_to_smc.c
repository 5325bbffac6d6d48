/* LD_PRELOAD: gives a program that asks for a TCP socket an SMC socket, as smc_run of the smc-tools does. */
#define _GNU_SOURCE
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#define TYPE_MASK 0xf /* the rest of the type are flags */

int socket(int domain, int type, int protocol) {
  int internet = domain == AF_INET || domain == AF_INET6;
  int tcp = (type & TYPE_MASK) == SOCK_STREAM && (protocol == 0 || protocol == IPPROTO_TCP);
  if (internet && tcp) {
    return (int)syscall(SYS_socket, AF_SMC, type, domain == AF_INET6);
  }
  return (int)syscall(SYS_socket, domain, type, protocol);
}
