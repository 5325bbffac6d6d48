/**
 * What smc4j was told to do: the settings, read from their sources, and the policy that decides
 * from them, per destination, whether a connection uses SMC.
 */
@NullMarked
package io.github.smc4j.internal.policy;

import org.jspecify.annotations.NullMarked;
