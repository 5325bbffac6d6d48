package io.github.smc4j.internal;

import io.github.smc4j.internal.kernel.Conversion;
import io.github.smc4j.internal.kernel.SocketType;
import io.github.smc4j.internal.policy.Decision;
import io.github.smc4j.internal.policy.Mode;
import io.github.smc4j.internal.policy.Policy;
import io.github.smc4j.internal.policy.Probe;
import io.github.smc4j.internal.policy.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Carries a decision of the policy out on a kernel socket. */
public final class Converter {
  /** Whether the log knows of one that failed; the next ones are likely to fail alike. */
  private static final AtomicBoolean FAILED = new AtomicBoolean();

  private static final Decision FAILED_BEFORE =
      new Decision(Mode.OFF, "an SMC handshake that failed within smc.breaker.remember");

  private static final Decision UNPROVED =
      new Decision(Mode.OFF, "smc.probe, which has not proved SMC for this destination yet");

  private final Settings settings;
  private final boolean optionsToCome;

  /** The same for every socket. */
  private volatile @Nullable Conversion conversion;

  public Converter(Settings settings) {
    this(settings, false);
  }

  private Converter(Settings settings, boolean optionsToCome) {
    this.settings = settings;
    this.optionsToCome = optionsToCome;
  }

  /** For sockets that are converted before anybody sets their options. */
  public static Converter forOptionsToCome(Settings settings) {
    return new Converter(settings, true);
  }

  public Settings settings() {
    return settings;
  }

  /**
   * Decides for a connection as the policy does, but for TCP where SMC has failed lately or is not
   * proved yet.
   */
  public Decision connect(InetSocketAddress destination) {
    Decision decision = settings.policy().connect(destination);
    if (decision.mode() != Mode.PREFER || !isTried(Mode.PREFER)) {
      return decision;
    }
    if (FailedDestinations.JVM.contains(destination)) {
      return FAILED_BEFORE;
    }
    return settings.probe() == Probe.BACKGROUND && !BackgroundProbe.JVM.proves(destination, this)
        ? UNPROVED
        : decision;
  }

  /** Has a destination dialled with TCP from now on, because its SMC handshake has failed. */
  public void noteFailure(InetSocketAddress destination, Handshake handshake) {
    if (handshake.failure() != null) {
      boolean known = FailedDestinations.JVM.contains(destination);
      BackgroundProbe.JVM.forget(destination);
      FailedDestinations.JVM.remember(destination, handshake.failure(), settings.breakerTime());
      Log.get()
          .log(
              known ? System.Logger.Level.DEBUG : System.Logger.Level.INFO,
              "{0} is dialled with TCP for {1}: {2}",
              destination,
              settings.breakerTime(),
              handshake.failure());
    }
  }

  /**
   * Makes the socket to dial with if {@code decision} wants SMC and the host can.
   *
   * @param model the socket whose options and local address it takes over, or null
   * @param destination what it is for
   * @return null for TCP
   * @throws IOException if there is none although the decision requires it
   */
  public @Nullable SmcDial dial(
      Decision decision, @Nullable Socket model, InetSocketAddress destination) throws IOException {
    return convert(decision, conversion -> SmcDial.open(conversion, model, destination));
  }

  /**
   * Makes the socket to connect a channel with if {@code decision} wants SMC and the host can.
   *
   * @param channel one that {@link ChannelDial} takes
   * @param local the address to connect from, or null for the channel's own, if it is bound
   * @return null for TCP
   * @throws IOException if there is none although the decision requires it
   */
  public @Nullable ChannelDial dial(
      Decision decision,
      SocketChannel channel,
      InetSocketAddress destination,
      @Nullable InetSocketAddress local)
      throws IOException {
    return convert(
        decision, conversion -> ChannelDial.open(conversion, channel, destination, local));
  }

  /**
   * Makes an SMC socket if {@code decision} wants that and the host can.
   *
   * @param attempt how; made only where the host has SMC
   * @return what the attempt made, or null if it made nothing, or for TCP
   * @throws IOException if there is none although the decision requires it
   */
  public <T> @Nullable T convert(Decision decision, Attempt<T> attempt) throws IOException {
    if (!isTried(decision.mode())) {
      return null;
    }
    try {
      return attempt.with(conversion());
    } catch (IOException e) {
      if (decision.mode() == Mode.REQUIRE) {
        throw required(decision, e);
      }
      Log.get()
          .log(
              FAILED.compareAndSet(false, true)
                  ? System.Logger.Level.WARNING
                  : System.Logger.Level.DEBUG,
              "a socket stays on TCP where "
                  + decision.reason()
                  + " prefers SMC, because no SMC socket could be had in its place: "
                  + e.getMessage(),
              e);
      return null;
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
    Conversion made = conversion;
    if (made == null) {
      made = makeConversion();
      conversion = made;
    }
    return made;
  }

  private Conversion makeConversion() throws SocketException {
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
      case AUTO -> optionsToCome ? afSmcLast(granted) : granted;
      case AF_SMC -> only(SocketType.AF_SMC, granted);
      case IPPROTO_SMC -> only(SocketType.IPPROTO_SMC, granted);
    };
  }

  /** It refuses SO_REUSEPORT, which IPPROTO_SMC takes. */
  private static List<SocketType> afSmcLast(List<SocketType> granted) {
    return granted.stream().sorted(Comparator.comparing(SocketType.AF_SMC::equals)).toList();
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
  public interface Attempt<T> {
    @Nullable T with(Conversion conversion) throws IOException;
  }
}
