package io.github.smc4j.internal.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules for host names: a hash table of whole names and of suffixes that start with a dot. */
final class NameTable {
  private final @Nullable String[] keys;
  private final PortTable[] values;

  NameTable(Map<String, PortTable> names) {
    int slots = Integer.highestOneBit(names.size() + 1) * 4;
    keys = new String[slots];
    values = new PortTable[slots];
    names.forEach(this::put);
  }

  /** Reads the host backwards and looks up what lies behind each dot on the way. */
  int match(String host, int port) {
    int end = host.endsWith(".") ? host.length() - 1 : host.length();
    int first = PortTable.NO_RULE;
    int hash = 0;
    for (int i = end - 1; i >= 0; i--) {
      hash = hash(hash, host.charAt(i));
      if (i == 0 || host.charAt(i) == '.') {
        first = Math.min(first, match(host, i, end, hash, port));
      }
    }
    return first;
  }

  private int match(String host, int start, int end, int hash, int port) {
    int slot = slotOf(hash);
    String key;
    while ((key = keys[slot]) != null) {
      if (key.length() == end - start && host.regionMatches(true, start, key, 0, key.length())) {
        return values[slot].match(port);
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return PortTable.NO_RULE;
  }

  private void put(String name, PortTable ports) {
    int hash = 0;
    for (int i = name.length() - 1; i >= 0; i--) {
      hash = hash(hash, name.charAt(i));
    }
    int slot = slotOf(hash);
    while (keys[slot] != null) {
      slot = (slot + 1) & (keys.length - 1);
    }
    keys[slot] = name;
    values[slot] = ports;
  }

  /** Folds ASCII letters to lower case. */
  private static int hash(int soFar, char c) {
    return soFar * 31 + (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }

  private int slotOf(int hash) {
    int mixed = hash * 0x9e37_79b9;
    return (mixed ^ (mixed >>> 16)) & (keys.length - 1);
  }
}
