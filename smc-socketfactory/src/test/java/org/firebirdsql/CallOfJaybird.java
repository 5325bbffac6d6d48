package org.firebirdsql;

import java.util.function.Supplier;

/** Makes a call out of a package of Jaybird's. */
public final class CallOfJaybird {
  private CallOfJaybird() {}

  /** Makes the call. */
  public static <T> T make(Supplier<T> call) {
    return call.get();
  }
}
