package io.github.smc4j.contract;

import io.github.smc4j.contract.Transport.Setup;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;

/** One of the JDK's two APIs for stream connections, over some transport. */
interface Ends {
  /**
   * An end that is not connected yet but will be to {@code destination}.
   *
   * @param setup is applied to it as early as an application can
   */
  Connection open(InetSocketAddress destination, Setup<Options> setup) throws IOException;

  Listening listen(InetSocketAddress local, Setup<Options> setup) throws IOException;

  /** What an operation throws when another thread closes the end under it. */
  Class<? extends IOException> whenClosedByAnotherThread();

  /** A listening end. */
  interface Listening extends Closeable, Options {
    InetSocketAddress address() throws IOException;

    Connection accept() throws IOException;
  }
}
