package io.github.smc4j.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** The bytes that travel in the tests: both ends know them, and no two stretches are alike. */
public final class Pattern {
  static final int LONGEST = 8 << 20;

  private static final byte[] BYTES = new byte[LONGEST];

  static {
    new Random(7609).nextBytes(BYTES);
  }

  private Pattern() {}

  /** The first {@code size} bytes. */
  public static byte[] bytes(int size) {
    return Arrays.copyOf(BYTES, size);
  }

  /**
   * Compares a stretch of received bytes with what was sent.
   *
   * @param position of the stretch's first byte in the pattern
   * @throws AssertionError naming the first byte that differs
   */
  public static void verify(byte[] received, int length, int position) {
    int mismatch =
        Arrays.mismatch(
            received, 0, length, BYTES, position, Math.min(position + length, BYTES.length));
    if (mismatch >= 0) {
      throw new AssertionError(
          "byte " + (position + mismatch) + " of the pattern differs from the one received");
    }
  }

  /**
   * The sizes that writes are tried with: one to three bytes, every power of two with its
   * neighbours and the primes next above three halves of it, up to {@code largest}.
   */
  static List<Integer> sizesUpTo(int largest) {
    TreeSet<Integer> sizes = new TreeSet<>();
    for (int power = 1; power <= largest; power *= 2) {
      sizes.add(Math.max(1, power - 1));
      sizes.add(power);
      sizes.add(power + 1);
      sizes.add(primeAbove(power + power / 2));
    }
    return List.copyOf(sizes.headSet(largest, true));
  }

  private static int primeAbove(int number) {
    int candidate = number + 1;
    while (!isPrime(candidate)) {
      candidate++;
    }
    return candidate;
  }

  private static boolean isPrime(int number) {
    for (int divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return true;
  }
}
