package io.github.smc4j.agent.internal;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Whether this JDK is built where the agent changes it as those are that smc4j was written for. */
final class JdkCallSites {
  private static final String HOOKS = "sun/net/NetHooks";
  private static final String CONNECT = "beforeTcpConnect";
  private static final String BIND = "beforeTcpBind";

  /** The names that each class has to know. */
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "sun/nio/ch/NioSocketImpl",
          List.of(
              HOOKS,
              BIND,
              CONNECT,
              SocketDialPatch.CONNECT_SOCKET,
              SocketDialPatch.TIMED_FINISH,
              SocketDialPatch.TIMED_FINISH_DESCRIPTOR,
              SocketDialPatch.CONNECT),
          "sun/nio/ch/Net",
          List.of(SocketDialPatch.CONNECT),
          "sun/nio/ch/SocketChannelImpl",
          List.of(HOOKS, BIND, CONNECT),
          "sun/nio/ch/ServerSocketChannelImpl",
          List.of(HOOKS, BIND));

  private JdkCallSites() {}

  /**
   * Makes sure of it, without opening a socket.
   *
   * @throws ReflectiveOperationException if it is not
   */
  static void check() throws IOException, ReflectiveOperationException {
    Class<?> hooks = Class.forName(NetHooksPatch.CLASS, false, null);
    for (String hook : List.of(BIND, CONNECT)) {
      hooks.getMethod(hook, FileDescriptor.class, InetAddress.class, int.class);
    }
    for (Map.Entry<String, List<String>> type : NAMES.entrySet()) {
      String constants = constantsOf(type.getKey());
      for (String name : type.getValue()) {
        if (!constants.contains(name)) {
          throw new NoSuchMethodException(
              type.getKey().replace('/', '.') + " of this JDK does not know " + name);
        }
      }
    }
  }

  /** Names stand in a class file as they are. */
  private static String constantsOf(String type) throws IOException {
    try (InputStream file = ClassLoader.getSystemResourceAsStream(type + ".class")) {
      if (file == null) {
        throw new IOException("this JDK has no " + type.replace('/', '.'));
      }
      return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
