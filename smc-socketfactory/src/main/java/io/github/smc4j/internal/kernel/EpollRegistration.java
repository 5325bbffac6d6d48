package io.github.smc4j.internal.kernel;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a descriptor is registered with an epoll instance of this process, as {@code /proc} tells
 * it. It belongs to the kernel socket beneath the descriptor, and goes with it.
 *
 * @param epoll the descriptor of the instance
 */
record EpollRegistration(int epoll, int fd, int events, long data) {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final Path DETAILS = Path.of("/proc/self/fdinfo");
  private static final String EPOLL = "anon_inode:[eventpoll]";

  /** As ep_show_fdinfo in fs/eventpoll.c writes it. */
  private static final Pattern TARGET =
      Pattern.compile("tfd:\\s*(\\d+) events:\\s*(\\p{XDigit}+) data:\\s*(\\p{XDigit}+) .*");

  /** All of a descriptor. */
  static List<EpollRegistration> of(int fd) throws IOException {
    List<EpollRegistration> registrations = new ArrayList<>();
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
      for (Path descriptor : descriptors) {
        if (isEpoll(descriptor)) {
          add(fd, Integer.parseInt(descriptor.getFileName().toString()), registrations);
        }
      }
    }
    return registrations;
  }

  private static boolean isEpoll(Path descriptor) throws IOException {
    try {
      return Files.readSymbolicLink(descriptor).toString().equals(EPOLL);
    } catch (NoSuchFileException closedMeanwhile) {
      return false;
    }
  }

  private static void add(int fd, int epoll, List<EpollRegistration> registrations)
      throws IOException {
    for (String line : Files.readAllLines(DETAILS.resolve(Integer.toString(epoll)))) {
      Matcher target = TARGET.matcher(line);
      if (target.matches() && Integer.parseInt(target.group(1)) == fd) {
        registrations.add(
            new EpollRegistration(
                epoll,
                fd,
                Integer.parseUnsignedInt(target.group(2), 16),
                Long.parseUnsignedLong(target.group(3), 16)));
      }
    }
  }

  /** Registers what the descriptor stands for now. */
  void renew() throws SocketException {
    Errno.check(Syscalls.epollAdd(epoll, fd, events, data), "epoll_ctl(EPOLL_CTL_ADD)");
  }
}
