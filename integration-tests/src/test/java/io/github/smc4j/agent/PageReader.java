package io.github.smc4j.agent;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * The JDK's two HTTP clients. Arguments: the page's address. Prints the status that each client
 * got, waits for a line of its standard input or its end, and prints the page that each has read.
 */
final class PageReader {
  private PageReader() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    URI page = URI.create(arguments[0]);
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofInputStream());
    System.out.println("HttpClient: " + response.statusCode());
    HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
    System.out.println("HttpURLConnection: " + connection.getResponseCode());
    System.in.read();
    print(response.body());
    print(connection.getInputStream());
  }

  /** Until here its connection is in use. */
  private static void print(InputStream page) throws IOException {
    try (page) {
      System.out.print(new String(page.readAllBytes(), US_ASCII));
    }
  }
}
