package io.github.smc4j.jdbc;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIf;

/** Tests of what becomes of connections on a host without SMC; with it they would be others. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DisabledIf(value = "io.github.smc4j.Smc#isAvailable", disabledReason = "this host has SMC")
public @interface OnTcp {}
