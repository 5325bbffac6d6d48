package io.github.smc4j.agent;

import java.security.SecureRandom;
import java.security.Security;

/** Prints the first security provider, after its use, then does what {@link SelfTalk} does. */
final class SecureTalk {
  private SecureTalk() {}

  public static void main(String[] arguments) {
    new SecureRandom().nextInt();
    System.out.println(Security.getProviders()[0].getName());
    SelfTalk.main(arguments);
  }
}
