package io.github.smc4j.internal.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The native library could not be loaded; the message names the path tried and the setting to
 * change.
 */
public final class NativeLibraryException extends Exception {
  private static final long serialVersionUID = 1;

  NativeLibraryException(String message, @Nullable Throwable cause) {
    super(cause == null ? message : message + " (" + cause.getMessage() + ")", cause);
  }
}
