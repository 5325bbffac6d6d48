package io.github.smc4j.internal.netlink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.internal.kernel.NativeLibrary;
import io.github.smc4j.internal.kernel.NativeLibraryException;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NetlinkSocketTest {
  @BeforeAll
  static void loadNativeLibrary() throws NativeLibraryException {
    NativeLibrary.load(null, null);
  }

  @Test
  void open_takesTheBufferOfTheSocketClosedBefore() throws IOException {
    openAndClose();
    long before = directBuffers();

    for (int i = 0; i < 20; i++) {
      openAndClose();
    }

    assertThat(directBuffers()).isLessThanOrEqualTo(before);
  }

  private static void openAndClose() throws IOException {
    NetlinkSocket.open(NetlinkSocket.NETLINK_GENERIC).close();
  }

  private static long directBuffers() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getCount)
        .sum();
  }
}
