/** What adapters of middleware on Netty need of the channel types. */
@org.jspecify.annotations.NullMarked
package io.github.smc4j.netty.internal;
