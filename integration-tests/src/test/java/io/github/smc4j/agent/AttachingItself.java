package io.github.smc4j.agent;

import com.sun.tools.attach.VirtualMachine;

/** Attaches agents to its own JVM, then does what {@link SelfTalk} does. Arguments: their jars. */
final class AttachingItself {
  private AttachingItself() {}

  public static void main(String[] arguments) throws Exception {
    VirtualMachine own = VirtualMachine.attach(Long.toString(ProcessHandle.current().pid()));
    for (String jar : arguments) {
      own.loadAgent(jar);
    }
    own.detach();
    SelfTalk.main(new String[0]);
  }
}
