package io.github.smc4j.grpc;

import io.github.smc4j.contract.Family;
import io.github.smc4j.contract.Peer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** An {@link EchoProgram} on this machine or another, which share their files. */
final class ServerProcess implements AutoCloseable {
  /** Below the ports that the kernel gives to clients. */
  private static final int PORT = 15051;

  private static final String START =
      "%s -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m -cp %s %s %d"
          + " </dev/null >>${SMC_LAB_OUT:-/tmp}/grpc-server.log 2>&1 & echo $!";

  /** Soft-RoCE lets go of a process only once its connections are closed. */
  private static final String KILL =
      "kill -9 %1$s; for _ in {1..300}; do kill -0 %1$s || exit 0; sleep 0.1; done; exit 1";

  private final Peer machine;
  private final InetSocketAddress address;
  private String process;

  private ServerProcess(Peer machine, InetSocketAddress address, String process) {
    this.machine = machine;
    this.address = address;
    this.process = process;
  }

  /** Does not wait until it serves. */
  static ServerProcess start(Peer machine) throws IOException {
    return new ServerProcess(
        machine, new InetSocketAddress(machine.address(Family.IPV4), PORT), startProcess(machine));
  }

  private static String startProcess(Peer machine) throws IOException {
    return run(
        machine,
        START.formatted(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            System.getProperty("java.class.path"),
            EchoProgram.class.getName(),
            PORT));
  }

  private static String run(Peer machine, String script) throws IOException {
    return machine.command("bash", "-c", script);
  }

  InetSocketAddress address() {
    return address;
  }

  /** As channels are told it. */
  String target() {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /** Its kernel closes its connections; when it has done so, there is another server. */
  void killAndRestart() throws IOException {
    close();
    process = startProcess(machine);
  }

  @Override
  public void close() throws IOException {
    run(machine, KILL.formatted(process));
  }
}
