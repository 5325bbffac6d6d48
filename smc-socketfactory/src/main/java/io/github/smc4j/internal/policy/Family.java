package io.github.smc4j.internal.policy;

/** Which of the kernel's two ways to open an SMC socket is used ({@code smc.family}). */
public enum Family {
  /** Whichever the kernel has. */
  AUTO,
  /** Address family 43. */
  AF_SMC,
  /** Protocol 256 of the Internet families, since Linux 6.11. */
  IPPROTO_SMC
}
