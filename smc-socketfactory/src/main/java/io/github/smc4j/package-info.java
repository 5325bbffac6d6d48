/**
 * Linux SMC (Shared Memory Communications) sockets for the JVM, with TCP wherever SMC cannot be
 * had.
 *
 * <p>{@link io.github.smc4j.SmcSocketFactory}, {@link io.github.smc4j.SmcServerSocketFactory} and
 * {@link io.github.smc4j.SmcChannels} open sockets; {@link io.github.smc4j.Smc} says whether this
 * host has SMC. Everything in packages named {@code internal} is not API.
 */
@org.jspecify.annotations.NullMarked
package io.github.smc4j;
