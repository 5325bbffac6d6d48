package io.github.smc4j.cassandra;

import com.datastax.oss.driver.api.core.config.DriverConfig;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.internal.core.context.NettyOptions;
import io.github.smc4j.internal.Converter;
import java.lang.reflect.InaccessibleObjectException;
import org.jspecify.annotations.Nullable;

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
      leaveToTcp(context.getConfig(), e);
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
   * What the {@link SmcNettyOptions} of a session connect with.
   *
   * @return null if there can be none
   * @throws io.github.smc4j.SmcConfigurationException as {@link #into} does
   */
  static @Nullable Converter converter(DriverConfig config) {
    try {
      NettyOptionsContract.check();
      return new Converter(SessionSettings.of(config));
    } catch (NoSuchMethodException | LinkageError e) {
      leaveToTcp(config, e);
      return null;
    }
  }

  private static void leaveToTcp(DriverConfig config, Throwable unknown) {
    String why =
        "this is not a driver that smc4j knows ("
            + unknown
            + "); use java-driver-core 4.13 or newer (java-driver-core-shaded has a Netty of its"
            + " own) with smc-socketfactory and config on the class path, say new SmcNettyOptions"
            + " in the buildNettyOptions of a DriverContext of your own, or use smc4j's agent";
    try {
      Requirement.allowTcp(SessionSettings.of(config), why);
    } catch (LinkageError withoutTheCore) {
      // Then nothing can be required
    }
    LeftToTcp.tell(why);
  }
}
