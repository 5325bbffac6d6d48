package io.github.smc4j.cassandra;

import com.datastax.oss.driver.internal.core.context.NettyOptions;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * What a driver asks of its {@link NettyOptions}, which is an internal type: another version may
 * ask for more, and java-driver-core-shaded asks for classes of a Netty with another name.
 */
final class NettyOptionsContract {
  private NettyOptionsContract() {}

  /**
   * Sees whether {@link SmcNettyOptions} fulfils it.
   *
   * @throws NoSuchMethodException naming a method that it lacks
   */
  static void check() throws NoSuchMethodException {
    for (Method wanted : NettyOptions.class.getMethods()) {
      if (Modifier.isAbstract(wanted.getModifiers()) && !isFulfilled(wanted)) {
        throw new NoSuchMethodException(SmcNettyOptions.class.getName() + " lacks " + wanted);
      }
    }
  }

  private static boolean isFulfilled(Method wanted) throws NoSuchMethodException {
    Method had = SmcNettyOptions.class.getMethod(wanted.getName(), wanted.getParameterTypes());
    return !Modifier.isAbstract(had.getModifiers())
        && had.getReturnType() == wanted.getReturnType();
  }
}
