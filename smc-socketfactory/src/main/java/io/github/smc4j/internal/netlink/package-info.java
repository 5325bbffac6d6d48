/**
 * What the kernel tells about SMC over netlink: sockets through {@code sock_diag}
 * (net/smc/smc_diag.c), and devices, link groups, EIDs and counters through the generic netlink
 * family SMC_GEN_NETLINK (net/smc/smc_netlink.c).
 *
 * <p>Decoding is kept apart from I/O. Decoders read numbers in the order of the buffer they are
 * given, which is the machine's own for a live reply, and answer anything unreadable with {@link
 * io.github.smc4j.internal.netlink.NetlinkProtocolException} alone. The native library must have
 * been loaded before a socket is opened.
 */
@org.jspecify.annotations.NullMarked
package io.github.smc4j.internal.netlink;
