package io.github.smc4j.agent.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Netty's native epoll transport, whose sockets the JDK never sees. A channel is converted when it
 * is made, because Netty registers it before it binds or connects it.
 */
final class EpollPatch implements Patch {
  private static final String CLIENT = "io/netty/channel/epoll/EpollSocketChannel";
  private static final String SERVER = "io/netty/channel/epoll/EpollServerSocketChannel";
  private static final String ANY = "io/netty/channel/epoll/AbstractEpollChannel";

  /** What a constructor that opens a socket may ask for. */
  private static final Set<String> FAMILIES =
      Set.of("InternetProtocolFamily", "SocketProtocolFamily");

  private static final String OF_CHANNEL_AND_ADDRESS =
      "(Ljava/lang/Object;Ljava/net/SocketAddress;)V";

  @Override
  public boolean isFor(String name) {
    return Patch.isNamed(name, CLIENT) || Patch.isNamed(name, SERVER) || Patch.isNamed(name, ANY);
  }

  @Override
  public @Nullable MethodVisitor changed(MethodVisitor next, String method, String descriptor) {
    if (method.equals("<init>")) {
      return opensSocket(Type.getArgumentTypes(descriptor)) ? new Made(next) : null;
    }
    if (!descriptor.startsWith("(Ljava/net/SocketAddress;")) {
      return null;
    }
    return switch (method) {
      case "doBind" -> Patch.callingFirst(next, "beforeEpollBind", OF_CHANNEL_AND_ADDRESS);
      case "doConnect" -> Patch.callingFirst(next, "beforeEpollConnect", OF_CHANNEL_AND_ADDRESS);
      default -> null;
    };
  }

  private static boolean opensSocket(Type[] arguments) {
    return arguments.length == 0
        || (arguments.length == 1 && FAMILIES.contains(simpleNameOf(arguments[0])));
  }

  private static String simpleNameOf(Type type) {
    String name = type.getClassName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Calls the hook at the end of the constructor. */
  private static final class Made extends MethodVisitor {
    Made(MethodVisitor next) {
      super(ASM, next);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.RETURN) {
        Patch.callHook(this, "epollChannelMade", "(Ljava/lang/Object;)V");
      }
      super.visitInsn(opcode);
    }
  }
}
