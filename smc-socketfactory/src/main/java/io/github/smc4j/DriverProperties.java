package io.github.smc4j;

import io.github.smc4j.internal.policy.Settings;
import java.util.Properties;

/**
 * The properties that a JDBC driver hands to a socket factory's constructor, whichever driver it
 * is.
 */
final class DriverProperties {
  /**
   * What follows a {@code socketFactory=} in the URL. pgjdbc and Redshift leave it to the factory
   * to look for it where there is a constructor that takes properties (ObjectFactory of both).
   */
  private static final String ARGUMENT = "socketFactoryArg";

  /** Ends the names of what Jaybird hands over (its WireConnection). */
  private static final String OF_JAYBIRD = "@socketFactory";

  private final Properties given;

  DriverProperties(Properties given) {
    this.given = given;
  }

  /** The JVM's settings, changed by the argument, and that by the properties of their own names. */
  Settings settings() {
    return Settings.global().with(given.getProperty(ARGUMENT)).with(underTheirNames());
  }

  private Properties underTheirNames() {
    Properties named = new Properties();
    given
        .stringPropertyNames()
        .forEach(name -> named.setProperty(own(name), given.getProperty(name)));
    return named;
  }

  private static String own(String name) {
    return name.endsWith(OF_JAYBIRD)
        ? name.substring(0, name.length() - OF_JAYBIRD.length())
        : name;
  }
}
