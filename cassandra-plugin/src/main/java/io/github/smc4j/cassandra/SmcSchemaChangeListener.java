package io.github.smc4j.cassandra;

import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.metadata.schema.SchemaChangeListenerBase;

/**
 * Puts the session on SMC that makes it, by its place in {@code
 * datastax-java-driver.advanced.schema-change-listener.classes}, and listens to nothing.
 */
public final class SmcSchemaChangeListener extends SchemaChangeListenerBase {
  /**
   * For the driver.
   *
   * @param context of the session
   * @throws io.github.smc4j.SmcConfigurationException if the settings are wrong, or require SMC
   *     where it cannot be had
   */
  public SmcSchemaChangeListener(DriverContext context) {
    Installation.into(context);
  }

  @Override
  public void close() {}
}
