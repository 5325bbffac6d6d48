package io.github.smc4j.internal.policy;

/**
 * What the policy says about one destination or listener. Immutable; made once with the policy, so
 * that deciding allocates nothing.
 *
 * @param reason the setting that decided, with where it stands, such as {@code rule smc.rules[0]
 *     (application.conf: 3)}
 */
public record Decision(Mode mode, String reason) {}
