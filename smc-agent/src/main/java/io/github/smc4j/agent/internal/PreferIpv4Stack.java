package io.github.smc4j.agent.internal;

import io.github.smc4j.internal.policy.Ipv4Stack;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Has the JVM open IPv4 sockets where SMC-R version 2 needs them, which Linux before 6.14 has on no
 * others (smc_find_proposal_devices in net/smc/af_smc.c). The JDK looks at the property once, when
 * it loads its network library, so this comes before anything else that might, and reads its files
 * without NIO, whose channels load it.
 *
 * @param system where Linux shows itself, {@code /} but for tests
 */
record PreferIpv4Stack(File system) {
  private static final String PROPERTY = "java.net.preferIPv4Stack";
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*", Pattern.DOTALL);
  private static final int FIXED_MAJOR = 6;
  private static final int FIXED_MINOR = 14;

  /**
   * Sets the JDK's property, unless it is set.
   *
   * @return why it was set, or null if it was not
   */
  @Nullable String apply(Ipv4Stack choice) throws IOException {
    if (System.getProperty(PROPERTY) != null) {
      return null;
    }
    return switch (choice) {
      case OFF -> null;
      case ON -> set("smc.ipv4-stack = on");
      case AUTO ->
          isOfUse()
              ? set(
                  "this host has RDMA devices, and Linux before 6.14 has SMC-R version 2 on IPv4 sockets only")
              : null;
    };
  }

  private static String set(String why) {
    System.setProperty(PROPERTY, "true");
    return PROPERTY + "=true is set, because " + why;
  }

  private boolean isOfUse() throws IOException {
    return isBeforeTheFix() && hasRdmaDevice() && hasIpv4();
  }

  private boolean isBeforeTheFix() throws IOException {
    Matcher version = VERSION.matcher(content("proc/sys/kernel/osrelease"));
    if (!version.matches()) {
      return false;
    }
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    return major < FIXED_MAJOR || (major == FIXED_MAJOR && minor < FIXED_MINOR);
  }

  private boolean hasRdmaDevice() {
    String[] devices = new File(system, "sys/class/infiniband").list();
    return devices != null && devices.length > 0;
  }

  /** Every interface with an IPv4 address has a route, below the heading. */
  private boolean hasIpv4() throws IOException {
    return content("proc/net/route").lines().count() > 1;
  }

  /** Empty where it cannot be read. */
  private String content(String name) throws IOException {
    File file = new File(system, name);
    if (!file.canRead()) {
      return "";
    }
    try (InputStream in = new FileInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
