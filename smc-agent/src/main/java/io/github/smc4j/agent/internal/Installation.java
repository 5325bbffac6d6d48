package io.github.smc4j.agent.internal;

import io.github.smc4j.SmcConfigurationException;
import io.github.smc4j.internal.Availability;
import io.github.smc4j.internal.kernel.Preload;
import io.github.smc4j.internal.policy.Settings;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.util.List;
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
    AgentArguments.apply(arguments);
    Settings settings = Settings.global();
    String note = new PreferIpv4Stack(Path.of("/")).apply(settings.ipv4Stack());
    new Installation(instrumentation).install(settings, note);
  }

  private void install(Settings settings, @Nullable String note)
      throws IOException, ReflectiveOperationException, UnmodifiableClassException {
    JdkCallSites.check();
    new BootClasses(modules).define();
    AgentHooks.takeOver(settings, registrations(), note);
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

  /** Null where no socket can be converted. */
  private @Nullable SelectorRegistrations registrations() throws ReflectiveOperationException {
    if (Availability.probed().cause() != null) {
      return null;
    }
    Preload.standAside();
    return new SelectorRegistrations(modules);
  }
}
