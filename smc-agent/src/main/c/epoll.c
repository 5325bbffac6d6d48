#define _GNU_SOURCE
#include "epoll.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <unistd.h>

/* As getdents64 writes it */
struct entry {
  uint64_t inode;
  int64_t offset;
  uint16_t size;
  uint8_t type;
  char name[];
};

/* A file that is read line by line, and its current line as far as it has room. */
struct lines {
  int fd;
  size_t next, end;
  char part[512], line[128];
};

static bool read_line(struct lines *lines) {
  for (size_t size = 0;;) {
    if (lines->next == lines->end) {
      ssize_t count = read(lines->fd, lines->part, sizeof(lines->part));
      if (count <= 0) {
        return false;
      }
      lines->next = 0;
      lines->end = (size_t)count;
    }
    char c = lines->part[lines->next++];
    if (c == '\n') {
      lines->line[size] = '\0';
      return true;
    }
    if (size < sizeof(lines->line) - 1) {
      lines->line[size++] = c;
    }
  }
}

/* The number after a name; strtoull has another name in newer C libraries, which older ones lack. */
static bool read_number(const char *line, const char *name, unsigned base, uint64_t *number) {
  const char *at = strstr(line, name);
  if (!at) {
    return false;
  }
  at += strlen(name);
  at += strspn(at, " ");
  for (*number = 0;; at++) {
    const char *digit = memchr("0123456789abcdef", *at, base);
    if (!digit) {
      return true;
    }
    *number = *number * base + (uint64_t)(digit - "0123456789abcdef");
  }
}

/* Does what a line says of one descriptor; the format is that of ep_show_fdinfo in fs/eventpoll.c. */
static bool renew(int epoll, int fd, const char *line) {
  uint64_t target, events, data;
  if (strncmp(line, "tfd:", 4) != 0 || !read_number(line, "tfd:", 10, &target) || target != (uint64_t)fd) {
    return true;
  }
  if (!read_number(line, " events:", 16, &events) || !read_number(line, " data:", 16, &data)) {
    return false;
  }
  struct epoll_event event = {.events = (uint32_t)events, .data.u64 = data};
  return epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) == 0 || errno == EEXIST; /* an instance with two descriptors */
}

/* One of the descriptors of this process, which need not be an epoll instance. */
static bool renew_in(int directory, const char *name, int fd) {
  uint64_t epoll;
  struct lines lines = {.fd = openat(directory, name, O_RDONLY | O_CLOEXEC)};
  if (lines.fd < 0) {
    return errno == ENOENT; /* closed meanwhile */
  }
  bool renewed = read_number(name, "", 10, &epoll);
  while (renewed && read_line(&lines)) {
    renewed = renew((int)epoll, fd, lines.line);
  }
  return close(lines.fd) == 0 && renewed;
}

static bool renew_in_all(int directory, int fd) {
  _Alignas(struct entry) char entries[1024];
  for (;;) {
    long size = syscall(SYS_getdents64, directory, entries, sizeof(entries));
    if (size <= 0) {
      return size == 0;
    }
    for (long at = 0; at < size; at += ((struct entry *)(entries + at))->size) {
      const char *name = ((struct entry *)(entries + at))->name;
      if (name[0] != '.' && !renew_in(directory, name, fd)) {
        return false;
      }
    }
  }
}

bool renew_registrations(int fd) {
  int directory = open("/proc/self/fdinfo", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) {
    return false;
  }
  bool renewed = renew_in_all(directory, fd);
  return close(directory) == 0 && renewed;
}
