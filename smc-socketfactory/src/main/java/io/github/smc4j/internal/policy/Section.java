package io.github.smc4j.internal.policy;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One object of the configuration, read key by key. What can't be read is noted as a problem and
 * answered with null, so that reading goes on and finds the rest.
 */
final class Section {
  private final UnaryOperator<String> paths;
  private final ConfigObject values;
  private final Problems problems;

  private Section(UnaryOperator<String> paths, ConfigObject values, Problems problems) {
    this.paths = paths;
    this.values = values;
    this.problems = problems;
  }

  /** Reads an element that may hold the named keys and no other. */
  static @Nullable Section of(Element element, List<String> keys, Problems problems) {
    return of(element, keys, key -> element.path() + "." + key, problems);
  }

  /**
   * The same where not all keys stand in one place.
   *
   * @param paths gives a key the path that names it in messages
   */
  static @Nullable Section of(
      Element element, List<String> keys, UnaryOperator<String> paths, Problems problems) {
    if (!(element.value() instanceof ConfigObject values)) {
      problems.add(element, "must hold settings: " + String.join(", ", keys));
      return null;
    }
    Section section = new Section(paths, values, problems);
    values.keySet().stream()
        .filter(key -> !keys.contains(key))
        .forEach(key -> section.addUnknown(key, keys));
    return section;
  }

  private void addUnknown(String key, List<String> keys) {
    Element unknown = Objects.requireNonNull(get(key));
    String nearest = Keys.nearest(unknown.path(), keys.stream().map(this::pathOf).toList());
    problems.add(unknown, "there is no such setting; did you mean " + nearest + "?");
  }

  ConfigOrigin origin() {
    return values.origin();
  }

  ConfigOrigin origin(String key) {
    ConfigValue value = values.get(key);
    return value == null ? origin() : value.origin();
  }

  /** The object under a key; null, and a problem, if there is none. */
  @Nullable Section section(String key, List<String> keys) {
    Element element = get(key);
    if (element == null) {
      problems.addMissing(pathOf(key), origin(), "must hold " + String.join(", ", keys));
      return null;
    }
    return of(element, keys, problems);
  }

  /** Null if the key is absent. */
  @Nullable Element get(String key) {
    ConfigValue value = values.get(key);
    return value == null ? null : new Element(pathOf(key), value);
  }

  /** Whether there is more than null, which texts can only write as a word. */
  boolean isSet(String key) {
    ConfigValue value = values.get(key);
    return value != null
        && value.valueType() != ConfigValueType.NULL
        && !"null".equals(value.unwrapped());
  }

  /** One of an enumeration's constants, written in lower case with hyphens. */
  <E extends Enum<E>> @Nullable E choice(String key, Class<E> type) {
    E[] constants = type.getEnumConstants();
    List<String> words = Arrays.stream(constants).map(Section::word).toList();
    Element element = get(key);
    if (element == null) {
      problems.addMissing(pathOf(key), origin(), "must be " + alternatives(words));
      return null;
    }
    int choice = words.indexOf(String.valueOf(element.value().unwrapped()));
    if (choice < 0) {
      problems.add(element, "must be " + alternatives(words));
      return null;
    }
    return constants[choice];
  }

  /**
   * A value that must be there; null, and a problem, if it is not.
   *
   * @param parser throws {@link IllegalArgumentException} saying what is allowed
   */
  <T> @Nullable T required(String key, Function<ConfigValue, T> parser) {
    Element element = get(key);
    if (element == null) {
      problems.addMissing(pathOf(key), origin(), "must be set");
      return null;
    }
    return parse(element, parser);
  }

  /**
   * A value that may be absent or null.
   *
   * @param parser throws {@link IllegalArgumentException} saying what is allowed
   */
  <T> @Nullable T optional(String key, Function<ConfigValue, T> parser) {
    Element element = get(key);
    return element != null && isSet(key) ? parse(element, parser) : null;
  }

  /** A value, or a list of them, that may be absent or null; what can't be read is left out. */
  <T> List<T> oneOrMore(String key, Function<ConfigValue, T> parser) {
    Element element = get(key);
    if (element == null || !isSet(key)) {
      return List.of();
    }
    List<Element> items = element.items();
    if (items != null && items.isEmpty()) {
      problems.add(element, "an empty list matches nothing; leave " + key + " out to match all");
    }
    return (items == null ? List.of(element) : items)
        .stream().map(item -> parse(item, parser)).filter(Objects::nonNull).toList();
  }

  private <T> @Nullable T parse(Element element, Function<ConfigValue, T> parser) {
    try {
      return parser.apply(element.value());
    } catch (IllegalArgumentException e) {
      problems.add(element, e.getMessage());
      return null;
    }
  }

  private String pathOf(String key) {
    return paths.apply(key);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String alternatives(List<String> words) {
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
