package io.github.smc4j.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.SmcConfigurationException;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The settings of the JVM, which are read once: each test takes a class that nobody has
 * initialized.
 */
class SettingsGlobalTest {
  private static final String OURS = Settings.class.getName().replace('.', '/') + ".class";

  @TempDir private Path directory;

  @Test
  void global_isReadOnce() throws Exception {
    Method global = globalOfAFreshClass(classPath());
    assertThat(global.invoke(null)).isSameAs(global.invoke(null));
  }

  @Test
  void global_failsAlikeAtEveryCall() throws Exception {
    String mode = System.setProperty("smc.mode", "maybe");
    try {
      Method global = globalOfAFreshClass(classPath());
      for (int call = 0; call < 3; call++) {
        assertThatGlobalFails(global, "smc.mode = \"maybe\" (system property)");
      }
    } finally {
      restore("smc.mode", mode);
    }
  }

  @Test
  void global_saysHowToMergeJarsWhereTheDefaultsGotLost() throws Exception {
    Files.writeString(directory.resolve("reference.conf"), "another.library = yes");
    List<URL> merged = new ArrayList<>();
    merged.add(url(directory.toString()));
    for (URL url : classPath()) {
      mergeOrKeep(url, merged);
    }
    assertThatGlobalFails(globalOfAFreshClass(merged), "maven-shade-plugin: AppendingTransformer");
  }

  /** Copies our own classes as a jar merger would that keeps the first of each file. */
  private void mergeOrKeep(URL url, List<URL> merged) throws Exception {
    Path path = Path.of(url.toURI());
    if (Files.isDirectory(path)) {
      mergeOrKeep(path, url, merged);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(path)) {
        mergeOrKeep(jar.getPath("/"), url, merged);
      }
    }
  }

  private void mergeOrKeep(Path root, URL url, List<URL> merged) throws Exception {
    if (!Files.exists(root.resolve("reference.conf")) || !Files.exists(root.resolve(OURS))) {
      merged.add(url);
      return;
    }
    try (Stream<Path> files = Files.walk(root.resolve("io"))) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(root.relativize(file).toString()));
      }
    }
  }

  private static void restore(String property, @Nullable String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }

  private static void assertThatGlobalFails(Method global, String message) {
    assertThatThrownBy(() -> global.invoke(null))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .hasMessageContaining(message)
        .satisfies(
            e ->
                assertThat(e.getClass().getName())
                    .isEqualTo(SmcConfigurationException.class.getName()));
  }

  /** {@code Settings.global()} of a class that nobody has initialized yet. */
  private static Method globalOfAFreshClass(List<URL> classPath)
      throws ReflectiveOperationException {
    ClassLoader fresh =
        new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    return fresh.loadClass(Settings.class.getName()).getMethod("global");
  }

  private static List<URL> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(SettingsGlobalTest::url)
        .toList();
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
