package io.github.smc4j.leak;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** How many objects of every class a full collection leaves, as {@code jcmd GC.class_histogram}. */
final class LiveObjects {
  private static final Pattern LINE = Pattern.compile(" *\\d+: +(\\d+) +\\d+ +(\\S+).*");

  private LiveObjects() {}

  static Map<String, Long> count() throws JMException {
    Object histogram =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    Map<String, Long> counts = new TreeMap<>();
    ((String) histogram)
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> counts.put(line.group(2), Long.parseLong(line.group(1))));
    return counts;
  }
}
