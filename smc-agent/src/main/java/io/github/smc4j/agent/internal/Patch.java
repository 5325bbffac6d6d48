package io.github.smc4j.agent.internal;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What is changed in one class, found by name: signatures differ between releases. */
interface Patch {
  int ASM = Opcodes.ASM9;

  /** The class that changed code calls. */
  String HOOKS = "io/github/smc4j/agent/boot/SocketHooks";

  /**
   * Whether it is for a class.
   *
   * @param name with slashes
   */
  boolean isFor(String name);

  /**
   * Changes a method.
   *
   * @param next takes the code
   * @return what its code is to be sent to, or null if the method stays as it is
   */
  @Nullable MethodVisitor changed(MethodVisitor next, String method, String descriptor);

  /** Whether a class is another by the name it has, or had before it was relocated (shaded). */
  static boolean isNamed(String name, String wanted) {
    return name.endsWith(wanted)
        && (name.length() == wanted.length()
            || name.charAt(name.length() - wanted.length() - 1) == '/');
  }

  /** Code that first calls a hook, with the first of the method's own arguments. */
  static MethodVisitor callingFirst(MethodVisitor next, String hook, String hookDescriptor) {
    return new MethodVisitor(ASM, next) {
      @Override
      public void visitCode() {
        super.visitCode();
        callHook(this, hook, hookDescriptor);
      }
    };
  }

  /** Calls a hook with the local variables from 0 on. */
  static void callHook(MethodVisitor code, String hook, String descriptor) {
    int local = 0;
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), local);
      local += argument.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, hook, descriptor, false);
  }
}
