/** Runs the tests on other JDKs and in the lab, and shows their results as if they had run here. */
@NullMarked
package io.github.smc4j.lab;

import org.jspecify.annotations.NullMarked;
