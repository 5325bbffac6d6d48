package io.github.smc4j.contract;

import java.io.IOException;
import java.io.Serializable;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** What the peer does with a connection, which is closed when it has done it. */
@FunctionalInterface
public interface Behaviour extends Serializable {
  /**
   * Does it, and returns how many bytes were read.
   *
   * @param cue opens when the test says so
   */
  long meet(Socket connection, CountDownLatch cue) throws IOException, InterruptedException;

  /** Does nothing until the cue. */
  default Behaviour onCue() {
    return new Behaviours.OnCue(this);
  }
}
