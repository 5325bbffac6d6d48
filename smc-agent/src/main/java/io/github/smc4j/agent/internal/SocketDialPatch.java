package io.github.smc4j.agent.internal;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * {@code java.net.Socket}, whose connect waits: where the JDK would connect it, the agent does so
 * over SMC first, beside the JDK's own kernel socket, which is still there for TCP if that fails.
 * {@code NioSocketImpl} tells the timeout and takes what is left of it; {@code Net.connect} returns
 * 1 for what is connected, which ends the JDK's own connect.
 */
final class SocketDialPatch implements Patch {
  static final String IMPLEMENTATION = "sun.nio.ch.NioSocketImpl";
  static final String NET = "sun.nio.ch.Net";

  static final String CONNECT_SOCKET = "(Ljava/net/SocketAddress;I)V";
  static final String TIMED_FINISH = "timedFinishConnect";
  static final String TIMED_FINISH_DESCRIPTOR = "(Ljava/io/FileDescriptor;J)Z";

  /** Of {@code Net.connect}, as NioSocketImpl calls it. */
  static final String CONNECT = "(Ljava/io/FileDescriptor;Ljava/net/InetAddress;I)I";

  @Override
  public boolean isFor(String name) {
    return name.equals("sun/nio/ch/NioSocketImpl") || name.equals("sun/nio/ch/Net");
  }

  @Override
  public @Nullable MethodVisitor changed(MethodVisitor next, String method, String descriptor) {
    return switch (method + descriptor) {
      case "connect" + CONNECT_SOCKET -> new BeforeConnect(next);
      case "connect" + CONNECT -> new Connect(next);
      case TIMED_FINISH + TIMED_FINISH_DESCRIPTOR -> new TimeLeft(next);
      default -> null;
    };
  }

  /** {@code SocketHooks.beforeSocketConnect(fd, timeout)}. */
  private static final class BeforeConnect extends MethodVisitor {
    BeforeConnect(MethodVisitor next) {
      super(ASM, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      visitVarInsn(Opcodes.ALOAD, 0);
      visitFieldInsn(Opcodes.GETFIELD, "java/net/SocketImpl", "fd", "Ljava/io/FileDescriptor;");
      visitVarInsn(Opcodes.ILOAD, 2);
      visitMethodInsn(
          Opcodes.INVOKESTATIC,
          HOOKS,
          "beforeSocketConnect",
          "(Ljava/io/FileDescriptor;I)V",
          false);
    }
  }

  /** {@code if (SocketHooks.connect(fd, address, port)) return 1}. */
  private static final class Connect extends MethodVisitor {
    Connect(MethodVisitor next) {
      super(ASM, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      Label connect = new Label();
      Patch.callHook(this, "connect", "(Ljava/io/FileDescriptor;Ljava/net/InetAddress;I)Z");
      visitJumpInsn(Opcodes.IFEQ, connect);
      visitInsn(Opcodes.ICONST_1);
      visitInsn(Opcodes.IRETURN);
      visitLabel(connect);
      visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
  }

  /** {@code nanos = SocketHooks.timeLeft(nanos)}. */
  private static final class TimeLeft extends MethodVisitor {
    TimeLeft(MethodVisitor next) {
      super(ASM, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      visitVarInsn(Opcodes.LLOAD, 2);
      visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "timeLeft", "(J)J", false);
      visitVarInsn(Opcodes.LSTORE, 2);
    }
  }
}
