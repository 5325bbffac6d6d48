package io.github.smc4j.agent;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/**
 * An application with a configuration of its own. Prints its greeting and who wrote its library.
 */
final class Greeting {
  private Greeting() {}

  public static void main(String[] arguments) {
    Config config = ConfigFactory.load();
    System.out.println(config.getString("greeting.text") + " " + config.getString("greeting.name"));
    System.out.println(Config.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    SelfTalk.main(arguments);
  }
}
