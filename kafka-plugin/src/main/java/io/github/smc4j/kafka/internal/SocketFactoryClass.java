package io.github.smc4j.kafka.internal;

import io.github.smc4j.SmcChannelFactory;
import io.github.smc4j.SmcSocketFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The property {@code socket.factory.class} and the {@code smc.*} properties beside it. */
final class SocketFactoryClass {
  private static final String PROPERTY = "socket.factory.class";

  private static final String PREFIX = "smc.";

  /** Only a broker's configuration knows this property, and so holds it parsed. */
  private static final String BROKER_PROPERTY = "node.id";

  private SocketFactoryClass() {}

  /**
   * Makes the factory that a client's configuration names.
   *
   * @param kafka the class loader of that client's Kafka
   * @return null if it names none; a broker that names none gets ours
   * @throws RuntimeException Kafka's ConfigException, naming the property and its value, if that is
   *     no such factory
   */
  static @Nullable SmcChannelFactory instantiate(Map<?, ?> configs, ClassLoader kafka) {
    Object value = configs.get(PROPERTY);
    if (value == null) {
      return configs.get(BROKER_PROPERTY) instanceof Integer
          ? new SmcSocketFactory(smc(configs))
          : null;
    }
    try {
      return instantiate(load(value, kafka), smc(configs));
    } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
      throw KafkaConfigException.of(kafka, PROPERTY, value, explain(e), e);
    }
  }

  /** Whether a property is smc4j's and not Kafka's. */
  static boolean isOurs(String property) {
    return property.equals(PROPERTY) || property.startsWith(PREFIX);
  }

  /** The properties that are smc4j's. */
  static Properties smc(Map<?, ?> configs) {
    Properties smc = new Properties();
    configs.forEach(
        (key, value) -> {
          if (key instanceof String name && name.startsWith(PREFIX) && value != null) {
            smc.setProperty(name, value.toString());
          }
        });
    return smc;
  }

  /**
   * Kafka's own rule: a class as such, or its name, looked up by the thread's context class loader
   * first.
   */
  private static Class<?> load(Object value, ClassLoader kafka) throws ClassNotFoundException {
    String name = value instanceof Class<?> type ? type.getName() : value.toString().trim();
    if (name.equals(SmcSocketFactory.class.getName())) {
      return SmcSocketFactory.class; // Kafka's loader may have none, or another copy
    }
    if (value instanceof Class<?> type) {
      return type;
    }
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return Class.forName(name, true, context != null ? context : kafka);
  }

  private static SmcChannelFactory instantiate(Class<?> type, Properties smc)
      throws ReflectiveOperationException {
    Class<?> contract = CopiedChannelFactory.contractOf(type);
    boolean configurable =
        Arrays.stream(type.getConstructors())
            .map(Constructor::getParameterTypes)
            .anyMatch(parameters -> Arrays.equals(parameters, new Class<?>[] {Properties.class}));
    Object factory =
        configurable
            ? type.getConstructor(Properties.class).newInstance(smc)
            : type.getConstructor().newInstance();
    return factory instanceof SmcChannelFactory ours
        ? ours
        : new CopiedChannelFactory(factory, contract);
  }

  private static String explain(Throwable e) {
    if (e instanceof InvocationTargetException thrown) {
      return "its constructor threw " + thrown.getCause();
    }
    if (e instanceof ClassCastException) {
      return e.getMessage();
    }
    if (e instanceof NoSuchMethodException) {
      return "it has no public constructor () or (java.util.Properties)";
    }
    return "it cannot be loaded and instantiated: " + e;
  }
}
