/** A Cassandra server and a client for it, unmodified and in processes of their own. */
@NullMarked
package io.github.smc4j.cassandra;

import org.jspecify.annotations.NullMarked;
