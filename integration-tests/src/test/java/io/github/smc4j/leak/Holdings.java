package io.github.smc4j.leak;

import io.github.smc4j.internal.netlink.SmcGenNetlink;
import io.github.smc4j.internal.netlink.SmcdLinkGroup;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Counts of what a connection takes, in this process and in the kernel. */
final class Holdings {
  private static final int ENOUGH_IN_VAIN = 3;
  private static final int PAUSE_MILLIS = 50;

  private Holdings() {}

  /** By name; no more after than before, once JVM and kernel have done what they put off. */
  static Map<String, Long> counts() throws IOException {
    System.gc(); // The buffers that were used to count are among what is counted
    Map<String, Long> counts = new TreeMap<>();
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      counts.put("descriptors", descriptors.count());
    }
    for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
      counts.put("buffers, " + pool.getName(), pool.getCount());
    }
    counts.put("kernel sockets, SMC", kernelSockets("SMC"));
    counts.put("kernel sockets, SMC6", kernelSockets("SMC6"));
    try (SmcGenNetlink netlink = SmcGenNetlink.open()) {
      counts.put(
          "connections of SMC-D link groups",
          netlink.smcdLinkGroups().stream().mapToLong(SmcdLinkGroup::connections).sum());
    }
    return counts;
  }

  /**
   * What the live objects take, in bytes. The JVM's own threads clear away what dead ones leave
   * behind, late where the machine is busy, so it collects until several times have gained nothing.
   */
  static long heap() throws InterruptedException {
    long least = Long.MAX_VALUE;
    int vain = 0;
    while (vain < ENOUGH_IN_VAIN) {
      System.gc();
      long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      vain = used < least ? 0 : vain + 1;
      least = Math.min(least, used);
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return least;
  }

  /** Of a line such as {@code SMC6 1016 2 -1 NI 0 no smc n n ...}. */
  private static long kernelSockets(String protocol) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/net/protocols"))) {
      return lines
          .map(line -> line.strip().split("\\s+"))
          .filter(fields -> fields[0].equals(protocol))
          .mapToLong(fields -> Long.parseLong(fields[2]))
          .findFirst()
          .orElseThrow(() -> new IOException("no " + protocol + " in /proc/net/protocols"));
    }
  }
}
