package io.github.smc4j.kafka.internal;

import io.github.smc4j.SmcChannelFactory;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A factory that implements another copy of {@link SmcChannelFactory}: the agent has one of its
 * own, and a class loader for plug-ins may have one.
 */
final class CopiedChannelFactory implements SmcChannelFactory {
  private final Object factory;
  private final Method open;

  /**
   * @param contract the copy that it implements
   */
  CopiedChannelFactory(Object factory, Class<?> contract) throws NoSuchMethodException {
    this.factory = factory;
    this.open = contract.getMethod("openSocketChannel", InetSocketAddress.class);
  }

  /**
   * The interface that makes a class a factory, whoever loaded it.
   *
   * @throws ClassCastException if it has none
   */
  static Class<?> contractOf(Class<?> type) {
    Class<?> contract = search(type);
    if (contract == null) {
      throw new ClassCastException("it does not implement " + SmcChannelFactory.class.getName());
    }
    return contract;
  }

  private static @Nullable Class<?> search(@Nullable Class<?> type) {
    if (type == null || type.getName().equals(SmcChannelFactory.class.getName())) {
      return type;
    }
    for (Class<?> implemented : type.getInterfaces()) {
      Class<?> contract = search(implemented);
      if (contract != null) {
        return contract;
      }
    }
    return search(type.getSuperclass());
  }

  @Override
  public SocketChannel openSocketChannel(InetSocketAddress destination) throws IOException {
    try {
      return (SocketChannel) open.invoke(factory, destination);
    } catch (InvocationTargetException e) {
      throw thrown(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IOException(open + " cannot be called", e);
    }
  }

  private static IOException thrown(Throwable cause) {
    if (cause instanceof RuntimeException e) {
      throw e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    return cause instanceof IOException e ? e : new IOException(cause);
  }
}
