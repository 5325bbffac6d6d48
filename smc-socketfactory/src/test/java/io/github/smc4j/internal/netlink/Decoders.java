package io.github.smc4j.internal.netlink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that reads what the kernel sends, by the name of the capture that it can read. */
final class Decoders {
  @FunctionalInterface
  interface Decoder {
    Object decode(List<NetlinkMessage> messages) throws NetlinkProtocolException;
  }

  /** What reads generic netlink, once its header is read. */
  @FunctionalInterface
  private interface GenericDecoder {
    Object decode(List<GenericMessage> messages) throws NetlinkProtocolException;
  }

  /** Inputs of {@link GenericNetlinkFuzzer} count in this order, so more come at the end. */
  static final Map<String, Decoder> GENERIC = new LinkedHashMap<>();

  static {
    GENERIC.put("getfamily", GenericNetlink::id);
    generic("sys-info", SmcSystemInfo::of);
    generic("link-smcr", SmcrLinkGroup::of);
    generic("lgr-smcd", SmcdLinkGroup::of);
    generic("dev-smcd", SmcdDevice::of);
    generic("dev-smcr", SmcrDevice::of);
    generic("fback-stats", FallbackStatistics::of);
    generic("ueid", SmcGenNetlink::ueids);
    generic("seid", Seid::of);
  }

  private Decoders() {}

  static Map<String, Decoder> all() {
    Map<String, Decoder> all = new LinkedHashMap<>(GENERIC);
    all.put("smc-diag", Decoders::sockets);
    return all;
  }

  private static void generic(String name, GenericDecoder decoder) {
    GENERIC.put(name, messages -> decoder.decode(GenericMessage.parse(messages)));
  }

  private static Object sockets(List<NetlinkMessage> messages) throws NetlinkProtocolException {
    List<SmcDiagSocket> sockets = new ArrayList<>();
    for (NetlinkMessage message : messages) {
      sockets.add(SmcDiagDecoder.decode(message));
    }
    return sockets;
  }
}
