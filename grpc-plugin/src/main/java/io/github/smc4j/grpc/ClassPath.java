package io.github.smc4j.grpc;

import java.util.List;

/**
 * Whether the jars are there that this plug-in needs. gRPC asks every provider on the class path
 * whether it can be used, and can use none if one does not answer.
 */
final class ClassPath {
  private static final System.Logger LOG = System.getLogger("io.github.smc4j");

  private static final List<String> NEEDED =
      List.of("io.github.smc4j.netty.SmcSocketChannel", "io.grpc.netty.NettyChannelProvider");

  private ClassPath() {}

  static boolean suffices() {
    for (String name : NEEDED) {
      try {
        Class.forName(name, false, ClassPath.class.getClassLoader());
      } catch (ClassNotFoundException | LinkageError e) {
        LOG.log(System.Logger.Level.WARNING, "gRPC is not put on SMC, for want of {0}", e);
        return false;
      }
    }
    return true;
  }
}
