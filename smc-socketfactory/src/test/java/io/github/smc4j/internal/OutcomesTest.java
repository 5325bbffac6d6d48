package io.github.smc4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.internal.Handshake.Result;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  private static final InetSocketAddress DATABASE = new InetSocketAddress("10.0.0.5", 5432);
  private static final InetSocketAddress BROKER = new InetSocketAddress("10.0.0.7", 9092);

  private final Outcomes outcomes = new Outcomes(2);

  @Test
  void isNews_isTrueOnceOfEachOutcome() {
    assertThat(outcomes.isNews(DATABASE, Result.SMC)).isTrue();
    assertThat(outcomes.isNews(DATABASE, Result.SMC)).isFalse();
    assertThat(outcomes.isNews(DATABASE, Result.TCP)).isTrue();
    assertThat(outcomes.isNews(DATABASE, Result.TCP)).isFalse();
    assertThat(outcomes.isNews(DATABASE, Result.SMC)).isFalse();
  }

  @Test
  void isNews_tellsDestinationsApart() {
    assertThat(outcomes.isNews(DATABASE, Result.SMC)).isTrue();
    assertThat(outcomes.isNews(BROKER, Result.SMC)).isTrue();
  }

  @Test
  void isNews_forgetsTheOldestOfMoreThanItsCapacity() {
    outcomes.isNews(DATABASE, Result.SMC);
    outcomes.isNews(BROKER, Result.SMC);
    outcomes.isNews(new InetSocketAddress("10.0.0.8", 80), Result.SMC);
    assertThat(outcomes.isNews(DATABASE, Result.SMC)).isTrue();
  }

  @Test
  void isNews_isFalseOfAnAddressThatIsNotLookedUp() {
    assertThat(outcomes.isNews(InetSocketAddress.createUnresolved("db", 1), Result.TCP)).isFalse();
  }
}
