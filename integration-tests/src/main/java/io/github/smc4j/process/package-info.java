/**
 * Programs in processes of their own, which never outlive this virtual machine, and the directories
 * that they work in.
 */
@NullMarked
package io.github.smc4j.process;

import org.jspecify.annotations.NullMarked;
