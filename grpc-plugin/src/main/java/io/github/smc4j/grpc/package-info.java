/**
 * Puts gRPC's connections on SMC. There is nothing here to call: with the jar on the class path,
 * {@code ManagedChannelBuilder}, {@code ServerBuilder} and {@code Grpc} make channels and servers
 * whose connections the policy of this JVM decides on. It works with gRPC 1.59 and newer.
 *
 * <p>On a host without SMC, and with {@code smc.mode=off}, gRPC is what it is without the jar. With
 * wrong settings every builder throws {@link io.github.smc4j.SmcConfigurationException}. {@code
 * NettyChannelBuilder} and {@code NettyServerBuilder} called by name take the channel types of
 * {@code io.github.smc4j.netty}.
 *
 * <p>Channels send a PING after 6 minutes of silence while calls are under way, because TCP
 * keepalive does not guard an SMC link; {@code keepAliveTime} sets another time.
 */
@org.jspecify.annotations.NullMarked
package io.github.smc4j.grpc;
