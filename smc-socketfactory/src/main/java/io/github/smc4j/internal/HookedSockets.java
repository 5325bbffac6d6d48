package io.github.smc4j.internal;

import io.github.smc4j.internal.kernel.ConvertedSocket;
import io.github.smc4j.internal.kernel.SocketType;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import io.github.smc4j.internal.policy.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * Converts sockets that others have made, when these are about to bind or to connect them, and
 * known by nothing but their descriptors. What is no TCP socket, or no longer, stays as it is.
 *
 * <p>Thread-safe.
 */
public final class HookedSockets {
  private final Converter converter;

  public HookedSockets(Settings settings) {
    this.converter = new Converter(settings);
  }

  /** A descriptor that can be had where this JVM has SMC sockets. */
  @FunctionalInterface
  public interface Descriptor {
    int get() throws SocketException;
  }

  /**
   * A socket is about to be connected. What becomes of that is watched, and a failure that is SMC's
   * remembered, so that the next attempt is made with TCP.
   *
   * @return whether it is another kernel socket from now on
   * @throws IOException if the policy requires SMC for the destination and it cannot be had
   */
  public boolean beforeConnect(Descriptor socket, InetSocketAddress destination)
      throws IOException {
    ConnectWatch.JVM.settle(destination);
    Decision decision = converter.connect(destination);
    ConvertedSocket kernel = convert(socket, decision);
    if (kernel == null) {
      if (decision.mode() == Mode.OFF) {
        LinkLog.leftToTcp(destination, decision);
      }
      return false;
    }
    ConnectWatch.JVM.follow(socket.get(), kernel, destination, decision, converter, () -> {});
    return true;
  }

  /**
   * A socket is about to be bound, to listen.
   *
   * @return whether it is another kernel socket from now on
   * @throws IOException if the policy requires SMC for the address and it cannot be had
   */
  public boolean beforeListen(Descriptor socket, InetSocketAddress local) throws IOException {
    return convertForGood(socket, converter.settings().policy().listen(local));
  }

  /**
   * A socket is about to be bound, to be connected from there. Once it is bound it cannot be
   * converted, and its destination is not known yet, so that it is left to TCP unless SMC is
   * required wherever it goes.
   *
   * @return whether it is another kernel socket from now on
   * @throws IOException if the policy requires SMC and it cannot be had
   */
  public boolean beforeBind(Descriptor socket) throws IOException {
    Decision decision = converter.settings().policy().undecidedDestination();
    return decision.mode() == Mode.REQUIRE && convertForGood(socket, decision);
  }

  private boolean convertForGood(Descriptor socket, Decision decision) throws IOException {
    ConvertedSocket kernel = convert(socket, decision);
    if (kernel != null) {
      kernel.close();
    }
    return kernel != null;
  }

  private @Nullable ConvertedSocket convert(Descriptor socket, Decision decision)
      throws IOException {
    return converter.convert(
        decision,
        conversion -> {
          int fd = socket.get();
          return SocketType.isTcp(fd) ? conversion.convert(fd) : null;
        });
  }
}
