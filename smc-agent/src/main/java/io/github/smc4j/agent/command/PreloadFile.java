package io.github.smc4j.agent.command;

import io.github.smc4j.internal.kernel.NativeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * The library to preload as a file. It stays, because the children that a program starts later need
 * it as well, and others can read it, because a program may go on as another user.
 */
final class PreloadFile {
  /** What the names of all of them begin with. */
  static final String PREFIX = "libsmc4j-preload-";

  private static final int HASH_BYTES = 8;
  private static final Set<PosixFilePermission> PERMISSIONS =
      PosixFilePermissions.fromString("rw-r--r--");

  private PreloadFile() {}

  /**
   * Unpacks it, unless an earlier command of this user has.
   *
   * @throws IOException naming what is in the way
   */
  static Path unpack(Path directory, int user) throws IOException {
    byte[] library = library();
    Path file = directory.toAbsolutePath().resolve(PREFIX + user + "-" + hash(library) + ".so");
    try {
      if (!isOurs(file, user) || !Arrays.equals(Files.readAllBytes(file), library)) {
        create(file, library);
      }
      return file;
    } catch (IOException e) {
      throw new IOException(
          "the library to preload could not be unpacked to "
              + file
              + " ("
              + e
              + "); name another directory that all its users can read in smc.native.directory",
          e);
    }
  }

  private static byte[] library() throws IOException {
    String name = "META-INF/native/" + NativeLibrary.platform() + "/libsmc4j-preload.so";
    try (InputStream library = PreloadFile.class.getClassLoader().getResourceAsStream(name)) {
      if (library == null) {
        throw new IOException(
            "the jar holds no library to preload for this machine at "
                + name
                + " (not built for this architecture, or built without a C compiler)");
      }
      return library.readAllBytes();
    }
  }

  /** A name that others may have taken in a directory that all can write to must not be trusted. */
  private static boolean isOurs(Path file, int user) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    PosixFileAttributes found =
        Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Object owner = Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    return found.isRegularFile() && owner.equals(user) && found.permissions().equals(PERMISSIONS);
  }

  /** By a name of its own first, so that nobody ever sees half a library. */
  private static void create(Path file, byte[] library) throws IOException {
    Path whole = Files.createTempFile(file.getParent(), PREFIX, ".new");
    try {
      Files.write(whole, library);
      Files.setPosixFilePermissions(whole, PERMISSIONS);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static String hash(byte[] library) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(library);
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
