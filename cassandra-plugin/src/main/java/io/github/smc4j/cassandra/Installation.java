package io.github.smc4j.cassandra;

import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.internal.core.context.NettyOptions;
import io.github.smc4j.internal.Converter;
import java.lang.reflect.InaccessibleObjectException;

/**
 * Puts sessions on SMC where the driver is one that lets itself be, and tells where it is not: the
 * driver builds no session if this cannot be loaded, and has to, whatever is missing.
 */
final class Installation {
  private Installation() {}

  /**
   * Exchanges the {@link NettyOptions} of a session that is being built.
   *
   * @throws io.github.smc4j.SmcConfigurationException if the settings are wrong, or require SMC
   *     where it cannot be had
   */
  static void into(DriverContext context) {
    try {
      NettyOptionsContract.check();
      NettyOptionsReference.of(context).exchange(present -> inPlaceOf(present, context));
    } catch (ReflectiveOperationException | InaccessibleObjectException | LinkageError e) {
      leaveToTcp(context, e);
    }
  }

  /** Where there is no SMC the driver's are left, and so is what another list has put there. */
  private static NettyOptions inPlaceOf(NettyOptions present, DriverContext context) {
    if (present instanceof SmcNettyOptions) {
      return present;
    }
    Converter converter = new Converter(SessionSettings.of(context.getConfig()));
    return converter.isIdle() ? present : new SmcNettyOptions(present, converter);
  }

  /**
   * The {@link NettyOptions} for a session that is being built: the driver's, on SMC.
   *
   * @throws io.github.smc4j.SmcConfigurationException as {@link #into} does
   */
  static NettyOptions over(NettyOptions drivers, DriverContext context) {
    try {
      NettyOptionsContract.check();
      return new SmcNettyOptions(drivers, context);
    } catch (NoSuchMethodException | LinkageError e) {
      leaveToTcp(context, e);
      return drivers;
    }
  }

  private static void leaveToTcp(DriverContext context, Throwable unknown) {
    String why =
        "this is not a driver that smc4j knows ("
            + unknown
            + "); use java-driver-core 4.13 or newer (java-driver-core-shaded has a Netty of its"
            + " own) with smc-socketfactory and config on the class path, or smc4j's agent";
    try {
      Requirement.allowTcp(SessionSettings.of(context.getConfig()), why);
    } catch (LinkageError withoutTheCore) {
      // Then nothing can be required
    }
    LeftToTcp.tell(why);
  }
}
