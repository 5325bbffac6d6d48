package io.github.smc4j.agent;

import java.net.InetSocketAddress;

/**
 * A port that a process listens on.
 *
 * @param pid of the process
 */
public record Listener(long pid, InetSocketAddress address) {}
