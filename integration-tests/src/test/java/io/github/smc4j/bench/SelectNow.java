package io.github.smc4j.bench;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import io.github.smc4j.cassandra.SmcSession;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * {@code SELECT now()} through the Cassandra driver, over a session of the plug-in's and over one
 * of the driver's own by turns, because the server gets faster all the time. One event loop makes
 * each query when the one before is answered. Arguments: the {@link Sockets}, which are smc4j's,
 * the server's port and the number of rounds. Prints the kind of the first session's links, what a
 * query takes over the first and over the second, and how much of that is the client's, of the
 * first and of the second.
 */
final class SelectNow {
  private static final int QUERIES = 25;

  private final BoundStatement query;
  private final CqlSession session;

  private SelectNow(CqlSession session) {
    this.session = session;
    query = session.prepare("SELECT now() FROM system.local").bind();
  }

  public static void main(String[] args) throws IOException {
    InetSocketAddress server =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]));
    try (CqlSession smc4j = session(SmcSession.builder(), server)) {
      String kinds = kinds(server);
      try (CqlSession plain = session(CqlSession.builder(), server)) {
        Turns turns =
            Turns.of(
                Integer.parseInt(args[2]),
                new SelectNow(smc4j)::queries,
                new SelectNow(plain)::queries);
        System.out.printf(
            "%s %d %d %d %d%n",
            kinds,
            turns.first().nanoseconds() / QUERIES,
            turns.second().nanoseconds() / QUERIES,
            turns.first().ofThisJvm() / QUERIES,
            turns.second().ofThisJvm() / QUERIES);
      }
    }
  }

  /** With one thread for the queries, nothing that comes between them, and no list of the jar's. */
  private static CqlSession session(CqlSessionBuilder builder, InetSocketAddress server) {
    DriverConfigLoader configuration =
        DriverConfigLoader.programmaticBuilder()
            .withInt(DefaultDriverOption.NETTY_IO_SIZE, 1)
            .withInt(DefaultDriverOption.NETTY_ADMIN_SIZE, 1)
            .withInt(DefaultDriverOption.CONNECTION_POOL_LOCAL_SIZE, 1)
            .withDuration(DefaultDriverOption.HEARTBEAT_INTERVAL, Duration.ofHours(1))
            .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
            .withStringList(DefaultDriverOption.METADATA_NODE_STATE_LISTENER_CLASSES, List.of())
            .withStringList(DefaultDriverOption.METADATA_SCHEMA_CHANGE_LISTENER_CLASSES, List.of())
            .build();
    return builder
        .addContactPoint(server)
        .withLocalDatacenter("datacenter1")
        .withConfigLoader(configuration)
        .build();
  }

  /** Of the connections so far, each once. */
  private static String kinds(InetSocketAddress server) throws IOException {
    return LinkObserver.kinds(server).stream()
        .distinct()
        .map(ObservedLink.Kind::toString)
        .collect(Collectors.joining(" and "));
  }

  private void queries() throws IOException {
    CompletableFuture<Void> done = new CompletableFuture<>();
    query(QUERIES, done);
    try {
      done.join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
  }

  /** Asks again and again, from the thread that takes the answers. */
  private void query(int left, CompletableFuture<Void> done) {
    session
        .executeAsync(query)
        .whenComplete((rows, failure) -> answered(rows, failure, left, done));
  }

  private void answered(
      AsyncResultSet rows, Throwable failure, int left, CompletableFuture<Void> done) {
    if (failure != null) {
      done.completeExceptionally(failure);
    } else if (rows.one() == null) {
      done.completeExceptionally(new IOException("an answer without a row"));
    } else if (left == 1) {
      done.complete(null);
    } else {
      query(left - 1, done);
    }
  }
}
