package io.github.smc4j.demo;

import java.io.File;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** gRPC's transports on Netty, of which an application has one. */
enum GrpcTransport {
  PLAIN("gRPC", "grpc-netty-shaded-.*|smc-grpc-shaded-plugin-.*"),
  SHADED("gRPC, shaded", "grpc-netty-\\d.*|netty-.*|smc-grpc-plugin-.*");

  private static final Pattern OURS = Pattern.compile("smc-.*");

  private final String title;

  /** The jars of the other one. */
  private final Pattern others;

  GrpcTransport(String title, String others) {
    this.title = title;
    this.others = Pattern.compile(others);
  }

  /** The class path of this program without what an application with this transport lacks. */
  String classPath(boolean withPlugin) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !isNamed(entry, others) && (withPlugin || !isNamed(entry, OURS)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isNamed(String entry, Pattern pattern) {
    return pattern.matcher(String.valueOf(Path.of(entry).getFileName())).matches();
  }

  @Override
  public String toString() {
    return title;
  }
}
