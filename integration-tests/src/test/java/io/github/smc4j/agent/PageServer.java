package io.github.smc4j.agent;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;

/** The JDK's HTTP server with one page. Prints its port. */
final class PageServer {
  private static final byte[] PAGE = "a page of the JDK's server\n".getBytes(US_ASCII);

  private PageServer() {}

  public static void main(String[] arguments) throws IOException {
    HttpServer server = HttpServer.create(Loopback.address(0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, PAGE.length);
          exchange.getResponseBody().write(PAGE);
          exchange.close();
        });
    server.start();
    System.out.println(server.getAddress().getPort());
  }
}
