/*
 * System calls the JDK does not offer. Each returns its result or a negated errno; none of them allocates or keeps state.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io_github_smc4j_internal_kernel_Syscalls.h"

#define MAX_OPTION_INTS 64

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_socket(
    JNIEnv *env, jclass type, jint domain, jint kind, jint protocol) {
  (void)env;
  (void)type;
  int fd = socket(domain, kind, protocol);
  return fd < 0 ? -errno : fd;
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_close(JNIEnv *env, jclass type, jint fd) {
  (void)env;
  (void)type;
  return close(fd) < 0 ? -errno : 0;
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_dup3(
    JNIEnv *env, jclass type, jint fd, jint number) {
  (void)env;
  (void)type;
  return dup3(fd, number, O_CLOEXEC) < 0 ? -errno : 0;
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_duplicate(JNIEnv *env, jclass type, jint fd) {
  (void)env;
  (void)type;
  int second = fcntl(fd, F_DUPFD_CLOEXEC, 0);
  return second < 0 ? -errno : second;
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_getStatus(JNIEnv *env, jclass type, jint fd) {
  (void)env;
  (void)type;
  int status = fcntl(fd, F_GETFL);
  return status < 0 ? -errno : status;
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_setStatus(
    JNIEnv *env, jclass type, jint fd, jint status) {
  (void)env;
  (void)type;
  return fcntl(fd, F_SETFL, status) < 0 ? -errno : 0;
}

/* Copies a Java array; returns the size of its ints in bytes or a negated errno. */
static jint copy_ints(JNIEnv *env, jintArray array, jint ints[MAX_OPTION_INTS]) {
  jsize count = (*env)->GetArrayLength(env, array);
  if (count > MAX_OPTION_INTS) {
    return -EINVAL;
  }
  (*env)->GetIntArrayRegion(env, array, 0, count, ints);
  return (*env)->ExceptionCheck(env) ? -EFAULT : count * (jint)sizeof(jint);
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_getsockopt(
    JNIEnv *env, jclass type, jint fd, jint level, jint name, jintArray value) {
  (void)type;
  jint ints[MAX_OPTION_INTS];
  jint bytes = copy_ints(env, value, ints);
  if (bytes < 0) {
    return bytes;
  }
  socklen_t size = (socklen_t)bytes;
  if (getsockopt(fd, level, name, ints, &size) < 0) {
    return -errno;
  }
  (*env)->SetIntArrayRegion(env, value, 0, bytes / (jint)sizeof(jint), ints);
  return (*env)->ExceptionCheck(env) ? -EFAULT : 0;
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_setsockopt(
    JNIEnv *env, jclass type, jint fd, jint level, jint name, jintArray value) {
  (void)type;
  jint ints[MAX_OPTION_INTS];
  jint bytes = copy_ints(env, value, ints);
  if (bytes < 0) {
    return bytes;
  }
  return setsockopt(fd, level, name, ints, (socklen_t)bytes) < 0 ? -errno : 0;
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_option(
    JNIEnv *env, jclass type, jint fd, jint level, jint name) {
  (void)env;
  (void)type;
  int value = 0;
  socklen_t size = sizeof(value);
  return getsockopt(fd, level, name, &value, &size) < 0 ? -errno : value;
}

/* POLLERR and POLLHUP come without being asked for. */
JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_poll(
    JNIEnv *env, jclass type, jint fd, jint events, jint milliseconds) {
  (void)env;
  (void)type;
  struct pollfd polled = {.fd = fd, .events = (short)events};
  return poll(&polled, 1, milliseconds) < 0 ? -errno : polled.revents;
}

union address {
  struct sockaddr any;
  struct sockaddr_in ipv4;
  struct sockaddr_in6 ipv6;
};

/* Fills in an address of 4 or 16 bytes; returns the size of the whole or a negated errno. */
static jint copy_address(JNIEnv *env, jbyteArray bytes, jint scope, jint port, union address *address) {
  jsize length = (*env)->GetArrayLength(env, bytes);
  jbyte *to;
  jint size;
  if (length == sizeof(address->ipv4.sin_addr)) {
    address->ipv4 = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    to = (jbyte *)&address->ipv4.sin_addr;
    size = sizeof(address->ipv4);
  } else if (length == sizeof(address->ipv6.sin6_addr)) {
    address->ipv6 = (struct sockaddr_in6){
        .sin6_family = AF_INET6, .sin6_port = htons((uint16_t)port), .sin6_scope_id = (uint32_t)scope};
    to = (jbyte *)&address->ipv6.sin6_addr;
    size = sizeof(address->ipv6);
  } else {
    return -EINVAL;
  }
  (*env)->GetByteArrayRegion(env, bytes, 0, length, to);
  return (*env)->ExceptionCheck(env) ? -EFAULT : size;
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_connect(
    JNIEnv *env, jclass type, jint fd, jbyteArray bytes, jint scope, jint port) {
  (void)type;
  union address to;
  jint size = copy_address(env, bytes, scope, port, &to);
  if (size < 0) {
    return size;
  }
  return connect(fd, &to.any, (socklen_t)size) < 0 ? -errno : 0;
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_bind(
    JNIEnv *env, jclass type, jint fd, jbyteArray bytes, jint scope, jint port) {
  (void)type;
  union address local;
  jint size = copy_address(env, bytes, scope, port, &local);
  if (size < 0) {
    return size;
  }
  return bind(fd, &local.any, (socklen_t)size) < 0 ? -errno : 0;
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_localPort(JNIEnv *env, jclass type, jint fd) {
  (void)env;
  (void)type;
  union address local = {0};
  socklen_t size = sizeof(local);
  if (getsockname(fd, &local.any, &size) < 0) {
    return -errno;
  }
  return ntohs(local.any.sa_family == AF_INET6 ? local.ipv6.sin6_port : local.ipv4.sin_port);
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_unsent(JNIEnv *env, jclass type, jint fd) {
  (void)env;
  (void)type;
  int bytes = 0;
  return ioctl(fd, SIOCOUTQ, &bytes) < 0 ? -errno : bytes;
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_epollAdd(
    JNIEnv *env, jclass type, jint epoll, jint fd, jint events, jlong data) {
  (void)env;
  (void)type;
  struct epoll_event event = {.events = (uint32_t)events, .data.u64 = (uint64_t)data};
  return epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) < 0 ? -errno : 0;
}

/* Unlike shutdown, this also throws away what has been received and not been read. */
JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_disconnect(JNIEnv *env, jclass type, jint fd) {
  (void)env;
  (void)type;
  struct sockaddr nobody = {.sa_family = AF_UNSPEC};
  return connect(fd, &nobody, sizeof(nobody)) < 0 ? -errno : 0;
}

JNIEXPORT jlong JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_inode(JNIEnv *env, jclass type, jint fd) {
  (void)env;
  (void)type;
  struct stat status;
  return fstat(fd, &status) < 0 ? -errno : (jlong)status.st_ino;
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_send(
    JNIEnv *env, jclass type, jint fd, jobject buffer, jint length) {
  (void)type;
  void *bytes = (*env)->GetDirectBufferAddress(env, buffer);
  if (bytes == NULL || length < 0 || length > (*env)->GetDirectBufferCapacity(env, buffer)) {
    return -EFAULT;
  }
  ssize_t sent = send(fd, bytes, (size_t)length, 0);
  return sent < 0 ? -errno : (jint)sent;
}

/* MSG_TRUNC makes a datagram that did not fit return its real length, which is then larger than the buffer. */
JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_Syscalls_receive(
    JNIEnv *env, jclass type, jint fd, jobject buffer) {
  (void)type;
  void *bytes = (*env)->GetDirectBufferAddress(env, buffer);
  jlong capacity = (*env)->GetDirectBufferCapacity(env, buffer);
  if (bytes == NULL || capacity < 0) {
    return -EFAULT;
  }
  ssize_t received = recv(fd, bytes, (size_t)capacity, MSG_TRUNC);
  return received < 0 ? -errno : (jint)received;
}
