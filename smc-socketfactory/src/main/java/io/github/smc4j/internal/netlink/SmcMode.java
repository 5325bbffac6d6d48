package io.github.smc4j.internal.netlink;

/** What a connected SMC socket runs on. */
public enum SmcMode {
  SMC_D,
  SMC_R,
  /** SMC was tried and given up. */
  TCP
}
