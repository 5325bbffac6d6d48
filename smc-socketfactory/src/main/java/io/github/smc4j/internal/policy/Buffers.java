package io.github.smc4j.internal.policy;

import java.util.OptionalInt;

/**
 * The buffer sizes in bytes for SMC sockets to which the application gave none ({@code
 * smc.buffers}); empty leaves the kernel's default.
 */
public record Buffers(OptionalInt send, OptionalInt receive) {}
