package io.github.smc4j.internal.kernel;

/**
 * The library that {@code smc4j run} preloads into programs, and into JVMs too, because it cannot
 * tell them apart.
 */
public final class Preload {
  private Preload() {}

  /**
   * Has it convert no more sockets of this process; does nothing where it is not loaded. {@link
   * NativeLibrary#load} must have succeeded before.
   */
  public static native void standAside();
}
