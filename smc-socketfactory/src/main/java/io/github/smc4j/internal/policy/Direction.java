package io.github.smc4j.internal.policy;

/** Which end of a connection a rule is about. */
enum Direction {
  CONNECT,
  LISTEN
}
