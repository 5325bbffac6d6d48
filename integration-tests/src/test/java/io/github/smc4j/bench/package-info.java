/**
 * What SMC through smc4j costs, in instructions of a guest whose clock counts them: nanoseconds are
 * instructions here, and counts are no wall-clock times.
 */
@org.jspecify.annotations.NullMarked
package io.github.smc4j.bench;
