package io.github.smc4j.cassandra;

import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.session.ProgrammaticArguments;
import com.datastax.oss.driver.internal.core.context.DefaultDriverContext;
import com.datastax.oss.driver.internal.core.context.NettyOptions;
import io.github.smc4j.internal.Converter;

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
    /** What is wrong is told here, where there is no session yet that would have to be closed. */
    @Override
    protected DriverContext buildContext(
        DriverConfigLoader configuration, ProgrammaticArguments arguments) {
      Converter converter = Installation.converter(configuration.getInitialConfig());
      return converter == null
          ? super.buildContext(configuration, arguments)
          : new Context(configuration, arguments, converter);
    }
  }

  private static final class Context extends DefaultDriverContext {
    private final Converter converter;

    Context(
        DriverConfigLoader configuration, ProgrammaticArguments arguments, Converter converter) {
      super(configuration, arguments);
      this.converter = converter;
    }

    @Override
    protected NettyOptions buildNettyOptions() {
      return new SmcNettyOptions(super.buildNettyOptions(), converter);
    }
  }
}
