package io.github.smc4j.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code, {@code reference.conf} and {@code docs/configuration.md} speak of the same keys. */
class ConfigurationDocsTest {
  private static final Pattern HEADING = Pattern.compile("(?m)^### `(smc\\.[a-z0-9.-]+)`");

  @Test
  void everySettingHasADefaultAndNoOther() {
    Set<String> keys = new TreeSet<>();
    collect("smc", ConfigFactory.parseResources("reference.conf").getObject("smc"), keys);
    assertThat(keys).containsExactlyInAnyOrderElementsOf(Keys.PATHS);
  }

  @Test
  void everySettingHasASectionInTheDocumentationAndNoOther() throws IOException {
    String docs = Files.readString(Path.of("..", "docs", "configuration.md"));
    Set<String> headings = new TreeSet<>();
    Matcher heading = HEADING.matcher(docs);
    while (heading.find()) {
      headings.add(heading.group(1));
    }
    assertThat(headings).containsExactlyInAnyOrderElementsOf(Keys.PATHS);
    assertThat(docs).contains(Keys.RULE.stream().map(key -> "| `" + key + "` |").toList());
  }

  private static void collect(String path, ConfigObject values, Set<String> keys) {
    values.forEach(
        (key, value) -> {
          if (value instanceof ConfigObject object) {
            collect(path + "." + key, object, keys);
          } else {
            keys.add(path + "." + key);
          }
        });
  }
}
