/** What is left after ten thousand connections: nothing, in the process and in the kernel. */
@org.jspecify.annotations.NullMarked
package io.github.smc4j.leak;
