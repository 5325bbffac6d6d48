package io.github.smc4j.internal.policy;

/** Whether SMC is used ({@code smc.mode}). */
public enum Mode {
  /** Plain TCP. */
  OFF,
  /** SMC, or TCP when SMC can't be had. */
  PREFER,
  /** SMC, or a failure that names the cause. */
  REQUIRE
}
