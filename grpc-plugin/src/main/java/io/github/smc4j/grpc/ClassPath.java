package io.github.smc4j.grpc;

import java.util.List;

/**
 * Whether the jars are there that this plug-in needs. gRPC asks every provider on the class path
 * whether it can be used, and can use none if one does not answer.
 */
final class ClassPath {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  private static final List<String> NEEDED =
      List.of(
          "io.github.smc4j.netty.SmcSocketChannel",
          "com.typesafe.config.Config",
          "io.grpc.netty.NettyChannelProvider");

  private ClassPath() {}

  static boolean suffices() {
    for (String name : NEEDED) {
      try {
        Class.forName(name, false, ClassPath.class.getClassLoader());
      } catch (ClassNotFoundException | LinkageError e) {
        LOG.log(
            System.Logger.Level.WARNING,
            "gRPC is not put on SMC, because {0} cannot be loaded ({1}): put smc-socketfactory,"
                + " config and gRPC''s transport on the class path beside this plug-in",
            name,
            e);
        return false;
      }
    }
    return true;
  }
}
