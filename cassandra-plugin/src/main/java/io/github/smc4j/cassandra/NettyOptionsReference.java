package io.github.smc4j.cassandra;

import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.internal.core.context.DefaultDriverContext;
import com.datastax.oss.driver.internal.core.context.InternalDriverContext;
import com.datastax.oss.driver.internal.core.context.NettyOptions;
import com.datastax.oss.driver.internal.core.util.concurrent.LazyReference;
import java.lang.reflect.Field;
import java.util.function.UnaryOperator;

/**
 * Where a session has its {@link NettyOptions}: the driver asks for them again each time that it
 * connects, and has no option that names them ({@code ChannelFactory.connect} and {@code
 * DefaultDriverContext.buildNettyOptions} of the driver).
 */
final class NettyOptionsReference {
  private final InternalDriverContext context;
  private final Object reference;
  private final Field value;

  private NettyOptionsReference(InternalDriverContext context, Object reference, Field value) {
    this.context = context;
    this.reference = reference;
    this.value = value;
  }

  /**
   * That of a session.
   *
   * @throws ReflectiveOperationException if it is not where it is expected
   * @throws java.lang.reflect.InaccessibleObjectException if the driver's module is closed
   */
  static NettyOptionsReference of(DriverContext context) throws ReflectiveOperationException {
    if (!(context instanceof DefaultDriverContext known)) {
      throw new NoSuchFieldException(context.getClass().getName() + " is no DefaultDriverContext");
    }
    Field reference = DefaultDriverContext.class.getDeclaredField("nettyOptionsRef");
    Field value = LazyReference.class.getDeclaredField("value");
    reference.setAccessible(true);
    value.setAccessible(true);
    return new NettyOptionsReference(known, reference.get(known), value);
  }

  /**
   * Has the session connect with others from now on.
   *
   * @throws ReflectiveOperationException if it does not
   */
  void exchange(UnaryOperator<NettyOptions> exchange) throws ReflectiveOperationException {
    NettyOptions present = context.getNettyOptions();
    NettyOptions other = exchange.apply(present);
    value.set(reference, other);
    if (context.getNettyOptions() != other) {
      value.set(reference, present);
      throw new IllegalAccessException(
          context.getClass().getName() + ".getNettyOptions() does not answer what was set");
    }
  }
}
