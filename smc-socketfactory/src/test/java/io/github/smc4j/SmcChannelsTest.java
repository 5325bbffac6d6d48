package io.github.smc4j;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.StandardProtocolFamily;
import org.junit.jupiter.api.Test;

class SmcChannelsTest {
  @Test
  void openSocketChannel_refusesAFamilyThatIsNotOfTheInternet() {
    assertThatThrownBy(() -> SmcChannels.openSocketChannel(StandardProtocolFamily.UNIX))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("UNIX");
  }
}
