package io.github.smc4j.contract;

import io.github.smc4j.Smc;
import io.github.smc4j.internal.jdk.Descriptors;
import io.github.smc4j.internal.kernel.Errno;
import io.github.smc4j.internal.kernel.Syscalls;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.NetworkChannel;

/**
 * What kind of kernel socket a descriptor stands for. It becomes TCP when SMC falls back.
 *
 * <p>Public for RMI: its proxies live in another package.
 */
public enum Protocol {
  TCP,
  MPTCP,
  SMC;

  private static final int SOL_SOCKET = 1;
  private static final int SO_PROTOCOL = 38;

  static Protocol of(Socket socket) throws IOException {
    loadNativeLibrary();
    return of(Descriptors.of(socket));
  }

  static Protocol of(NetworkChannel channel) throws IOException {
    loadNativeLibrary();
    return of(Descriptors.of(channel));
  }

  /** Whoever asks for SMC first loads the library, whether or not there is SMC. */
  static void loadNativeLibrary() {
    Smc.isAvailable();
  }

  private static Protocol of(int fd) throws IOException {
    int[] number = new int[1];
    Errno.check(
        Syscalls.getsockopt(fd, SOL_SOCKET, SO_PROTOCOL, number), "getsockopt(SO_PROTOCOL)");
    return switch (number[0]) {
      case 6 -> TCP;
      case 262 -> MPTCP;
      case 0, 1, 256 -> SMC;
      default -> throw new IOException("unknown protocol " + number[0]);
    };
  }
}
