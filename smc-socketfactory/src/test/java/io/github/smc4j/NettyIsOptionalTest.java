package io.github.smc4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that has no Netty. */
class NettyIsOptionalTest {
  private static final String PROGRAM =
      """
      import io.github.smc4j.Link;
      import java.net.*;
      import java.nio.channels.SocketChannel;
      public class Program implements java.util.concurrent.Callable<String> {
        public String call() throws Exception {
          try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
              Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
              SocketChannel channel = SocketChannel.open(server.getLocalSocketAddress())) {
            return Link.of(socket).kind() + " " + Link.of(channel).kind() + " " + ofText();
          }
        }
        private static String ofText() throws java.io.IOException {
          try {
            return Link.of("text").toString();
          } catch (IllegalArgumentException e) {
            return e.getMessage();
          }
        }
      }
      """;

  @Test
  void program_compilesAndRuns(@TempDir Path directory) throws Exception {
    Path source = Files.writeString(directory.resolve("Program.java"), PROGRAM);
    List<Path> classPath = List.of(locationOf(Link.class), locationOf(Config.class), directory);

    assertThat(compile(source, classPath)).isEmpty();

    try (URLClassLoader loader =
        new URLClassLoader(urls(classPath), ClassLoader.getPlatformClassLoader())) {
      Object program = loader.loadClass("Program").getConstructor().newInstance();
      assertThat(((Callable<?>) program).call())
          .asString()
          .startsWith("TCP TCP java.lang.String is no io.netty.channel.Channel");
    }
  }

  private static String compile(Path source, List<Path> classPath) {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    String path =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    ToolProvider.getSystemJavaCompiler()
        .run(null, null, messages, "-proc:none", "-classpath", path, source.toString());
    return messages.toString(UTF_8);
  }

  private static Path locationOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static URL[] urls(List<Path> classPath) throws Exception {
    URL[] urls = new URL[classPath.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = classPath.get(i).toUri().toURL();
    }
    return urls;
  }
}
