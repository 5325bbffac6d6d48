package io.github.smc4j.bench;

import static java.util.stream.Collectors.joining;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.sun.management.ThreadMXBean;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;

/**
 * {@code SELECT now()} through the Cassandra driver: one event loop makes each query when the one
 * before is answered. The class path says whether there is a plug-in. Arguments: the {@link
 * Sockets}, the server's port and its process. Prints the kind of the links, what a query takes,
 * and how much of it goes to the client's and the server's process, user code and kernel: client
 * user, client kernel, server user, server kernel, and the client's once more as a median.
 */
final class SelectNow {
  private static final int QUERIES = 25;

  private final CqlSession session;
  private final BoundStatement query;

  private SelectNow(CqlSession session) {
    this.session = session;
    query = session.prepare("SELECT now() FROM system.local").bind();
  }

  public static void main(String[] args) throws IOException {
    InetSocketAddress server =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]));
    try (CqlSession session =
        CqlSession.builder()
            .addContactPoint(server)
            .withLocalDatacenter("datacenter1")
            .withConfigLoader(configuration())
            .build()) {
      print(server, Long.parseLong(args[2]), new SelectNow(session));
    }
  }

  /** One thread for the queries, and nothing that comes between them. */
  private static DriverConfigLoader configuration() {
    return DriverConfigLoader.programmaticBuilder()
        .withInt(DefaultDriverOption.NETTY_IO_SIZE, 1)
        .withInt(DefaultDriverOption.NETTY_ADMIN_SIZE, 1)
        .withInt(DefaultDriverOption.CONNECTION_POOL_LOCAL_SIZE, 1)
        .withDuration(DefaultDriverOption.HEARTBEAT_INTERVAL, Duration.ofHours(1))
        .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
        .build();
  }

  private static void print(InetSocketAddress server, long serversProcess, SelectNow select)
      throws IOException {
    long client = ProcessHandle.current().pid();
    Measurement.warmUp(1, select::queries);

    CpuTime clientBefore = CpuTime.of(client);
    CpuTime serverBefore = CpuTime.of(serversProcess);
    long roundTrip = Measurement.of(1, select::queries) / QUERIES;
    CpuTime clients = CpuTime.of(client).since(clientBefore);
    CpuTime servers = CpuTime.of(serversProcess).since(serverBefore);
    long ofClient = Measurement.of(1, select::queries, SelectNow::ofThreads) / QUERIES;

    long queries = (long) QUERIES * Measurement.ALL_ROUNDS;
    System.out.printf(
        "%s %d %d %d %d %d %d%n",
        kinds(server),
        roundTrip,
        clients.user() / queries,
        clients.kernel() / queries,
        servers.user() / queries,
        servers.kernel() / queries,
        ofClient);
  }

  /** The processor time of this JVM's threads, but for the collector's and the compiler's. */
  private static long ofThreads() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return LongStream.of(threads.getThreadCpuTime(threads.getAllThreadIds())).sum();
  }

  /** Of the session's connections, each once. */
  private static String kinds(InetSocketAddress server) throws IOException {
    return LinkObserver.kinds(server).stream()
        .distinct()
        .map(ObservedLink.Kind::toString)
        .collect(joining(" and "));
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
