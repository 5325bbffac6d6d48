package io.github.smc4j.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.Provider;

/** A security provider that talks to a service over a socket when it is loaded. */
public final class LoopbackProvider extends Provider {
  private static final long serialVersionUID = 1;

  /** Called by the JDK. */
  public LoopbackProvider() {
    super("Loopback", "1", "has no algorithms");
    try (ServerSocket service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(service.getInetAddress(), service.getLocalPort());
        Socket accepted = service.accept()) {
      client.getOutputStream().write(1);
      put("Loopback.answer", Integer.toString(accepted.getInputStream().read()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
