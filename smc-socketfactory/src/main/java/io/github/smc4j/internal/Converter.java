package io.github.smc4j.internal;

import io.github.smc4j.internal.kernel.Conversion;
import io.github.smc4j.internal.kernel.SocketType;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import io.github.smc4j.internal.policy.Policy;
import io.github.smc4j.internal.policy.Settings;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** Carries a decision of the policy out on a kernel socket. */
public final class Converter {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  /** Whether the log knows of one that failed; the next ones are likely to fail alike. */
  private static final AtomicBoolean FAILED = new AtomicBoolean();

  private final Settings settings;

  public Converter(Settings settings) {
    this.settings = settings;
  }

  public Settings settings() {
    return settings;
  }

  /**
   * Makes a socket an SMC socket if {@code decision} wants that and the host can.
   *
   * @param attempt how; made only where the host has SMC
   * @return whether it is one now
   * @throws IOException if it is not one although the decision requires it
   */
  public boolean convert(Decision decision, Attempt attempt) throws IOException {
    if (!isTried(decision.mode())) {
      return false;
    }
    try {
      attempt.with(conversion());
      return true;
    } catch (IOException e) {
      if (decision.mode() == Mode.REQUIRE) {
        throw required(decision, e);
      }
      LOG.log(
          FAILED.compareAndSet(false, true)
              ? System.Logger.Level.WARNING
              : System.Logger.Level.DEBUG,
          "a socket stays on TCP where "
              + decision.reason()
              + " prefers SMC, because no SMC socket could be had in its place: "
              + e.getMessage(),
          e);
      return false;
    }
  }

  /**
   * Whether no socket can ever become an SMC socket, nor has to fail for not being one. The JDK's
   * own do then.
   */
  public boolean isIdle() {
    Policy policy = settings.policy();
    return !policy.requires() && !(policy.prefers() && isTried(Mode.PREFER));
  }

  /** Without SMC there is no use in trying, and {@link Availability} has said so. */
  private static boolean isTried(Mode mode) {
    return mode == Mode.REQUIRE || (mode == Mode.PREFER && Availability.get().cause() == null);
  }

  private Conversion conversion() throws SocketException {
    Availability availability = Availability.get();
    if (availability.cause() != null) {
      throw withCause(
          new SocketException("SMC is not available: " + availability.cause().getMessage()),
          availability.cause());
    }
    return new Conversion(
        wanted(availability.types()), settings.buffers().send(), settings.buffers().receive());
  }

  private List<SocketType> wanted(List<SocketType> granted) throws SocketException {
    return switch (settings.family()) {
      case AUTO -> granted;
      case AF_SMC -> only(SocketType.AF_SMC, granted);
      case IPPROTO_SMC -> only(SocketType.IPPROTO_SMC, granted);
    };
  }

  private static List<SocketType> only(SocketType wanted, List<SocketType> granted)
      throws SocketException {
    if (!granted.contains(wanted)) {
      throw new SocketException(
          "smc.family asks for "
              + wanted.name()
              + " but this kernel grants only "
              + granted.stream().map(SocketType::name).collect(Collectors.joining(", "))
              + "; set smc.family to auto");
    }
    return List.of(wanted);
  }

  private static SocketException required(Decision decision, IOException cause) {
    return withCause(
        new SocketException(
            "SMC is required by "
                + decision.reason()
                + " but cannot be had: "
                + cause.getMessage()),
        cause);
  }

  private static SocketException withCause(SocketException e, Throwable cause) {
    e.initCause(cause);
    return e;
  }

  /** Applies a conversion to a socket. */
  @FunctionalInterface
  public interface Attempt {
    void with(Conversion conversion) throws IOException;
  }
}
