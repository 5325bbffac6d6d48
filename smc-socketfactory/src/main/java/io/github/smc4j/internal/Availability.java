package io.github.smc4j.internal;

import io.github.smc4j.SmcConfigurationException;
import io.github.smc4j.internal.kernel.Errno;
import io.github.smc4j.internal.kernel.NativeLibrary;
import io.github.smc4j.internal.kernel.NativeLibraryException;
import io.github.smc4j.internal.kernel.SocketType;
import io.github.smc4j.internal.kernel.Syscalls;
import io.github.smc4j.internal.policy.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Whether this JVM can open SMC sockets, found out once by opening one.
 *
 * @param types the types of SMC socket that the kernel grants, preferred one first
 * @param cause why there is none, or null
 */
public record Availability(List<SocketType> types, @Nullable Throwable cause) {
  /** Whether the log knows of a refusal. */
  private static final AtomicBoolean TOLD = new AtomicBoolean();

  /**
   * The answer for this JVM; the first call loads the native library, asks the kernel and logs a
   * refusal.
   */
  public static Availability get() {
    Availability availability = probed();
    if (availability.cause() != null && !TOLD.get() && TOLD.compareAndSet(false, true)) {
      tell(availability.cause());
    }
    return availability;
  }

  /** The same, but nothing is logged: for when it is too early for the application's log. */
  public static Availability probed() {
    return Holder.PROBED;
  }

  /** Wrong settings are reported by every factory. */
  private static void tell(Throwable cause) {
    if (!(cause instanceof SmcConfigurationException)) {
      Log.get()
          .log(
              System.Logger.Level.INFO,
              "SMC is not available, so connections run on TCP unless they require SMC: {0}",
              cause.getMessage());
    }
  }

  private static Availability probe() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return unavailable("SMC is a feature of Linux and this is " + System.getProperty("os.name"));
    }
    try {
      return probe(Settings.global());
    } catch (SmcConfigurationException e) {
      return withoutSettings(e);
    }
  }

  private static Availability probe(Settings settings) {
    try {
      NativeLibrary.load(settings.nativeLibrary(), settings.nativeDirectory());
      return ofKernel();
    } catch (NativeLibraryException e) {
      return new Availability(List.of(), e);
    }
  }

  /**
   * Loads the library all the same: an adapter may need it to tell whom the wrong settings concern.
   */
  private static Availability withoutSettings(SmcConfigurationException wrong) {
    try {
      NativeLibrary.load(null, null);
    } catch (NativeLibraryException e) {
      wrong.addSuppressed(e);
    }
    return new Availability(List.of(), wrong);
  }

  /** The kernel's answer at this moment; {@link NativeLibrary#load} must have succeeded. */
  public static Availability ofKernel() {
    List<SocketType> granted = new ArrayList<>();
    StringJoiner refusals = new StringJoiner(", ");
    for (SocketType type : List.of(SocketType.AF_SMC, SocketType.IPPROTO_SMC)) {
      int result = type.open(SocketType.AF_INET);
      if (result < 0) {
        refusals.add("socket(" + type.name() + ") " + Errno.describe(result));
      } else {
        Syscalls.close(result);
        granted.add(type);
      }
    }
    if (granted.isEmpty()) {
      return unavailable(
          "the kernel refuses SMC sockets: "
              + refusals
              + "; load the module with 'modprobe smc', and see that seccomp, SELinux and"
              + " RestrictAddressFamilies allow the address family");
    }
    return new Availability(List.copyOf(granted), null);
  }

  private static Availability unavailable(String reason) {
    return new Availability(List.of(), new UnsupportedOperationException(reason));
  }

  private static final class Holder {
    private static final Availability PROBED = probe();
  }
}
