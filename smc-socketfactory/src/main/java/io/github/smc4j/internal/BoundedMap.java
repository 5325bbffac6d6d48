package io.github.smc4j.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that stay small whatever is put into them. */
final class BoundedMap {
  private BoundedMap() {}

  /**
   * An empty map, not thread-safe.
   *
   * @param capacity of more keys, the one that was put in first is forgotten
   */
  static <K, V> Map<K, V> of(int capacity) {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > capacity;
      }
    };
  }
}
