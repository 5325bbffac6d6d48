package io.github.smc4j.internal.netlink;

import io.github.smc4j.internal.netlink.Decoders.Decoder;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Replies of generic netlink are read, or refused with one of two exceptions. The first byte of an
 * input says which decoder reads the rest.
 */
public final class GenericNetlinkFuzzer {
  private static final List<Decoder> DECODERS = List.copyOf(Decoders.GENERIC.values());

  private GenericNetlinkFuzzer() {}

  public static void fuzzerTestOneInput(byte[] input) {
    int decoder = input.length == 0 ? DECODERS.size() : Byte.toUnsignedInt(input[0]);
    if (decoder < DECODERS.size()) {
      tryDecode(DECODERS.get(decoder), ByteBuffer.wrap(input, 1, input.length - 1));
    }
  }

  private static void tryDecode(Decoder decoder, ByteBuffer datagrams) {
    try {
      decoder.decode(FuzzedReply.messages(datagrams));
    } catch (NetlinkProtocolException | NetlinkErrorException e) {
      // refused
    }
  }
}
