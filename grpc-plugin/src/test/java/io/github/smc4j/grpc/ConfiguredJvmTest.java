package io.github.smc4j.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.SmcConfigurationException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of gRPC in a JVM with these settings. */
class ConfiguredJvmTest {
  private static final String HOST_WITH_SMC = "io.github.smc4j.Smc#isAvailable";
  private static final String[] AS_WITHOUT_THE_JAR = {
    "channels: io.grpc.netty.NettyChannelProvider",
    "servers: io.grpc.netty.NettyServerProvider",
    "exchange: hello"
  };

  @TempDir Path directory;

  @Test
  void modeOff_leavesGrpcAsItIs() throws Exception {
    assertThat(exchange("-Dsmc.mode=off")).contains(AS_WITHOUT_THE_JAR);
  }

  @Test
  @DisabledIf(value = HOST_WITH_SMC, disabledReason = "this host has SMC")
  void hostWithoutSmc_leavesGrpcAsItIs() throws Exception {
    assertThat(exchange()).contains(AS_WITHOUT_THE_JAR);
  }

  @Test
  @DisabledIf(value = HOST_WITH_SMC, disabledReason = "this host has SMC")
  void requiredForConnects_failsCallsWithTheCause() throws Exception {
    assertThat(exchange("-Dsmc.rules=[{direction=connect,mode=require}]"))
        .contains("channels: " + SmcChannelProvider.class.getName())
        .containsPattern(
            "exchange: io.grpc.StatusRuntimeException: UNAVAILABLE.*SMC is required by");
  }

  @Test
  @DisabledIf(value = HOST_WITH_SMC, disabledReason = "this host has SMC")
  void requiredForListeners_failsTheStartWithTheCause() throws Exception {
    assertThat(exchange("-Dsmc.rules=[{direction=listen,mode=require}]"))
        .contains("servers: " + SmcServerProvider.class.getName())
        .containsPattern("exchange: java.io.IOException.*SMC is required by");
  }

  @Test
  void wrongSettings_areThrownByEveryBuilder() throws Exception {
    String wrong = ": " + SmcConfigurationException.class.getName() + ": .*sometimes";
    assertThat(exchange("-Dsmc.mode=sometimes"))
        .containsPattern("exchange" + wrong)
        .containsPattern("forTarget" + wrong)
        .containsPattern("forPort" + wrong)
        .containsPattern("newServerBuilder" + wrong);
  }

  @Test
  void wrongSettings_areToldByServersOfTheChannelType() throws Exception {
    assertThat(run(ServerOfChannelType.class, classPath(), "-Dsmc.mode=sometimes"))
        .containsPattern(SmcConfigurationException.class.getName() + ": .*sometimes");
  }

  @Test
  void withoutTheCore_grpcStaysAsItIsAndTheLogSaysWhatIsMissing() throws Exception {
    assertThat(run(Exchange.class, without("smc-socketfactory"), "-Dsmc.mode=require"))
        .contains(AS_WITHOUT_THE_JAR)
        .contains("because io.github.smc4j.netty.SmcSocketChannel cannot be loaded");
  }

  @Test
  void withoutWhatTheCoreNeeds_grpcStaysAsItIsAndTheLogSaysWhatIsMissing() throws Exception {
    assertThat(run(Exchange.class, without("config-"), "-Dsmc.mode=require"))
        .contains(AS_WITHOUT_THE_JAR)
        .contains("because com.typesafe.config.Config cannot be loaded")
        .contains("put smc-socketfactory, config and gRPC's transport on the class path");
  }

  @Test
  void withoutGrpcNetty_thereIsNothingToChoose() throws Exception {
    assertThat(run(Exchange.class, without("grpc-netty"), "-Dsmc.mode=require"))
        .contains("ProviderNotFoundException")
        .contains("io.grpc.netty.NettyChannelProvider");
  }

  private String exchange(String... settings) throws Exception {
    return run(Exchange.class, classPath(), settings);
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static String without(String jar) {
    return Arrays.stream(classPath().split(File.pathSeparator))
        .filter(entry -> !entry.contains("/" + jar))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private String run(Class<?> program, String classPath, String... settings) throws Exception {
    Path output = directory.resolve("output");
    List<String> command =
        Stream.of(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                Stream.of("-Xcheck:jni", "-cp", classPath),
                Stream.of(settings),
                Stream.of(program.getName()))
            .flatMap(words -> words)
            .toList();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return Files.readString(output);
  }
}
