package io.github.smc4j.demo;

import io.github.smc4j.FallbackCause;
import io.github.smc4j.Smc;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.internal.netlink.SmcDiag;
import io.github.smc4j.internal.netlink.SmcDiagSocket;
import io.github.smc4j.internal.netlink.SmcState;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SMC sockets of this network namespace by inode, the connected and the listening ones. */
final class SmcTable {
  private SmcTable() {}

  /** Empty where the kernel has no SMC. */
  static Map<Long, ObservedLink> read() throws IOException {
    Map<Long, ObservedLink> links = new HashMap<>();
    if (Smc.isAvailable()) {
      for (SmcDiagSocket socket : SmcDiag.dump()) {
        ObservedLink link = link(socket);
        if (link != null) {
          links.put(socket.inode(), link);
        }
      }
    }
    return links;
  }

  private static @Nullable ObservedLink link(SmcDiagSocket socket) {
    if (socket.state() == SmcState.LISTEN) {
      return new ObservedLink(Kind.SMC, socket.local(), null, null);
    }
    if (socket.mode() == null) {
      return null;
    }
    Kind kind =
        switch (socket.mode()) {
          case SMC_D -> Kind.SMC_D;
          case SMC_R -> Kind.SMC_R;
          case TCP -> Kind.TCP;
        };
    return new ObservedLink(kind, socket.local(), socket.peer(), cause(socket));
  }

  private static @Nullable String cause(SmcDiagSocket socket) {
    if (socket.fallbackReason() == 0) {
      return null;
    }
    FallbackCause cause = FallbackCause.of(socket.fallbackReason());
    return cause.isPeerDecline() && socket.peerDiagnosis() != 0
        ? "the peer declined with " + FallbackCause.of(socket.peerDiagnosis())
        : cause.toString();
  }
}
