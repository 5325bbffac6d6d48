package io.github.smc4j.internal.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Loads {@code libsmc4j.so} out of the jar, or from the file that {@code smc.native.library} names.
 */
public final class NativeLibrary {
  private static final String FILE = "libsmc4j.so";
  private static final int NO_DESCRIPTOR = -1;

  private NativeLibrary() {}

  /**
   * Loads the library into this class's loader.
   *
   * @param library a library file to load instead of the jar's, or null
   * @param directory where the jar's library is unpacked, or null for the JVM's temporary directory
   * @throws NativeLibraryException naming the file tried and the setting to change
   */
  public static void load(@Nullable Path library, @Nullable Path directory)
      throws NativeLibraryException {
    if (library != null) {
      loadFile(library, "name another file in smc.native.library, or remove that setting");
    } else {
      loadFromJar(
          directory != null ? directory : Path.of(System.getProperty("java.io.tmpdir")),
          "META-INF/native/" + platform() + "/" + FILE);
    }
  }

  /** The name of this machine's folder in the jar, such as {@code linux-s390x}. */
  public static String platform() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT)
        + "-"
        + System.getProperty("os.arch");
  }

  private static void loadFromJar(Path directory, String resource) throws NativeLibraryException {
    Path file = unpack(directory, resource);
    try {
      loadFile(
          file,
          "if "
              + directory
              + " is mounted noexec, name another directory in smc.native.directory; otherwise build"
              + " the library for this machine and name it in smc.native.library");
    } finally {
      delete(file);
    }
  }

  private static Path unpack(Path directory, String resource) throws NativeLibraryException {
    try (InputStream library = NativeLibrary.class.getClassLoader().getResourceAsStream(resource)) {
      if (library == null) {
        throw new NativeLibraryException(
            "the jar holds no native library for this machine at "
                + resource
                + " (not built for this architecture, or built without a C compiler); build it there"
                + " with gcc, or name a library file in smc.native.library",
            null);
      }
      Path file = freshDirectory(directory).resolve(FILE);
      copy(library, file);
      return file;
    } catch (IOException | UnsupportedOperationException e) {
      throw new NativeLibraryException(
          "the native library could not be unpacked below "
              + directory
              + " ("
              + e
              + "); name a writable directory with room for it in smc.native.directory",
          e);
    }
  }

  /**
   * Not one that the JDK makes: its names are random, for which it would start security providers,
   * and these may be the application's.
   */
  private static Path freshDirectory(Path parent) throws IOException {
    while (true) {
      String name = "smc4j-" + Long.toString(System.nanoTime() & Long.MAX_VALUE, 36);
      try {
        return Files.createDirectory(parent.resolve(name), OWNER_ONLY);
      } catch (FileAlreadyExistsException e) {
        // Somebody else's; the time goes on
      }
    }
  }

  private static void copy(InputStream library, Path file) throws IOException {
    try {
      Files.copy(library, file);
    } catch (IOException e) {
      delete(file);
      throw e;
    }
  }

  private static void loadFile(Path file, String remedy) throws NativeLibraryException {
    try {
      System.load(file.toAbsolutePath().toString());
      Syscalls.getStatus(NO_DESCRIPTOR); // Fails where the file is another library
    } catch (UnsatisfiedLinkError e) {
      throw new NativeLibraryException(
          "the native library " + file + " could not be loaded; " + remedy, e);
    } catch (IllegalCallerException e) {
      throw new NativeLibraryException(
          "this JVM denies native access, so the native library "
              + file
              + " could not be loaded; allow it with --enable-native-access=ALL-UNNAMED",
          e);
    }
  }

  /** The mapping stays when the file goes, so nothing is left behind however the JVM ends. */
  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
      Files.delete(file.getParent());
    } catch (IOException e) {
      System.getLogger(NativeLibrary.class.getName())
          .log(System.Logger.Level.DEBUG, "could not delete " + file, e);
    }
  }

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
}
