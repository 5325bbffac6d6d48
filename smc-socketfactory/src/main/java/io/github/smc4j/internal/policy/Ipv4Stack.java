package io.github.smc4j.internal.policy;

/** Whether the agent has the JVM open IPv4 sockets only ({@code smc.ipv4-stack}). */
public enum Ipv4Stack {
  /** The JVM does as it would. */
  OFF,
  /** It opens IPv4 sockets. */
  ON,
  /** It opens IPv4 sockets where SMC-R version 2 needs them. */
  AUTO
}
