/** What Kafka's own configuration says of sockets, for the plug-in and for the agent. */
@org.jspecify.annotations.NullMarked
package io.github.smc4j.kafka.internal;
