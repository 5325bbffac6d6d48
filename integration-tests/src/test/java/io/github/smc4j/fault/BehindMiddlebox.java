package io.github.smc4j.fault;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests whose servers stand behind one middlebox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BehindMiddlebox {
  protected Middlebox middlebox;

  @BeforeAll
  void startMiddlebox(@TempDir Path directory) throws Exception {
    middlebox = Middlebox.start(directory);
  }

  @AfterAll
  void stopMiddlebox() throws Exception {
    middlebox.close();
  }
}
