package io.github.smc4j.internal;

import io.github.smc4j.Link;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link Link}s of connections whose Java object is not at hand, but a descriptor is. */
public final class DescriptorLinks {
  private static volatile @Nullable Lookup lookup;

  private DescriptorLinks() {}

  /** What only {@link Link} can do. */
  @FunctionalInterface
  public interface Lookup {
    Link of(int fd, InetSocketAddress peer) throws IOException;
  }

  /** For {@link Link} alone, when it is initialized. */
  public static void through(Lookup links) {
    lookup = links;
  }

  /** The link of a connected descriptor. */
  static Link of(int fd, InetSocketAddress peer) throws IOException {
    try {
      MethodHandles.lookup().ensureInitialized(Link.class);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    return Objects.requireNonNull(lookup).of(fd, peer);
  }
}
