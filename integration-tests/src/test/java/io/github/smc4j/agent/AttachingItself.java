package io.github.smc4j.agent;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.VirtualMachine;

/**
 * Attaches agents to its own JVM, then does what {@link SelfTalk} does. Arguments: their jars, each
 * with an equals sign and settings if there are any. Prints those that fail.
 */
final class AttachingItself {
  private AttachingItself() {}

  public static void main(String[] arguments) throws Exception {
    VirtualMachine own = VirtualMachine.attach(Long.toString(ProcessHandle.current().pid()));
    for (String agent : arguments) {
      String[] jarAndSettings = agent.split("=", 2);
      try {
        own.loadAgent(jarAndSettings[0], jarAndSettings.length == 1 ? null : jarAndSettings[1]);
      } catch (AgentInitializationException e) {
        System.out.println(jarAndSettings[1]);
      }
    }
    own.detach();
    SelfTalk.main(new String[0]);
  }
}
