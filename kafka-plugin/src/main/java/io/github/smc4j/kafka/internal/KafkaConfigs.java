package io.github.smc4j.kafka.internal;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration behind Kafka's network classes, by name: these are not Kafka's API.
 *
 * <p>{@code Selector.channelBuilder} holds the builder of the security protocol in use, whose
 * {@code configs} are the parsed configuration and every property that Kafka does not know
 * (ChannelBuilders.channelBuilderConfigs).
 */
public final class KafkaConfigs {
  private KafkaConfigs() {}

  /** The configuration of the client, or broker, that a Kafka Selector belongs to. */
  static Map<?, ?> ofSelector(Object selector) throws ReflectiveOperationException {
    Object builder = field(selector, "channelBuilder");
    Object configs = builder == null ? null : field(builder, "configs");
    if (configs instanceof Map<?, ?> map) {
      return map;
    }
    throw new NoSuchFieldException(
        "no configuration in " + (builder == null ? selector : builder).getClass().getName());
  }

  /** The properties of smc4j that a broker's Acceptor was given. */
  public static Properties smcOfAcceptor(Object acceptor) throws ReflectiveOperationException {
    return SocketFactoryClass.smc(ofAcceptor(acceptor));
  }

  private static Map<?, ?> ofAcceptor(Object acceptor) throws ReflectiveOperationException {
    Object config = acceptor.getClass().getMethod("config").invoke(acceptor);
    if (config.getClass().getMethod("originals").invoke(config) instanceof Map<?, ?> map) {
      return map;
    }
    throw new NoSuchMethodException(config.getClass().getName() + ".originals");
  }

  /** Tells Kafka that somebody has a use for the properties of smc4j. */
  public static void use(Object config) throws ReflectiveOperationException {
    if (config.getClass().getMethod("originals").invoke(config) instanceof Map<?, ?> originals) {
      Method ignore = config.getClass().getMethod("ignore", String.class);
      for (Object key : originals.keySet()) {
        if (key instanceof String name && SocketFactoryClass.isOurs(name)) {
          ignore.invoke(config, name);
        }
      }
    }
  }

  private static @Nullable Object field(Object target, String name)
      throws ReflectiveOperationException {
    Field field = declaredField(target.getClass(), name);
    if (!field.trySetAccessible()) {
      throw new IllegalAccessException(field + " is not open to smc-kafka-plugin");
    }
    return field.get(target);
  }

  private static Field declaredField(Class<?> type, String name) throws NoSuchFieldException {
    for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
      for (Field field : owner.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
    }
    throw new NoSuchFieldException(type.getName() + "." + name);
  }
}
