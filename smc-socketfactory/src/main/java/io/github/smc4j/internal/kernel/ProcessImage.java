package io.github.smc4j.internal.kernel;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts another program in the place of this one, as execve does: the process keeps its id, its
 * terminal, its descriptors and whoever waits for its end. {@link NativeLibrary#load} must have
 * succeeded before the first call; every method returns 0 or a negated errno.
 */
public final class ProcessImage {
  private ProcessImage() {}

  /** Keeps a descriptor from the next program. */
  public static native int closeOnExec(int fd);

  /**
   * Sets which signals the next program finds blocked and ignored; a signal that is not among those
   * to ignore stays as it is.
   *
   * @param blocked bit 0 is signal 1, as in {@code /proc/PID/status}
   * @param ignored the same
   */
  public static native int setSignals(long blocked, long ignored);

  /**
   * Becomes another program. Returns only if that is not possible.
   *
   * @param words its command line; the first is looked for as execvp does
   * @param environment its variables, each with its value
   */
  public static int replace(List<byte[]> words, List<byte[]> environment) {
    int terminators = words.size() + environment.size();
    ByteBuffer strings = ByteBuffer.allocateDirect(lengthOf(words, environment) + terminators);
    Stream.of(words, environment)
        .flatMap(List::stream)
        .forEach(string -> strings.put(string).put((byte) 0));
    ByteBuffer pointers = ByteBuffer.allocateDirect((terminators + 2) * Long.BYTES);
    return execvpe(strings, pointers, words.size(), environment.size());
  }

  private static int lengthOf(List<byte[]> words, List<byte[]> environment) {
    return Stream.of(words, environment)
        .flatMap(List::stream)
        .mapToInt(string -> string.length)
        .sum();
  }

  /**
   * @param strings the words and then the variables, each with a 0 behind it
   * @param pointers room for a pointer to each of them, and to the end of either list
   */
  private static native int execvpe(
      ByteBuffer strings, ByteBuffer pointers, int words, int variables);
}
