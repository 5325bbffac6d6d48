package io.github.smc4j.cassandra;

import static java.util.stream.Collectors.toCollection;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.internal.core.channel.DriverChannel;
import com.datastax.oss.driver.internal.core.context.InternalDriverContext;
import com.datastax.oss.driver.internal.core.pool.ChannelPool;
import com.datastax.oss.driver.internal.core.session.DefaultSession;
import io.github.smc4j.Link;
import io.github.smc4j.agent.Links;
import io.github.smc4j.agent.Listener;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.netty.channel.Channel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the connections of a session run on: the one that it asks about the cluster, and those that
 * it executes requests on.
 *
 * @param told what this JVM tells of each
 * @param client what the kernel tells of them to anybody
 * @param server the same of their ends at the server
 */
record SessionLinks(List<Link.Kind> told, List<Kind> client, List<Kind> server) {

  static SessionLinks expected(Kind kind, int connections) {
    List<Kind> all = Collections.nCopies(connections, kind);
    return new SessionLinks(
        Collections.nCopies(connections, Link.Kind.valueOf(kind.name())), all, all);
  }

  static SessionLinks of(CqlSession session, CassandraServer server) throws IOException {
    List<Link.Kind> told = new ArrayList<>();
    Set<Integer> ports = new LinkedHashSet<>();
    for (Channel channel : channels(session)) {
      told.add(Link.of(channel).kind());
      ports.add(((InetSocketAddress) channel.localAddress()).getPort());
    }
    List<ObservedLink> made =
        LinkObserver.connections(server.listener()).stream()
            .filter(link -> ports.contains(link.local().getPort()))
            .toList();
    Links seen = Links.of(made, new Listener(server.pid(), server.listener()));
    return new SessionLinks(told, seen.client(), seen.server());
  }

  /** Its connections that are open. */
  static Set<Channel> channels(CqlSession session) {
    Set<DriverChannel> channels = new LinkedHashSet<>();
    add(((InternalDriverContext) session.getContext()).getControlConnection().channel(), channels);
    for (ChannelPool pool : ((DefaultSession) session).getPools().values()) {
      addAll(pool, channels);
    }
    return channels.stream()
        .map(channel -> channel.closeFuture().channel())
        .filter(Channel::isOpen)
        .collect(toCollection(LinkedHashSet::new));
  }

  /** A pool names the one that is least in use, and counts it as used once more each time. */
  private static void addAll(ChannelPool pool, Set<DriverChannel> channels) {
    for (int i = pool.size(); i > 0; i--) {
      add(pool.next(), channels);
    }
  }

  private static void add(@Nullable DriverChannel channel, Set<DriverChannel> channels) {
    if (channel != null) {
      channels.add(channel);
    }
  }
}
