package io.github.smc4j.internal.jdk;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * A private field of the JDK's, looked up once and read through JNI, which needs no {@code
 * --add-opens}. What is missing or of another type is a {@link LinkageError}.
 */
final class JdkField {
  private final Class<?> owner;
  private final long id;

  JdkField(String owner, String name, Class<?> type) {
    try {
      this.owner = Class.forName(owner);
      Field field = this.owner.getDeclaredField(name);
      if (field.getType() != type) {
        throw new NoSuchFieldError(owner + "." + name + " is a " + field.getType().getName());
      }
      this.id = id(field);
    } catch (ReflectiveOperationException e) {
      throw (LinkageError) new NoSuchFieldError("no field " + owner + "." + name).initCause(e);
    }
  }

  /** Whether {@code target} has this field. */
  boolean isIn(@Nullable Object target) {
    return owner.isInstance(target);
  }

  /** The class that has this field. */
  Class<?> owner() {
    return owner;
  }

  /** What JNI knows it by. */
  long id() {
    return id;
  }

  int getInt(Object target) {
    return intIn(owner.cast(target), id);
  }

  private static native long id(Field field);

  private static native int intIn(Object target, long id);
}
