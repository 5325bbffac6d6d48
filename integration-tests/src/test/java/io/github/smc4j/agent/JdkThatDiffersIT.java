package io.github.smc4j.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A JDK that does not have the hook of those that smc4j knows. It is made of this one: with other
 * names, of the same length, in the constants of its classes.
 */
class JdkThatDiffersIT {
  private static final String HOOKS = "sun/net/NetHooks";
  private static final String CONNECT = "beforeTcpConnect";
  private static final List<String> CALLERS =
      List.of(
          "sun/nio/ch/NioSocketImpl",
          "sun/nio/ch/SocketChannelImpl",
          "sun/nio/ch/ServerSocketChannelImpl",
          "sun/nio/ch/UnixAsynchronousSocketChannelImpl",
          "sun/nio/ch/UnixAsynchronousServerSocketChannelImpl");

  @TempDir private Path patch;

  @Test
  void withoutTheHookForConnect_saysSoInOneLineAndRunsOnTcp() throws Exception {
    rename(CONNECT, "beforeTcpDialled", HOOKS);
    for (String caller : CALLERS) {
      rename(CONNECT, "beforeTcpDialled", caller);
    }

    assertRunsOnTcp("sun.net.NetHooks." + CONNECT);
  }

  @Test
  void withSocketsThatDoNotCallTheHook_saysSoInOneLineAndRunsOnTcp() throws Exception {
    rename(HOOKS, "sun/net/TcpHooks", HOOKS);
    rename(HOOKS, "sun/net/TcpHooks", HOOKS + "$Provider");
    rename(HOOKS, "sun/net/TcpHooks", "sun/net/sdp/SdpProvider");
    for (String caller : CALLERS) {
      rename(HOOKS, "sun/net/TcpHooks", caller);
    }

    assertRunsOnTcp("of this JDK does not know");
  }

  private void assertRunsOnTcp(String reason) throws Exception {
    Ending ending =
        Ending.ofSelfTalk(
            Stream.concat(
                    Agent.with("mode=require").stream(),
                    Stream.of("-Xshare:off", "--patch-module", "java.base=" + patch))
                .toList());

    assertThat(ending.status()).as(ending.toString()).isZero();
    assertThat(ending.output()).as(ending.toString()).containsExactly(SelfTalk.WORDS);
    assertThat(ending.linesOfTheAgent())
        .singleElement()
        .asString()
        .contains(reason, "all connections run on TCP");
  }

  private void rename(String from, String to, String type) throws IOException {
    String constants = new String(classFile(type), ISO_8859_1);
    Path file = patch.resolve(type.replace(from, to) + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, constants.replace(from, to).getBytes(ISO_8859_1));
  }

  private static byte[] classFile(String type) throws IOException {
    try (InputStream file = ClassLoader.getSystemResourceAsStream(type + ".class")) {
      return file.readAllBytes();
    }
  }
}
