package io.github.smc4j.agent.internal;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * {@code java.net.Socket}, whose connect waits: the agent connects it over SMC first, beside the
 * JDK's own kernel socket, which is still there for TCP if that fails. {@code NioSocketImpl} tells
 * the timeout, and {@code Net} is where the JDK learns that there is nothing left to connect.
 */
final class SocketDialPatch implements Patch {
  static final String IMPLEMENTATION = "sun.nio.ch.NioSocketImpl";
  static final String NET = "sun.nio.ch.Net";

  private static final String CONNECT_SOCKET = "(Ljava/net/SocketAddress;I)V";
  private static final String CONNECT_DESCRIPTOR =
      "(Ljava/net/ProtocolFamily;Ljava/io/FileDescriptor;Ljava/net/InetAddress;I)I";

  @Override
  public boolean isFor(String name) {
    return name.equals("sun/nio/ch/NioSocketImpl") || name.equals("sun/nio/ch/Net");
  }

  @Override
  public @Nullable MethodVisitor changed(MethodVisitor next, String method, String descriptor) {
    if (!method.equals("connect")) {
      return null;
    }
    return switch (descriptor) {
      case CONNECT_SOCKET -> new Dialling(next);
      case CONNECT_DESCRIPTOR -> new Connected(next);
      default -> null;
    };
  }

  /** {@code timeout = SocketHooks.beforeSocketConnect(fd, remote, timeout)}. */
  private static final class Dialling extends MethodVisitor {
    Dialling(MethodVisitor next) {
      super(ASM, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      visitVarInsn(Opcodes.ALOAD, 0);
      visitFieldInsn(Opcodes.GETFIELD, "java/net/SocketImpl", "fd", "Ljava/io/FileDescriptor;");
      visitVarInsn(Opcodes.ALOAD, 1);
      visitVarInsn(Opcodes.ILOAD, 2);
      visitMethodInsn(
          Opcodes.INVOKESTATIC,
          HOOKS,
          "beforeSocketConnect",
          "(Ljava/io/FileDescriptor;Ljava/net/SocketAddress;I)I",
          false);
      visitVarInsn(Opcodes.ISTORE, 2);
    }
  }

  /** {@code if (SocketHooks.isConnected(fd)) return 1}, which is what connect returns then. */
  private static final class Connected extends MethodVisitor {
    Connected(MethodVisitor next) {
      super(ASM, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      Label connect = new Label();
      visitVarInsn(Opcodes.ALOAD, 1);
      visitMethodInsn(
          Opcodes.INVOKESTATIC, HOOKS, "isConnected", "(Ljava/io/FileDescriptor;)Z", false);
      visitJumpInsn(Opcodes.IFEQ, connect);
      visitInsn(Opcodes.ICONST_1);
      visitInsn(Opcodes.IRETURN);
      visitLabel(connect);
      visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
  }
}
