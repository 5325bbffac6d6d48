/** Programs that know nothing of SMC, unmodified, under the agent. */
@NullMarked
package io.github.smc4j.agent;

import org.jspecify.annotations.NullMarked;
