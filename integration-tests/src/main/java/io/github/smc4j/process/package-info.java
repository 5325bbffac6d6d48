/** Programs in processes of their own, which never outlive this virtual machine. */
@NullMarked
package io.github.smc4j.process;

import org.jspecify.annotations.NullMarked;
