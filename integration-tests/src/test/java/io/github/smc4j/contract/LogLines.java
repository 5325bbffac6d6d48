package io.github.smc4j.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What this JVM's smc4j logs from now on. */
public final class LogLines implements AutoCloseable {
  private final Logger logger = Logger.getLogger("io.github.smc4j");
  private final List<String> all = new CopyOnWriteArrayList<>();
  private final Handler handler = new Recorder();

  public LogLines() {
    logger.addHandler(handler);
  }

  /** The lines that contain a text. */
  public List<String> with(String text) {
    return all.stream().filter(line -> line.contains(text)).toList();
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
  }

  private final class Recorder extends Handler {
    @Override
    public void publish(LogRecord line) {
      all.add(new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {
      // There is nothing held back
    }

    @Override
    public void close() {
      // Nor open
    }
  }
}
