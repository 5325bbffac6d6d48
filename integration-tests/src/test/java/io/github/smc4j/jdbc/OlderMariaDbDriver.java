package io.github.smc4j.jdbc;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB Connector/J 3, which cannot be on the class path together with version 4. It is loaded
 * with the socket factories that refer to it; all else is the application's, this project's core
 * included.
 */
final class OlderMariaDbDriver extends URLClassLoader {
  private static final Path JAR = Path.of("target", "drivers", "mariadb-java-client-3.jar");

  private static final Driver DRIVER = load();

  private OlderMariaDbDriver() throws MalformedURLException {
    super(
        new URL[] {
          JAR.toUri().toURL(),
          origin(SmcMariaDbSocketFactory.class),
          origin(RecordingMariaDbSocketFactory.class)
        },
        OlderMariaDbDriver.class.getClassLoader());
  }

  private static URL origin(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  static Connection connect(String url) throws SQLException {
    return DRIVER.connect(url, new Properties());
  }

  /** The loader stays open for as long as the driver is used, which is to the end of this JVM. */
  @SuppressWarnings("resource")
  private static Driver load() {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException(JAR + " is missing; the phase package puts it there");
    }
    try {
      Class<?> driver = new OlderMariaDbDriver().loadClass("org.mariadb.jdbc.Driver");
      return (Driver) driver.getConstructor().newInstance();
    } catch (ReflectiveOperationException | MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("org.mariadb.") && !name.endsWith("MariaDbSocketFactory")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
  }

  /** The other version's list of services names classes that this one has not. */
  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return findResources(name);
  }

  @Override
  public @Nullable URL getResource(String name) {
    return findResource(name);
  }
}
