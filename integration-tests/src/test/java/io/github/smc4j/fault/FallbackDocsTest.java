package io.github.smc4j.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every row of the table in {@code docs/fallback.md} names tests, and there they are. */
class FallbackDocsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!fault |---).*\\| ([^|]*) \\|$");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:IT|Test))(?:\\.(\\w+))?`");

  @Test
  void everyRow_namesTestsThatExist() throws IOException {
    Set<String> tests = new TreeSet<>();
    for (JavaClass type : new ClassFileImporter().importPackages("io.github.smc4j")) {
      tests.add(type.getSimpleName());
      for (JavaMethod method : type.getMethods()) {
        tests.add(type.getSimpleName() + "." + method.getName());
      }
    }

    List<String> shownBy = shownBy();

    assertThat(shownBy).hasSizeGreaterThan(20);
    assertThat(shownBy).allSatisfy(cell -> assertThat(named(cell)).isNotEmpty().isSubsetOf(tests));
  }

  /** The last cell of every row. */
  private static List<String> shownBy() throws IOException {
    String docs = Files.readString(Path.of("..", "docs", "fallback.md"));
    return ROW.matcher(docs).results().map(row -> row.group(1)).toList();
  }

  private static Set<String> named(String cell) {
    Set<String> named = new TreeSet<>();
    Matcher test = TEST.matcher(cell);
    while (test.find()) {
      named.add(test.group(2) == null ? test.group(1) : test.group(1) + "." + test.group(2));
    }
    return named;
  }
}
