@NullMarked
package io.github.smc4j.cassandra;

import org.jspecify.annotations.NullMarked;
