/**
 * JDBC drivers with the socket factories of this project, against real servers: on the host over
 * TCP, in the lab over SMC.
 */
@NullMarked
package io.github.smc4j.jdbc;

import org.jspecify.annotations.NullMarked;
