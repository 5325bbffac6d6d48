/**
 * Socket factories for the JDBC drivers that want a type of their own. Drivers that take a {@code
 * javax.net.SocketFactory} are given {@link io.github.smc4j.SmcSocketFactory} itself.
 */
@NullMarked
package io.github.smc4j.jdbc;

import org.jspecify.annotations.NullMarked;
