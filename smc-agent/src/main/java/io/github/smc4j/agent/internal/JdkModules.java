package io.github.smc4j.agent.internal;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;

/** What an agent may do with the JDK's modules, and an application must ask for with options. */
final class JdkModules {
  private static final Module BASE = Object.class.getModule();
  private static final Module OURS = JdkModules.class.getModule();

  private final Instrumentation instrumentation;

  JdkModules(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** Opens a package of java.base to the agent. */
  void open(String name) {
    instrumentation.redefineModule(
        BASE, Set.of(), Map.of(), Map.of(name, Set.of(OURS)), Set.of(), Map.of());
  }

  /** Lets the classes of java.base call those of another module. */
  void read(Module other) {
    instrumentation.redefineModule(BASE, Set.of(other), Map.of(), Map.of(), Set.of(), Map.of());
  }
}
