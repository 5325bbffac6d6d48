/**
 * Channel types for Netty 4.1 and 4.2 that run over SMC where both ends have it, and over TCP where
 * not. Netty is the application's to bring.
 *
 * <p>{@link io.github.smc4j.netty.SmcSocketChannel} and {@link
 * io.github.smc4j.netty.SmcServerSocketChannel} are for NIO event loops, {@link
 * io.github.smc4j.netty.SmcEpollChannelFactory} and {@link
 * io.github.smc4j.netty.SmcEpollServerChannelFactory} for those of the native epoll transport.
 * {@code Link.of(channel)} tells what a connection runs on.
 */
@org.jspecify.annotations.NullMarked
package io.github.smc4j.netty;
