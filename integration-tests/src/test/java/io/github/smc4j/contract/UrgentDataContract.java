package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** Urgent data, which only {@code java.net} sockets can send. */
interface UrgentDataContract extends Fixture {
  @Test
  default void urgentData_isReadAmongTheRestWithOobInline() throws IOException {
    assumeFalse(Option.SO_OOBINLINE.isRefusedBy(nature(), false), "MPTCP has no SO_OOBINLINE");
    Socket socket = closing(transport().socket(Transport.Setup.none()));
    socket.setOOBInline(true);
    socket.connect(peerListens(new Behaviours.UrgentInline(new Behaviours.Echo())).address());
    socket.getOutputStream().write('s');
    assertThat(socket.getInputStream().read()).as("the peer is ready").isEqualTo('s');

    socket.getOutputStream().write('a');
    socket.sendUrgentData('u');
    socket.getOutputStream().write('z');

    assertThat(socket.getInputStream().readNBytes(3)).containsExactly('a', 'u', 'z');
  }

  @Test
  default void urgentData_isLeftOutWithoutOobInline() throws IOException {
    Socket socket = closing(transport().socket(Transport.Setup.none()));
    socket.connect(peerListens(new Behaviours.Urgent('a', 'u', 'z')).address());

    if (nature().keepsUrgentDataOutOfBand()) {
      assertThat(socket.getInputStream().readNBytes(2)).containsExactly('a', 'z');
    } else {
      assertThat(socket.getInputStream().readNBytes(3)).containsExactly('a', 'u', 'z');
    }
  }
}
