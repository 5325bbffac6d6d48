package io.github.smc4j.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.smc4j.Link;
import io.github.smc4j.SmcChannels;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What tests may rely on in a guest. */
@Tag("lab")
class GuestIT {
  @Test
  void aConnectionWithinTheGuest_isSmcD() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (ServerSocketChannel server = SmcChannels.openServerSocketChannel(any)) {
      server.bind(any);
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      try (SocketChannel client = SmcChannels.openSocketChannel(address)) {
        client.connect(address);
        assertThat(Link.of(client).kind()).isEqualTo(Link.Kind.SMC_D);
      }
    }
  }

  @Test
  void itsNameResolves() throws UnknownHostException {
    assertThat(InetAddress.getLocalHost().getHostName()).isEqualTo("lab1");
  }

  @Test
  void twentyThousandDescriptorsAreAllowed() {
    UnixOperatingSystemMXBean system =
        (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    assertThat(system.getMaxFileDescriptorCount()).isGreaterThanOrEqualTo(20_000);
  }
}
