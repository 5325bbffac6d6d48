package io.github.smc4j.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The processor time of a process, in nanoseconds: all of it as the scheduler has counted it, and
 * how much of that was user code, which the kernel but samples (proc_pid_stat(5),
 * Documentation/scheduler/sched-stats.rst).
 */
record CpuTime(long total, long userTicks, long kernelTicks) {
  /** Of {@code /proc/PID/stat}, after the name in parentheses. */
  private static final int USER_FIELD = 11;

  static CpuTime of(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    long total = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
      for (Path thread : threads) {
        total += ofThread(thread);
      }
    }
    String stat = Files.readString(process.resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return new CpuTime(
        total, Long.parseLong(fields[USER_FIELD]), Long.parseLong(fields[USER_FIELD + 1]));
  }

  private static long ofThread(Path thread) throws IOException {
    try {
      String text = Files.readString(thread.resolve("schedstat"));
      return Long.parseLong(text.substring(0, text.indexOf(' ')));
    } catch (NoSuchFileException ended) {
      return 0;
    }
  }

  CpuTime since(CpuTime earlier) {
    return new CpuTime(
        total - earlier.total, userTicks - earlier.userTicks, kernelTicks - earlier.kernelTicks);
  }

  long user() {
    long ticks = userTicks + kernelTicks;
    return ticks == 0 ? 0 : total * userTicks / ticks;
  }

  long kernel() {
    return total - user();
  }
}
