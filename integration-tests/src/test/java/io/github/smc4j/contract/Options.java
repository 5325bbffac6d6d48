package io.github.smc4j.contract;

import java.io.IOException;
import java.net.SocketOption;
import java.util.Set;

/** The options of one end. */
interface Options {
  Set<SocketOption<?>> supportedOptions();

  <T> void set(SocketOption<T> option, T value) throws IOException;

  <T> T get(SocketOption<T> option) throws IOException;
}
