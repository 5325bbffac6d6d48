package io.github.smc4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.SocketTimeoutException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectTimeoutTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "100, 50", "5000, 2500", "14000, 7000", "30000, 7000"})
  void shareOfSmc_leavesAtLeastHalfToTcp(int whole, int share) {
    assertThat(new ConnectTimeout(whole).shareOfSmc()).isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, false", "99, false", "100, true"})
  void isEnoughToShare_fromATenthOfASecond(int whole, boolean enough) {
    assertThat(new ConnectTimeout(whole).isEnoughToShare()).isEqualTo(enough);
  }

  @Test
  void left_isWhatTheCallerGaveLessWhatHasPassed() throws Exception {
    ConnectTimeout timeout = new ConnectTimeout(1_000_000);
    assertThat(timeout.left()).isPositive().isLessThanOrEqualTo(1_000_000);
    int before = timeout.left();
    await().until(timeout::left, left -> left < before);
  }

  @Test
  void left_isEndlessWhereTheCallerSetNoLimit() throws Exception {
    assertThat(new ConnectTimeout(0).left()).isZero();
  }

  @Test
  void left_failsAsTheJdkDoesWhenTheTimeHasPassed() {
    ConnectTimeout timeout = new ConnectTimeout(1);
    Callable<Boolean> passed =
        () -> {
          try {
            return timeout.left() < 0;
          } catch (SocketTimeoutException e) {
            return true;
          }
        };
    await().until(passed);
    assertThatThrownBy(timeout::left)
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessage("Connect timed out");
  }
}
