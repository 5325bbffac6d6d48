/** What the boot loader has to have. */
package io.github.smc4j.agent.boot;
