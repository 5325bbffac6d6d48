/* without_smc AF_SMC|IPPROTO_SMC|both COMMAND...: runs a command that gets EPERM for SMC sockets, as under a strict seccomp profile. */
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "which AUDIT_ARCH is this?"
#endif

#define IPPROTO_SMC 256
#define NONE 0xffffffff /* neither a domain nor a protocol */

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define IF_EQUAL(value, steps, otherwise) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, steps, otherwise)
#define RETURN(action) BPF_STMT(BPF_RET | BPF_K, action)

static int refuse(unsigned int domain, unsigned int protocol) {
  struct sock_filter steps[] = {
      LOAD(arch),     IF_EQUAL(ARCHITECTURE, 0, 6), LOAD(nr),
      IF_EQUAL(SYS_socket, 0, 4), /* int socket(int domain, int type, int protocol) */
      LOAD(args[0]),  IF_EQUAL(domain, 3, 0),       LOAD(args[2]),
      IF_EQUAL(protocol, 1, 0),   RETURN(SECCOMP_RET_ALLOW),
      RETURN(SECCOMP_RET_ERRNO | EPERM),
  };
  struct sock_fprog filter = {sizeof(steps) / sizeof(steps[0]), steps};

  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) {
    return -1;
  }
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

int main(int count, char **word) {
  const char *refused = count > 2 ? word[1] : "";
  int both = !strcmp(refused, "both"), family = !strcmp(refused, "AF_SMC"), protocol = !strcmp(refused, "IPPROTO_SMC");

  if (!both && !family && !protocol) {
    fprintf(stderr, "usage: without_smc AF_SMC|IPPROTO_SMC|both COMMAND...\n");
    return 2;
  }
  if (refuse(protocol ? NONE : AF_SMC, family ? NONE : IPPROTO_SMC)) {
    perror("without_smc: seccomp");
    return 1;
  }
  execvp(word[2], word + 2);
  perror(word[2]);
  return 127;
}
