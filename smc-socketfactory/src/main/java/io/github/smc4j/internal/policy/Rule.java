package io.github.smc4j.internal.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code smc.rules}.
 *
 * @param direction null for both
 * @param to empty for everything
 * @param ports empty for all
 * @param reason how decisions name this rule
 */
record Rule(
    @Nullable Direction direction,
    List<Target> to,
    List<PortRange> ports,
    Mode mode,
    String reason) {

  boolean isAbout(Direction end) {
    return direction == null || direction == end;
  }

  List<PortRange> portRanges() {
    return ports.isEmpty() ? List.of(PortRange.ALL) : ports;
  }
}
