/**
 * What goes wrong when an application asks for SMC where it cannot be had: each fault is made for
 * real, and the application's bytes have to arrive all the same. {@code docs/fallback.md} lists
 * them.
 */
@org.jspecify.annotations.NullMarked
package io.github.smc4j.fault;
