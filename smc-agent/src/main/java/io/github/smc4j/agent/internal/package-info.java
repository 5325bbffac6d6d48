/** The agent, behind its entry. */
@NullMarked
package io.github.smc4j.agent.internal;

import org.jspecify.annotations.NullMarked;
