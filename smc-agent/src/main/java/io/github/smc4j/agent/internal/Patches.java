package io.github.smc4j.agent.internal;

import io.github.smc4j.agent.boot.SocketHooks;
import io.github.smc4j.internal.Log;
import java.lang.System.Logger.Level;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/** Changes classes as they are loaded. One that cannot be changed stays as it is. */
final class Patches implements ClassFileTransformer {
  /** For the two arguments of a hook that are not on the stack already. */
  private static final int STACK = 3;

  private final List<Patch> patches;

  /** The names of classes. */
  private final Set<String> changed = ConcurrentHashMap.newKeySet();

  Patches(Patch... patches) {
    this.patches = List.of(patches);
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (name != null) {
      for (Patch patch : patches) {
        if (patch.isFor(name)) {
          byte[] result = changed(patch, loader, name, bytes);
          if (result != null) {
            changed.add(name.replace('/', '.'));
          }
          return result;
        }
      }
    }
    return null;
  }

  /** Whether a class of that name was changed. */
  boolean haveChanged(String name) {
    return changed.contains(name);
  }

  private static byte @Nullable [] changed(
      Patch patch, @Nullable ClassLoader loader, String name, byte[] bytes) {
    try {
      if (Class.forName(SocketHooks.class.getName(), false, loader) != SocketHooks.class) {
        throw new ClassNotFoundException("its loader has another " + SocketHooks.class.getName());
      }
      return changed(patch, bytes);
    } catch (ClassNotFoundException | RuntimeException | LinkageError e) {
      // Thrown from here it would be lost, with the class unchanged all the same
      Log.get()
          .log(
              Level.WARNING,
              name.replace('/', '.') + " is not changed, so it is as without the agent",
              e);
      return null;
    }
  }

  private static byte[] changed(Patch patch, byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    Changing changing = new Changing(writer, patch);
    reader.accept(changing, 0);
    if (!changing.changed) {
      throw new IllegalStateException("this release has none of the methods that smc4j knows");
    }
    return writer.toByteArray();
  }

  private static final class Changing extends ClassVisitor {
    private final Patch patch;
    boolean changed;

    Changing(ClassVisitor next, Patch patch) {
      super(Patch.ASM, next);
      this.patch = patch;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor unchanged = super.visitMethod(access, name, descriptor, signature, exceptions);
      MethodVisitor result = patch.changed(withStack(unchanged), name, descriptor);
      changed |= result != null;
      return result != null ? result : unchanged;
    }

    private static MethodVisitor withStack(MethodVisitor next) {
      return new MethodVisitor(Patch.ASM, next) {
        @Override
        public void visitMaxs(int stack, int locals) {
          super.visitMaxs(stack + STACK, locals);
        }
      };
    }
  }
}
