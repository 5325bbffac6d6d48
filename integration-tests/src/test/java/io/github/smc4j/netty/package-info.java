/** Netty's channels over SMC: Netty's own tests of a transport, and what SMC adds to them. */
package io.github.smc4j.netty;
