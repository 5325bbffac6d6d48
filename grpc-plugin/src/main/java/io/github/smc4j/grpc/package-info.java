/**
 * Puts gRPC's connections on SMC. There is nothing here to call: with the jar on the class path,
 * {@code ManagedChannelBuilder}, {@code ServerBuilder} and {@code Grpc} make channels and servers
 * whose connections the policy of this JVM decides on.
 */
@org.jspecify.annotations.NullMarked
package io.github.smc4j.grpc;
