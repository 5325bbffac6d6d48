package io.github.smc4j.agent.internal;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Kafka, for what its own configuration says: {@code Selector.connect} opens the channels of
 * clients, {@code Acceptor.openServerSocket} those of listeners, and {@code
 * AbstractConfig.logUnused} tells of properties that Kafka itself has no use for.
 */
final class KafkaPatch implements Patch {
  private static final String SELECTOR = "org/apache/kafka/common/network/Selector";
  private static final String CONFIG = "org/apache/kafka/common/config/AbstractConfig";
  private static final String ACCEPTOR = "kafka/network/Acceptor";

  private static final String OF_ONE_OBJECT = "(Ljava/lang/Object;)V";

  @Override
  public boolean isFor(String name) {
    return Patch.isNamed(name, SELECTOR)
        || Patch.isNamed(name, CONFIG)
        || Patch.isNamed(name, ACCEPTOR);
  }

  @Override
  public @Nullable MethodVisitor changed(MethodVisitor next, String method, String descriptor) {
    return switch (method) {
      case "connect" -> opening(next, descriptor);
      case "logUnused" -> Patch.callingFirst(next, "beforeKafkaLogsUnused", OF_ONE_OBJECT);
      case "openServerSocket" -> Patch.callingFirst(next, "beforeKafkaListens", OF_ONE_OBJECT);
      default -> null;
    };
  }

  private static @Nullable MethodVisitor opening(MethodVisitor next, String descriptor) {
    int local = 1;
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      if (argument.getInternalName().equals("java/net/InetSocketAddress")) {
        return new Opening(next, local);
      }
      local += argument.getSize();
    }
    return null;
  }

  /** Has the hook open the channel, who learns for whom and where to. */
  private static final class Opening extends MethodVisitor {
    private static final String CHANNEL = "java/nio/channels/SocketChannel";

    private final int destination;

    Opening(MethodVisitor next, int destination) {
      super(ASM, next);
      this.destination = destination;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals(CHANNEL) && name.equals("open") && descriptor.startsWith("()")) {
        visitVarInsn(Opcodes.ALOAD, 0);
        visitVarInsn(Opcodes.ALOAD, destination);
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            HOOKS,
            "openForKafka",
            "(Ljava/lang/Object;Ljava/net/InetSocketAddress;)L" + CHANNEL + ";",
            false);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }
  }
}
