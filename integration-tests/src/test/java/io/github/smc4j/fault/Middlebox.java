package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.lab.Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A router between this machine and itself that returns the SMC option of a SYN in the SYN-ACK:
 * clients believe of every server behind it that it has SMC. Needs CAP_NET_ADMIN.
 */
public final class Middlebox implements AutoCloseable {
  private static final Path SOURCE = Path.of("src", "test", "c", "middlebox.c");
  private static final String DEVICE = "smcbox";
  private static final String NETWORK = "10.77.0.";

  private final Process process;

  private Middlebox(Process process) {
    this.process = process;
  }

  /** Compiles it into {@code directory} and starts it. */
  public static Middlebox start(Path directory) throws IOException {
    return start(directory, Duration.ZERO);
  }

  /** As {@link #start(Path)}, with a path on which a SYN is answered only after {@code delay}. */
  static Middlebox start(Path directory, Duration delay) throws IOException {
    String program = directory.resolve("middlebox").toString();
    Command.output("gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-o", program, SOURCE.toString());
    Middlebox middlebox =
        new Middlebox(
            new ProcessBuilder(program, DEVICE, String.valueOf(delay.toMillis()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    try {
      middlebox.awaitReady();
      Command.output("ip", "address", "add", NETWORK + "1/24", "dev", DEVICE);
      Command.output("ip", "link", "set", DEVICE, "up");
      return middlebox;
    } catch (IOException | AssertionError e) {
      middlebox.process.destroy();
      throw e;
    }
  }

  /** This machine in the network of the router: servers are reached here without it. */
  public static InetAddress here() throws UnknownHostException {
    return InetAddress.getByName(NETWORK + "1");
  }

  /** Where a server of this machine is reached through the router. */
  public InetSocketAddress inFrontOf(int port) {
    return new InetSocketAddress(NETWORK + "2", port);
  }

  private void awaitReady() throws IOException {
    BufferedReader output = process.inputReader();
    assertThat(output.readLine()).isEqualTo("ready");
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    assertThat(process.onExit().join().exitValue()).as("exit status of the middlebox").isZero();
  }
}
