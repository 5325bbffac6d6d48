package io.github.smc4j.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** What /proc/net/tcp tells of bytes that have not been acknowledged. */
final class SendQueues {
  /** A CLC DECLINE of version 2 (struct smc_clc_msg_decline_v2, net/smc/smc_clc.h). */
  private static final int DECLINE = 44;

  private static final Path TABLE = Path.of("/proc/net/tcp");
  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int STATE = 3;
  private static final int QUEUES = 4;

  private SendQueues() {}

  static boolean holdDeclineOfServer(int port) throws IOException {
    return allHoldDeclines(end -> isOf(port, end[LOCAL]));
  }

  static boolean holdDeclinesOfBothEnds(int port) throws IOException {
    return allHoldDeclines(end -> isOf(port, end[LOCAL]) || isOf(port, end[REMOTE]));
  }

  private static boolean allHoldDeclines(Predicate<String[]> which) throws IOException {
    List<String[]> ends =
        Files.readAllLines(TABLE).stream()
            .map(line -> line.strip().split("\\s+"))
            .filter(end -> which.test(end) && wasConnected(end[STATE]))
            .toList();
    return !ends.isEmpty() && ends.stream().allMatch(end -> sendQueue(end) >= DECLINE);
  }

  private static boolean isOf(int port, String address) {
    return address.endsWith(":%04X".formatted(port));
  }

  /** Neither SYN_SENT nor LISTEN. */
  private static boolean wasConnected(String state) {
    return !state.equals("02") && !state.equals("0A");
  }

  private static int sendQueue(String[] end) {
    return Integer.parseInt(end[QUEUES].substring(0, 8), 16);
  }
}
