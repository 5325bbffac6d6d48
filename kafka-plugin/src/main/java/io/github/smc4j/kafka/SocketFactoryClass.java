package io.github.smc4j.kafka;

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

  /** The properties that are smc4j's. */
  static Properties smc(Map<?, ?> configs) {
    Properties smc = new Properties();
    configs.forEach(
        (key, value) -> {
          if (key instanceof String name && name.startsWith("smc.") && value != null) {
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
    if (value instanceof Class<?> type) {
      return type;
    }
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return Class.forName(value.toString().trim(), true, context != null ? context : kafka);
  }

  private static SmcChannelFactory instantiate(Class<?> type, Properties smc)
      throws ReflectiveOperationException {
    Class<? extends SmcChannelFactory> factory = channelFactory(type);
    boolean configurable =
        Arrays.stream(factory.getConstructors())
            .map(Constructor::getParameterTypes)
            .anyMatch(parameters -> Arrays.equals(parameters, new Class<?>[] {Properties.class}));
    return configurable
        ? factory.getConstructor(Properties.class).newInstance(smc)
        : factory.getConstructor().newInstance();
  }

  /**
   * Names both loaders: a second copy of the interface is the likeliest reason not to implement it.
   */
  private static Class<? extends SmcChannelFactory> channelFactory(Class<?> type) {
    if (!SmcChannelFactory.class.isAssignableFrom(type)) {
      throw new ClassCastException(
          "it does not implement "
              + SmcChannelFactory.class.getName()
              + " as that is loaded beside smc-kafka-plugin (by "
              + SmcChannelFactory.class.getClassLoader()
              + ", the class itself by "
              + type.getClassLoader()
              + ")");
    }
    return type.asSubclass(SmcChannelFactory.class);
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
