package io.github.smc4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifetimesTest {
  private static final InetSocketAddress DATABASE = new InetSocketAddress("10.0.0.5", 5432);
  private static final InetSocketAddress BROKER = new InetSocketAddress("10.0.0.7", 9092);

  private final List<String> advice = new ArrayList<>();
  private final Lifetimes lifetimes = new Lifetimes(2, advice::add);

  @Test
  void add_tellsOnceAndNamesTheRuleWhenTheMedianOfFiftyIsUnderASecond() {
    add(DATABASE, 24, Lifetimes.BRIEF);
    add(DATABASE, 25, Lifetimes.BRIEF - 1);
    assertThat(advice).as("after 49").isEmpty();

    add(DATABASE, 1, 0);
    assertThat(advice)
        .singleElement()
        .asString()
        .contains("10.0.0.5 port 5432")
        .contains("{ direction = connect, to = \"10.0.0.5\", ports = 5432, mode = off }");

    add(DATABASE, 100, 0);
    assertThat(advice).as("once").hasSize(1);
  }

  @Test
  void add_saysNothingWhileHalfOfThemLiveForASecond() {
    add(DATABASE, 500, Lifetimes.BRIEF);
    add(DATABASE, 500, 0);
    assertThat(advice).isEmpty();

    add(DATABASE, 1, 0);
    assertThat(advice).hasSize(1);
  }

  @Test
  void add_countsEachDestinationByItself() {
    add(DATABASE, 49, 0);
    add(BROKER, 49, 0);
    assertThat(advice).isEmpty();
  }

  @Test
  void add_forgetsDestinationsBeyondTheCapacity() {
    add(DATABASE, 49, 0);
    add(BROKER, 1, 0);
    add(new InetSocketAddress("10.0.0.8", 9092), 1, 0);
    add(DATABASE, 1, 0);
    assertThat(advice).isEmpty();
  }

  private void add(InetSocketAddress destination, int times, long nanoseconds) {
    for (int i = 0; i < times; i++) {
      lifetimes.add(destination, nanoseconds);
    }
  }
}
