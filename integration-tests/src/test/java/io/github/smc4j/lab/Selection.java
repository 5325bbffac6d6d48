package io.github.smc4j.lab;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.console.ConsoleLauncher;

/**
 * Which tests of the class path run.
 *
 * @param tags a tag expression of JUnit's
 */
record Selection(String tags) {
  static final Selection HOST =
      new Selection("!lab & !fault & !agent & !stock & !pair & !icount & !cassandra & !elsewhere");

  /** On a second JDK. */
  static final Selection HOST_AGAIN = new Selection(HOST.tags + " & !once");

  static final Selection LAB = new Selection("lab & !cassandra");

  /** On a second JDK. */
  static final Selection LAB_AGAIN = new Selection(LAB.tags + " & !once");

  static final Selection AGENT = new Selection("agent");

  /** On a second JDK. */
  static final Selection AGENT_AGAIN = new Selection("agent & !once");

  /** On a host without SMC. */
  static final Selection CASSANDRA = new Selection("cassandra & !lab");

  static final Selection LAB_CASSANDRA = new Selection("cassandra & lab");

  static final Selection FAULT = new Selection("fault");
  static final Selection STOCK = new Selection("stock");
  static final Selection PAIR = new Selection("pair");
  static final Selection ICOUNT = new Selection("icount");

  /** The system property that narrows a run to classes whose name matches an expression. */
  private static final String CLASSES = "smc4j.classes";

  /**
   * The words after {@code java -cp ...} that run them under JUnit's console launcher.
   *
   * @param reports the directory for its XML reports
   */
  List<String> arguments(String reports) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                ConsoleLauncher.class.getName(),
                "execute",
                "--disable-banner",
                "--disable-ansi-colors",
                "--details=testfeed",
                "--fail-if-no-tests",
                "--reports-dir=" + reports,
                "--include-tag=" + tags,
                "--include-classname=" + System.getProperty(CLASSES, ".*(IT|Test)")));
    ClassPath.tests().forEach(folder -> arguments.add("--scan-classpath=" + folder));
    return arguments;
  }
}
