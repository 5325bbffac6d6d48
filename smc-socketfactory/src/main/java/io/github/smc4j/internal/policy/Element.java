package io.github.smc4j.internal.policy;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A value with the path that names it in messages. */
record Element(String path, ConfigValue value) {
  /**
   * What a list holds, or null if this is none. Numbered keys are a list too: system properties and
   * environment variables have no other way to write one key by key.
   */
  @Nullable List<Element> items() {
    if (value instanceof ConfigList list) {
      List<Element> items = new ArrayList<>();
      list.forEach(item -> items.add(item(items.size(), item)));
      return items;
    }
    if (value instanceof ConfigObject values
        && !values.isEmpty()
        && values.keySet().stream().allMatch(key -> key.matches("\\d{1,6}"))) {
      TreeMap<Integer, Element> items = new TreeMap<>();
      values.forEach((key, item) -> items.put(Integer.valueOf(key), item(key, item)));
      return List.copyOf(items.values());
    }
    return null;
  }

  private Element item(Object index, ConfigValue item) {
    return new Element(path + "[" + index + "]", item);
  }
}
