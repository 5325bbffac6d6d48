package io.github.smc4j;

import org.jspecify.annotations.Nullable;

/**
 * The {@code smc} configuration is wrong. The message names every wrong key with its value, where
 * that value came from (file and line, system property, environment variable, property or argument)
 * and what is allowed there.
 */
public final class SmcConfigurationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /**
   * Makes an exception without a cause.
   *
   * @param message what is wrong, where, and what is allowed
   */
  public SmcConfigurationException(String message) {
    super(message);
  }

  /**
   * Makes an exception with its cause.
   *
   * @param message what is wrong, where, and what is allowed
   * @param cause what was thrown when the configuration was read, or null
   */
  public SmcConfigurationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
