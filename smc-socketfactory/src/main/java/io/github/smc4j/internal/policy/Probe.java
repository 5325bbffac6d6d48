package io.github.smc4j.internal.policy;

/** Whether SMC to a destination is tried out before its connections use it ({@code smc.probe}). */
public enum Probe {
  /** The first connection tries. */
  OFF,
  /** Connections run on TCP until a connection of smc4j's own has shown that SMC works. */
  BACKGROUND
}
