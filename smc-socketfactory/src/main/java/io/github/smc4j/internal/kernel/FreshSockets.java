package io.github.smc4j.internal.kernel;

import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that one and the same call of the JDK opened and that nobody has touched since. One is
 * like the other, so the first is read and the rest are converted without a look at their options,
 * which would cost more than all else about a conversion.
 *
 * <p>Thread-safe.
 */
public final class FreshSockets {
  private volatile @Nullable SocketModel model;

  SocketModel modelOf(int fd) throws SocketException {
    SocketModel known = model;
    if (known == null) {
      known = SocketModel.of(fd);
      model = known;
    }
    return known;
  }
}
