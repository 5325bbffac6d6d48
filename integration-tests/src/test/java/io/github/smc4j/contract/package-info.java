/**
 * What a JVM may expect of a stream connection, as suites that run over TCP, MPTCP, SMC-D and SMC-R
 * alike.
 *
 * <p>A contract is an interface of tests on one idea ({@link
 * io.github.smc4j.contract.TransferContract}, say). {@link io.github.smc4j.contract.SocketContract}
 * and {@link io.github.smc4j.contract.ChannelContract} gather those of one API, and a class ending
 * in {@code IT} runs one of them over one {@link io.github.smc4j.contract.Transport}. The other end
 * of every connection is a {@link io.github.smc4j.contract.Peer}, in this JVM or on another
 * machine. Where a link differs from TCP, {@link io.github.smc4j.contract.Nature} says so.
 */
@org.jspecify.annotations.NullMarked
package io.github.smc4j.contract;
