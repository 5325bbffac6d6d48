package io.github.smc4j.cassandra;

import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.session.ProgrammaticArguments;
import com.datastax.oss.driver.internal.core.context.DefaultDriverContext;
import com.datastax.oss.driver.internal.core.context.NettyOptions;

/**
 * Sessions on SMC for applications whose configuration does not put them there: one that lists
 * listeners of its own, or that leaves out the {@code reference.conf} of jars.
 *
 * <pre>{@code
 * CqlSession session = SmcSession.builder().addContactPoint(node).build();
 * }</pre>
 */
public final class SmcSession {
  private SmcSession() {}

  /**
   * What {@code CqlSession.builder()} answers, but for the connections, which are those of {@link
   * SmcNettyOptions}. Not for use by several threads.
   *
   * <p>Its {@code build()} throws {@link io.github.smc4j.SmcConfigurationException} if the settings
   * are wrong. With a driver that smc4j does not know the session stays on TCP, and the log says
   * so.
   *
   * @return a new one
   */
  public static CqlSessionBuilder builder() {
    return new Builder();
  }

  private static final class Builder extends CqlSessionBuilder {
    @Override
    protected DriverContext buildContext(
        DriverConfigLoader configuration, ProgrammaticArguments arguments) {
      return new Context(configuration, arguments);
    }
  }

  private static final class Context extends DefaultDriverContext {
    Context(DriverConfigLoader configuration, ProgrammaticArguments arguments) {
      super(configuration, arguments);
    }

    @Override
    protected NettyOptions buildNettyOptions() {
      return Installation.over(super.buildNettyOptions(), this);
    }
  }
}
