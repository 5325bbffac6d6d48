package io.github.smc4j.internal.netlink;

import java.nio.ByteBuffer;

/** Replies of sock_diag are read, or refused with one of two exceptions. */
public final class SmcDiagFuzzer {
  private SmcDiagFuzzer() {}

  public static void fuzzerTestOneInput(byte[] input) {
    try {
      for (NetlinkMessage message : FuzzedReply.messages(ByteBuffer.wrap(input))) {
        SmcDiagDecoder.decode(message);
      }
    } catch (NetlinkProtocolException | NetlinkErrorException e) {
      // refused
    }
  }
}
