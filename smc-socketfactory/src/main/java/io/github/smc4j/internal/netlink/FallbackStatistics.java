package io.github.smc4j.internal.netlink;

import java.util.ArrayList;
import java.util.List;

/**
 * How often connections of this network namespace fell back, since it or the module came up
 * (SMC_NETLINK_GET_FBACK_STATS).
 *
 * @param server connections that were accepted
 * @param client connections that were made
 */
public record FallbackStatistics(long server, long client, List<Count> counts) {
  private static final int FBACK_STATS = 8;
  private static final int TYPE = 1;
  private static final int SRV_CNT = 2;
  private static final int CLNT_CNT = 3;
  private static final int RSN_CODE = 4;
  private static final int RSN_CNT = 5;

  /**
   * Fallbacks with one cause. The kernel keeps 36 causes for servers and 36 for clients.
   *
   * @param server whether the connections were accepted
   * @param reason a code of {@code FallbackCause}
   * @param count modulo 65536
   */
  public record Count(boolean server, int reason, int count) {}

  /** The totals come once, in the first message. */
  static FallbackStatistics of(List<GenericMessage> reply) throws NetlinkProtocolException {
    long server = 0;
    long client = 0;
    List<Count> counts = new ArrayList<>();
    for (GenericMessage message : reply) {
      Attributes statistics = message.attributes().nested(FBACK_STATS);
      server += statistics.number(SRV_CNT, 0);
      client += statistics.number(CLNT_CNT, 0);
      counts.add(
          new Count(
              statistics.flag(TYPE),
              (int) statistics.number(RSN_CODE),
              (int) statistics.number(RSN_CNT)));
    }
    return new FallbackStatistics(server, client, counts);
  }
}
