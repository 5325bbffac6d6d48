package io.github.smc4j.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process with a log, which never outlives this virtual machine. */
public final class RunningProgram implements AutoCloseable {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int LOG_LINES = 25;

  private final String name;
  private final Path log;
  private final Process process;
  private final Thread endWithThisJvm;

  /**
   * A process that was just started.
   *
   * @param name what messages call it
   * @param log the file that its errors go to
   */
  public RunningProgram(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    endWithThisJvm = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(endWithThisJvm);
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it ended within the time. */
  public boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits until it has ended well; otherwise the exception carries the end of its log. */
  public void awaitSuccess(Duration limit) throws IOException, InterruptedException {
    if (!endsWithin(limit)) {
      throw failure("has not ended within " + limit.toSeconds() + " s", null);
    }
    if (process.exitValue() != 0) {
      throw failure("ended with status " + process.exitValue(), null);
    }
  }

  /** Waits until its log has this text. */
  public void awaitInLog(String text, Duration limit) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!Files.readString(log, StandardCharsets.ISO_8859_1).contains(text)) {
      if (endsWithin(POLL)) {
        throw failure("ended before it logged '" + text + "'", null);
      }
      if (System.nanoTime() - start > limit.toNanos()) {
        throw failure("has not logged '" + text + "' within " + limit.toSeconds() + " s", null);
      }
    }
  }

  /** What is written here is its standard input. */
  public OutputStream input() {
    return process.getOutputStream();
  }

  /** Its standard output, where it was started readable. */
  public BufferedReader output() {
    return process.inputReader(StandardCharsets.ISO_8859_1);
  }

  /** Forces an end after the limit, so that nobody waits for its output or input for ever. */
  public void endAfter(Duration limit) {
    process
        .onExit()
        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(timeout -> process.destroyForcibly());
  }

  /** The failure that what it did amounts to, with the end of its log. */
  public IOException failure(String what, @Nullable Throwable cause) {
    return new IOException(name + " " + what + "; the end of its log:\n" + endOfLog(), cause);
  }

  private String endOfLog() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      List<String> end = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
      return end.isEmpty() ? "(empty)" : String.join("\n", end);
    } catch (IOException e) {
      return "(" + e + ")";
    }
  }

  /** Ends it, with force where it does not end by itself when asked to. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!endsWithin(STOP_LIMIT)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    removeHook();
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(endWithThisJvm);
    } catch (IllegalStateException alreadyShuttingDown) {
      // The hook has run or is running
    }
  }
}
