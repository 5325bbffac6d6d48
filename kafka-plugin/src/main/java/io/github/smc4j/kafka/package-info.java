/**
 * Puts Kafka's connections on SMC. There is nothing here to call: Kafka clients name a factory in
 * {@code socket.factory.class}, brokers need the jar on their class path.
 */
@org.jspecify.annotations.NullMarked
package io.github.smc4j.kafka;
