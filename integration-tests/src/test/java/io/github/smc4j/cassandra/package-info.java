/** The Cassandra driver, in this JVM and on its own Netty, and in others, against a real server. */
@NullMarked
package io.github.smc4j.cassandra;

import org.jspecify.annotations.NullMarked;
