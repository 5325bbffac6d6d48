package io.github.smc4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FailedDestinationsTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  /** Starts where a clock wraps around, as that of {@code System.nanoTime} may. */
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1000);

  private final FailedDestinations failed = new FailedDestinations(3, clock::get);

  @Test
  void contains_aDestinationUntilItsTimeHasPassed() throws Exception {
    failed.remember(address(1), "it failed", TEN_MINUTES);

    clock.addAndGet(TEN_MINUTES.toNanos() - 1);
    assertThat(failed.contains(address(1))).isTrue();
    assertThat(failed.causeOf(address(1))).isEqualTo("it failed");
    clock.addAndGet(1);
    assertThat(failed.contains(address(1))).isFalse();
    assertThat(failed.causeOf(address(1))).isNull();
    assertThat(failed.list()).isEmpty();
  }

  @Test
  void contains_noOtherPortOrAddress() throws Exception {
    failed.remember(address(1), "it failed", TEN_MINUTES);

    assertThat(failed.contains(address(2))).isFalse();
    assertThat(failed.contains(new InetSocketAddress(address(1).getAddress(), 81))).isFalse();
  }

  @Test
  void contains_anIpv4AddressHoweverItIsWritten() throws Exception {
    byte[] mapped = new byte[16];
    mapped[10] = mapped[11] = -1;
    System.arraycopy(address(7).getAddress().getAddress(), 0, mapped, 12, 4);
    failed.remember(address(7), "it failed", TEN_MINUTES);

    InetAddress written = InetAddress.getByAddress("db.example.org", mapped);
    assertThat(failed.contains(new InetSocketAddress(written, 80))).isTrue();
  }

  @Test
  void contains_aLinkLocalAddressOnlyOnItsInterface() throws Exception {
    byte[] bits = InetAddress.getByName("fe80::1").getAddress();
    failed.remember(
        new InetSocketAddress(Inet6Address.getByAddress(null, bits, 2), 80), "", TEN_MINUTES);

    InetAddress other = Inet6Address.getByAddress(null, bits, 3);
    assertThat(failed.contains(new InetSocketAddress(other, 80))).isFalse();
    InetAddress same = Inet6Address.getByAddress(null, bits, 2);
    assertThat(failed.contains(new InetSocketAddress(same, 80))).isTrue();
    assertThat(failed.list().get(0).destination()).isEqualTo(new InetSocketAddress(same, 80));
  }

  @Test
  void remember_leavesOutWhatIsNotLookedUp() {
    InetSocketAddress unresolved = InetSocketAddress.createUnresolved("db.example.org", 80);
    failed.remember(unresolved, "it failed", TEN_MINUTES);

    assertThat(failed.contains(unresolved)).isFalse();
    assertThat(failed.list()).isEmpty();
  }

  @Test
  void remember_forgetsTheOldestFailureFirst() throws Exception {
    failed.remember(address(1), "first", TEN_MINUTES);
    failed.remember(address(2), "second", TEN_MINUTES);
    failed.remember(address(3), "third", TEN_MINUTES);
    failed.remember(address(1), "first again", TEN_MINUTES);
    failed.remember(address(4), "fourth", TEN_MINUTES);

    assertThat(failed.list())
        .extracting(FailedDestinations.Remembered::cause)
        .containsExactly("third", "first again", "fourth");
  }

  @Test
  void list_tellsDestinationCauseAndTimeLeft() throws Exception {
    failed.remember(address(1), "it failed", TEN_MINUTES);
    clock.addAndGet(Duration.ofMinutes(4).toNanos());

    assertThat(failed.list())
        .containsExactly(
            new FailedDestinations.Remembered(address(1), "it failed", Duration.ofMinutes(6)));
  }

  @Test
  void forget_isOfOneDestinationAndClearOfAll() throws Exception {
    failed.remember(address(1), "it failed", TEN_MINUTES);
    failed.remember(address(2), "it failed", TEN_MINUTES);
    failed.remember(address(3), "it failed", TEN_MINUTES);

    assertThat(failed.forget(address(1))).isTrue();
    assertThat(failed.forget(address(1))).isFalse();
    assertThat(failed.contains(address(1))).isFalse();
    assertThat(failed.contains(address(2))).isTrue();
    failed.clear();
    assertThat(failed.contains(address(2))).isFalse();
    failed.remember(address(2), "it failed", TEN_MINUTES);
    assertThat(failed.contains(address(2))).isTrue();
  }

  private static InetSocketAddress address(int number) throws UnknownHostException {
    byte[] bits = {10, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    return new InetSocketAddress(InetAddress.getByAddress(bits), 80);
  }

  @Test
  void aHundredThousandDestinations_takeLessThanTwentyMegabytes() throws Exception {
    FailedDestinations many = new FailedDestinations(100_000, System::nanoTime);
    long before = liveHeap();
    for (int i = 0; i < 150_000; i++) {
      many.remember(address(i), "the SMC handshake failed: " + i % 10, TEN_MINUTES);
    }
    long taken = liveHeap() - before;

    assertThat(many.contains(address(49_999))).isFalse();
    assertThat(many.contains(address(50_000))).isTrue();
    assertThat(taken).isBetween(1_000_000L, 20_000_000L);
  }

  private static long liveHeap() {
    long least = Long.MAX_VALUE;
    while (true) {
      System.gc();
      long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
      if (used >= least) {
        return least;
      }
      least = used;
    }
  }
}
