package io.github.smc4j.internal.kernel;

import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Turns a socket into one of another type behind the JDK's back: a fresh kernel socket takes over
 * the options of the old one and then its descriptor number. Whatever holds the number carries on
 * with the new socket.
 *
 * <p>Only for sockets that are neither bound, connected nor registered with a selector: address and
 * epoll registration belong to the old kernel socket and go with it.
 *
 * @param types what to convert to, in order of preference; at least one
 * @param sendBuffer size in bytes for a socket that was given none
 * @param receiveBuffer size in bytes for a socket that was given none
 */
public record Conversion(
    List<SocketType> types, OptionalInt sendBuffer, OptionalInt receiveBuffer) {

  private static final Conversion TO_TCP =
      new Conversion(List.of(SocketType.TCP), OptionalInt.empty(), OptionalInt.empty());

  /**
   * Converts the Internet stream socket {@code fd} to the first type that the kernel grants and
   * that takes every option set so far. When this throws, the socket is as it was.
   *
   * @return a second descriptor of what {@code fd} is now, to be closed
   * @throws SocketException if no type could be had: the failure of the first, those of the others
   *     suppressed in it
   */
  public ConvertedSocket convert(int fd) throws SocketException {
    return convert(fd, SocketModel.of(fd));
  }

  /** Converts {@code fd} to a socket with the options of {@code model} rather than its own. */
  public ConvertedSocket convert(int fd, int model) throws SocketException {
    return convert(fd, SocketModel.of(model));
  }

  /** Converts {@code fd}, one of {@code fresh}. */
  public ConvertedSocket convert(int fd, FreshSockets fresh) throws SocketException {
    return convert(fd, fresh.modelOf(fd));
  }

  /**
   * Opens a socket that does not block, for {@link ConvertedSocket#takePlaceOf} when it is
   * connected.
   *
   * @param domain AF_INET or AF_INET6
   * @throws SocketException as {@link #convert(int)} does
   */
  public ConvertedSocket open(int domain) throws SocketException {
    return open(SocketModel.nonBlocking(domain));
  }

  /** As {@link #open(int)}, with those of the options that the domain has. */
  public ConvertedSocket open(int domain, OptionsInUse options) throws SocketException {
    return open(SocketModel.nonBlocking(domain, options));
  }

  /**
   * Turns a socket that was converted back into a TCP socket, which is neither bound nor connected,
   * with its options and its registrations with epoll. Falling back would be less, but not enough
   * for a listener: nobody who waits for data is woken for what it accepts, because its connections
   * take over the callbacks of the fallback and not what these look for (smc_fback_data_ready in
   * net/smc/af_smc.c).
   */
  public static void revert(int fd) throws IOException {
    List<EpollRegistration> registrations = EpollRegistration.of(fd);
    TO_TCP.convert(fd).close();
    for (EpollRegistration registration : registrations) {
      registration.renew();
    }
  }

  private ConvertedSocket convert(int fd, SocketModel model) throws SocketException {
    ConvertedSocket converted = open(model);
    try {
      converted.replace(fd);
      return converted;
    } catch (SocketException | RuntimeException | Error e) {
      converted.close();
      throw e;
    }
  }

  private ConvertedSocket open(SocketModel model) throws SocketException {
    @Nullable SocketException failure = null;
    for (SocketType type : types) {
      try {
        return open(type, model);
      } catch (SocketException e) {
        failure = firstOf(failure, e);
      }
    }
    throw Objects.requireNonNull(failure, "no socket type to convert to");
  }

  private ConvertedSocket open(SocketType type, SocketModel model) throws SocketException {
    int fd = type.open(model.domain());
    if (fd < 0) {
      throw Errno.failure(fd, "socket(" + type.name() + ")");
    }
    ConvertedSocket opened = new ConvertedSocket(fd);
    try {
      model.applyTo(fd);
      applyDefault(SocketOption.SO_SNDBUF, sendBuffer, fd, model.options());
      applyDefault(SocketOption.SO_RCVBUF, receiveBuffer, fd, model.options());
      return opened;
    } catch (SocketException | RuntimeException | Error e) {
      opened.close();
      throw e;
    }
  }

  /** Sets an option where nobody did. */
  private static void applyDefault(
      SocketOption option, OptionalInt argument, int replacement, OptionsInUse inUse)
      throws SocketException {
    if (argument.isPresent() && !inUse.contain(option)) {
      option.set(replacement, argument.getAsInt());
    }
  }

  private static SocketException firstOf(@Nullable SocketException first, SocketException next) {
    if (first == null) {
      return next;
    }
    first.addSuppressed(next);
    return first;
  }
}
