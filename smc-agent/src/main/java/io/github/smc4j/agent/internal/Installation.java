package io.github.smc4j.agent.internal;

import io.github.smc4j.SmcConfigurationException;
import io.github.smc4j.internal.Availability;
import io.github.smc4j.internal.DualStack;
import io.github.smc4j.internal.kernel.Preload;
import io.github.smc4j.internal.policy.Settings;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the agent into a JVM. */
public final class Installation {
  /** What is changed of the JDK's classes. */
  private static final List<String> OF_THE_JDK =
      List.of(NetHooksPatch.CLASS, SocketDialPatch.IMPLEMENTATION, SocketDialPatch.NET);

  private final Instrumentation instrumentation;
  private final JdkModules modules;

  private Installation(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
    this.modules = new JdkModules(instrumentation);
  }

  /**
   * Installs it, before the application opens a socket if possible. The settings are read and the
   * native library is loaded here, in one thread, because both may load security providers.
   *
   * @param arguments settings, or null
   * @throws SmcConfigurationException if settings are wrong
   * @throws ReflectiveOperationException if this JDK is not built as smc4j knows it
   */
  public static void install(@Nullable String arguments, Instrumentation instrumentation)
      throws IOException, ReflectiveOperationException, UnmodifiableClassException {
    Settings settings = settings(arguments);
    String note = new PreferIpv4Stack(new File("/")).apply(settings.ipv4Stack());
    new Installation(instrumentation).install(settings, note);
  }

  /** Leaves nothing behind where they are wrong: the agent may be attached again with others. */
  private static Settings settings(@Nullable String arguments) {
    Set<String> properties = AgentArguments.apply(arguments);
    try {
      return Settings.global();
    } catch (SmcConfigurationException e) {
      properties.forEach(System::clearProperty);
      throw e;
    }
  }

  private void install(Settings settings, @Nullable String note)
      throws IOException, ReflectiveOperationException, UnmodifiableClassException {
    JdkCallSites.check();
    new BootClasses(modules).define();
    AgentHooks.takeOver(settings, registrations(), checked(note));
    Patches patches =
        new Patches(new NetHooksPatch(), new SocketDialPatch(), new KafkaPatch(), new EpollPatch());
    instrumentation.addTransformer(patches, true);
    for (String changed : OF_THE_JDK) {
      Class<?> type = Class.forName(changed, false, null);
      if (!patches.haveChanged(changed)) {
        instrumentation.retransformClasses(type); // somebody has loaded it before
      }
    }
  }

  /** An agent before this one may have had the JDK look at the property already. */
  private static @Nullable String checked(@Nullable String note) throws IOException {
    return note != null && Availability.probed().cause() == null && DualStack.isPresent()
        ? note
            + ", but the JVM has opened its network before and stays on IPv6 sockets: name smc4j's"
            + " agent before all others, or set the property on the command line"
        : note;
  }

  /** Null where no socket can be converted. */
  private @Nullable SelectorRegistrations registrations() throws ReflectiveOperationException {
    if (Availability.probed().cause() != null) {
      return null;
    }
    Preload.standAside();
    return new SelectorRegistrations(modules);
  }
}
