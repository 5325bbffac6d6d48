package io.github.smc4j.agent;

import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A {@link PageReader} in a process of its own. */
final class PageReading {
  /** Its connections, one of each of the JDK's clients. */
  static final int CONNECTIONS = 2;

  private static final String LAST_STATUS = "HttpURLConnection: 200";

  private PageReading() {}

  /** Reads the page that a server has at its root. */
  static Session from(Listener server, List<String> options, Path directory)
      throws IOException, InterruptedException {
    JavaProgram program =
        new JavaProgram(
            "the page's reader",
            Classes.of(PageReader.class),
            options,
            List.of(
                PageReader.class.getName(), "http://127.0.0.1:" + server.address().getPort() + "/"),
            directory.resolve("reader.log"));
    return Session.run(program, List.of(), LAST_STATUS, server);
  }

  /** Reads the page of a {@link PageServer} that runs with the same options. */
  static Session ofJdkServer(List<String> options, Path directory)
      throws IOException, InterruptedException {
    try (RunningProgram server = server(options, directory).startReadable()) {
      return from(listener(server), options, directory);
    }
  }

  private static JavaProgram server(List<String> options, Path directory) {
    return new JavaProgram(
        "the HTTP server",
        Classes.of(PageServer.class),
        options,
        List.of(PageServer.class.getName()),
        directory.resolve("server.log"));
  }

  /** Where a {@link PageServer} says that it listens. */
  static Listener listener(RunningProgram server) throws IOException {
    String port = server.output().readLine();
    if (port == null) {
      throw server.failure("does not listen", null);
    }
    return new Listener(server.pid(), Loopback.address(Integer.parseInt(port)));
  }
}
