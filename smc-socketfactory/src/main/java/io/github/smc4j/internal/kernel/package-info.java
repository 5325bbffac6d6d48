/**
 * The kernel: system calls, the native library behind them, and the conversion of sockets. Not API.
 */
@org.jspecify.annotations.NullMarked
package io.github.smc4j.internal.kernel;
