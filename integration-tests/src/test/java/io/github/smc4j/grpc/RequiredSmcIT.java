package io.github.smc4j.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.lab.Command;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where connections without SMC are not wanted; what becomes of them is a unit test's. */
@Tag("lab")
@Tag("once")
class RequiredSmcIT {
  @Test
  void channelsAndServers_runOnSmcd() throws Exception {
    String output =
        Command.output(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dsmc.mode=require",
            "-cp",
            System.getProperty("java.class.path"),
            KindOfConversation.class.getName());
    assertThat(output).endsWith("[" + Kind.SMC_D.name() + "]");
  }
}
