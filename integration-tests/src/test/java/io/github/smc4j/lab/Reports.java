package io.github.smc4j.lab;

import io.github.smc4j.lab.TestResult.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.opentest4j.TestAbortedException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the XML reports that JUnit, Surefire and Failsafe write: {@code TEST-*.xml}. */
final class Reports {
  private Reports() {}

  /** The results in all reports of a directory; none if it does not exist. */
  static List<TestResult> in(Path directory) throws IOException {
    List<TestResult> results = new ArrayList<>();
    for (Path report : files(directory)) {
      results.addAll(results(report));
    }
    return results;
  }

  static List<TestResult> results(Path report) throws IOException {
    return elements(parse(report), "testcase").map(Reports::result).toList();
  }

  static List<Path> files(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
          .sorted()
          .toList();
    }
  }

  private static Element parse(Path report) throws IOException {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(report.toFile())
          .getDocumentElement();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException("the report " + report + " is not XML", e);
    }
  }

  private static TestResult result(Element test) {
    Kind kind = Kind.PASSED;
    String detail = "";
    for (String outcome : List.of("failure", "error", "skipped")) {
      Element found = elements(test, outcome).findFirst().orElse(null);
      if (found != null) {
        kind = outcome.equals("skipped") ? Kind.SKIPPED : Kind.FAILED;
        detail = kind == Kind.SKIPPED ? reason(found) : found.getTextContent().strip();
      }
    }
    return new TestResult(test.getAttribute("classname"), test.getAttribute("name"), kind, detail);
  }

  /** Surefire gives a message; JUnit a stack trace, whose first line names the exception, too. */
  private static String reason(Element skipped) {
    String message = skipped.getAttribute("message");
    return message.isEmpty()
        ? skipped
            .getTextContent()
            .strip()
            .lines()
            .findFirst()
            .orElse("no reason given")
            .replaceFirst("^" + TestAbortedException.class.getName() + ": ", "")
        : message;
  }

  private static Stream<Element> elements(Element parent, String name) {
    NodeList children = parent.getElementsByTagName(name);
    return IntStream.range(0, children.getLength())
        .mapToObj(children::item)
        .map(Element.class::cast);
  }
}
