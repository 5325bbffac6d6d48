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
import java.util.stream.Stream;

/** Counts of what a connection takes, in this process and in the kernel. */
final class Holdings {
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
   * What the live objects take, in bytes. References to dead ones outlive a collection or two, so
   * it collects until there is nothing more to gain.
   */
  static long heap() {
    long least = Long.MAX_VALUE;
    while (true) {
      System.gc();
      long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      if (used >= least) {
        return least;
      }
      least = used;
    }
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
