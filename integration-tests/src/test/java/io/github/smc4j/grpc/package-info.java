/**
 * gRPC with the plug-ins of this project, on both of its transports on Netty: on the host over TCP,
 * in the lab over SMC.
 */
@NullMarked
package io.github.smc4j.grpc;

import org.jspecify.annotations.NullMarked;
