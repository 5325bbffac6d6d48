/* What concerns the process as a whole. Each call returns a negated errno or, where it returns at all, 0. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "io_github_smc4j_internal_kernel_Preload.h"
#include "io_github_smc4j_internal_kernel_ProcessImage.h"

#define SIGNALS 64

/* Of the library that `smc4j run` preloads. */
void smc4j_preload_stand_aside(void) __attribute__((weak));

JNIEXPORT void JNICALL Java_io_github_smc4j_internal_kernel_Preload_standAside(JNIEnv *env, jclass type) {
  (void)env;
  (void)type;
  if (smc4j_preload_stand_aside) {
    smc4j_preload_stand_aside();
  }
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_ProcessImage_closeOnExec(
    JNIEnv *env, jclass type, jint fd) {
  (void)env;
  (void)type;
  return fcntl(fd, F_SETFD, FD_CLOEXEC) < 0 ? -errno : 0;
}

/* As the bits of SigBlk and SigIgn in /proc/PID/status: bit 0 is signal 1. */
static int is_in(jlong set, int signal) { return (int)((uint64_t)set >> (signal - 1) & 1); }

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_ProcessImage_setSignals(
    JNIEnv *env, jclass type, jlong blocked, jlong ignored) {
  (void)env;
  (void)type;
  sigset_t mask;
  if (sigemptyset(&mask) < 0) {
    return -errno;
  }
  for (int number = 1; number <= SIGNALS; number++) {
    if (is_in(blocked, number)) {
      (void)sigaddset(&mask, number); /* refuses those that the C library keeps for itself */
    }
    if (is_in(ignored, number)) {
      (void)signal(number, SIG_IGN);
    }
  }
  return -pthread_sigmask(SIG_SETMASK, &mask, NULL);
}

/* Points at `count` strings that lie one behind the other, up to `end`; returns what lies behind them, or NULL. */
static char *point(char *strings, const char *end, char **pointers, jint count) {
  for (jint i = 0; i < count; i++) {
    char *terminator = strings < end ? memchr(strings, 0, (size_t)(end - strings)) : NULL;
    if (terminator == NULL) {
      return NULL;
    }
    pointers[i] = strings;
    strings = terminator + 1;
  }
  pointers[count] = NULL;
  return strings;
}

JNIEXPORT jint JNICALL Java_io_github_smc4j_internal_kernel_ProcessImage_execvpe(
    JNIEnv *env, jclass type, jobject strings, jobject pointers, jint words, jint variables) {
  (void)type;
  char *first = (*env)->GetDirectBufferAddress(env, strings);
  char **arguments = (*env)->GetDirectBufferAddress(env, pointers);
  if (first == NULL || arguments == NULL || words < 1 || variables < 0) {
    return -EFAULT;
  }
  jlong room = (*env)->GetDirectBufferCapacity(env, pointers) / (jlong)sizeof(char *);
  if ((jlong)words + variables + 2 > room) {
    return -EFAULT;
  }
  const char *end = first + (*env)->GetDirectBufferCapacity(env, strings);
  char **environment = arguments + words + 1;
  char *second = point(first, end, arguments, words);
  if (second == NULL || point(second, end, environment, variables) == NULL) {
    return -EFAULT;
  }
  (void)execvpe(arguments[0], arguments, environment);
  return -errno;
}
