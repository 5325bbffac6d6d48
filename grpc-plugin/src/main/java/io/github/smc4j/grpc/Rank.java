package io.github.smc4j.grpc;

import io.github.smc4j.SmcConfigurationException;
import io.github.smc4j.internal.Converter;
import io.github.smc4j.internal.policy.Settings;

/** Where this transport stands among those that gRPC chooses from. */
final class Rank {
  /** One more than that of gRPC's own on Netty. */
  static final int PRIORITY = 6;

  private Rank() {}

  /**
   * Whether gRPC is to use it at all. With wrong settings it is, too: nobody could be told of them
   * while gRPC makes its list of transports.
   */
  static boolean isWanted() {
    try {
      return !new Converter(Settings.global()).isIdle();
    } catch (SmcConfigurationException toldByEveryBuilder) {
      return true;
    }
  }
}
