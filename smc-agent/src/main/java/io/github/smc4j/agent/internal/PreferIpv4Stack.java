package io.github.smc4j.agent.internal;

import io.github.smc4j.internal.policy.Ipv4Stack;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Has the JVM open IPv4 sockets where SMC-R version 2 needs them, which Linux before 6.14 has on no
 * others (smc_find_proposal_devices in net/smc/af_smc.c). The JDK looks at the property once, when
 * it first touches the network, so this comes before anything else that might.
 *
 * @param system where Linux shows itself, {@code /} but for tests
 */
record PreferIpv4Stack(Path system) {
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
    Path release = system.resolve("proc/sys/kernel/osrelease");
    if (!Files.isReadable(release)) {
      return false;
    }
    Matcher version = VERSION.matcher(Files.readString(release));
    if (!version.matches()) {
      return false;
    }
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    return major < FIXED_MAJOR || (major == FIXED_MAJOR && minor < FIXED_MINOR);
  }

  private boolean hasRdmaDevice() throws IOException {
    Path devices = system.resolve("sys/class/infiniband");
    if (!Files.isDirectory(devices)) {
      return false;
    }
    try (DirectoryStream<Path> each = Files.newDirectoryStream(devices)) {
      return each.iterator().hasNext();
    }
  }

  /** Every interface with an IPv4 address has a route, below the heading. */
  private boolean hasIpv4() throws IOException {
    Path routes = system.resolve("proc/net/route");
    return Files.isReadable(routes) && Files.readAllLines(routes).size() > 1;
  }
}
