/**
 * Puts the sessions of the Cassandra Java driver 4 on SMC. With the jar on the class path there is
 * nothing to call: the connections of every {@code CqlSession} follow the policy of this JVM, and
 * what {@code datastax-java-driver.advanced.smc} in the driver's own configuration says. {@link
 * io.github.smc4j.cassandra.SmcSession} and {@link io.github.smc4j.cassandra.SmcNettyOptions} are
 * for applications whose configuration leaves the jar's {@code reference.conf} out.
 *
 * <p>On a host without SMC, and where nothing may use it, a session is what it is without the jar.
 * With wrong settings it is not built.
 */
@NullMarked
package io.github.smc4j.cassandra;

import org.jspecify.annotations.NullMarked;
