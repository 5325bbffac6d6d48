package io.github.smc4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import org.junit.jupiter.api.Test;

class SmcSocketFactoryTest {
  @Test
  void createSocket_makesTheJdksOwnSocketWhereNothingWantsSmc() throws Exception {
    try (Socket socket = new SmcSocketFactory("smc.mode=off").createSocket()) {
      assertThat(socket.getClass()).isEqualTo(Socket.class);
    }
  }

  @Test
  void createSocket_makesAnSmcSocketWhereSomeDestinationRequiresIt() throws Exception {
    String settings = "smc.mode=off,smc.rules=[{to=10.0.0.0/8,mode=require}]";
    try (Socket socket = new SmcSocketFactory(settings).createSocket()) {
      assertThat(socket).isInstanceOf(SmcSocket.class);
    }
  }
}
