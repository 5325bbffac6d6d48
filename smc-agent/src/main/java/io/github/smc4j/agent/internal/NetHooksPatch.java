package io.github.smc4j.agent.internal;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;

/**
 * {@code sun.net.NetHooks}, which the JDK asks before it binds or connects any TCP socket
 * (NioSocketImpl, SocketChannelImpl, ServerSocketChannelImpl and the asynchronous channels).
 */
final class NetHooksPatch implements Patch {
  static final String CLASS = "sun.net.NetHooks";

  private static final String DESCRIPTOR = "(Ljava/io/FileDescriptor;Ljava/net/InetAddress;I)V";

  @Override
  public boolean isFor(String name) {
    return name.equals("sun/net/NetHooks");
  }

  @Override
  public @Nullable MethodVisitor changed(MethodVisitor next, String method, String descriptor) {
    boolean hook = method.equals("beforeTcpBind") || method.equals("beforeTcpConnect");
    return hook && descriptor.equals(DESCRIPTOR)
        ? Patch.callingFirst(next, method, descriptor)
        : null;
  }
}
