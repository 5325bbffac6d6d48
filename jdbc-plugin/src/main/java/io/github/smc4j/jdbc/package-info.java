/**
 * Socket factories for the JDBC drivers that want a type of their own. Drivers that take a {@code
 * javax.net.SocketFactory} are given {@link io.github.smc4j.SmcSocketFactory} itself. Jaybird opens
 * the second connection on which a Firebird server tells events without asking a factory
 * (V10AsynchronousChannel of the driver): that one runs on TCP.
 */
@NullMarked
package io.github.smc4j.jdbc;

import org.jspecify.annotations.NullMarked;
