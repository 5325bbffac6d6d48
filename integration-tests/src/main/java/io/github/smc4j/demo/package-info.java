/**
 * {@code smc4j demo}: Kafka, Cassandra, gRPC and JDBC drivers, unmodified, over SMC, with every
 * link observed from outside; and the parts of it that tests of real servers share.
 */
@NullMarked
package io.github.smc4j.demo;

import org.jspecify.annotations.NullMarked;
