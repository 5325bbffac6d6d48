@NullMarked
package io.github.smc4j.demo;

import org.jspecify.annotations.NullMarked;
