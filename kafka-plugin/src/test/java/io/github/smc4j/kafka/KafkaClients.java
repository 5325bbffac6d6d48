package io.github.smc4j.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Every kind of client that Kafka has, started so that it dials its bootstrap server until it is
 * closed.
 */
enum KafkaClients {
  PRODUCER {
    @Override
    AutoCloseable dial(Map<String, Object> configs) {
      var serializer = new StringSerializer();
      var producer = new KafkaProducer<>(configs, serializer, serializer);
      return () -> producer.close(Duration.ZERO);
    }
  },
  ADMIN {
    @Override
    AutoCloseable dial(Map<String, Object> configs) {
      Admin admin = Admin.create(configs);
      return () -> admin.close(Duration.ZERO);
    }
  },
  CLASSIC_CONSUMER {
    @Override
    AutoCloseable dial(Map<String, Object> configs) {
      return consumer(configs, "classic");
    }
  },
  KIP_848_CONSUMER {
    @Override
    AutoCloseable dial(Map<String, Object> configs) {
      return consumer(configs, "consumer");
    }
  },
  SHARE_CONSUMER {
    @Override
    boolean isOffered() {
      return hasClass("org.apache.kafka.clients.consumer.KafkaShareConsumer");
    }

    @Override
    AutoCloseable dial(Map<String, Object> configs) {
      return ShareConsumer.dial(configs);
    }
  };

  /** Starts a client of this kind; closing it does not wait for a server. */
  abstract AutoCloseable dial(Map<String, Object> configs);

  /** Whether the release of Kafka on the class path has this kind of client. */
  boolean isOffered() {
    return true;
  }

  private static AutoCloseable consumer(Map<String, Object> configs, String protocol) {
    Map<String, Object> all = new HashMap<>(configs);
    all.put("group.id", "group-" + protocol);
    all.put("group.protocol", protocol);
    var deserializer = new StringDeserializer();
    KafkaConsumer<String, String> consumer = new KafkaConsumer<>(all, deserializer, deserializer);
    consumer.subscribe(List.of("topic"));
    return closingIfPollFails(
        () -> consumer.poll(Duration.ofMillis(500)), () -> closeNow(consumer));
  }

  /**
   * {@code close(Duration)}, deprecated in later releases, is what all releases under test have.
   */
  @SuppressWarnings("deprecation")
  private static void closeNow(KafkaConsumer<?, ?> consumer) {
    consumer.close(Duration.ZERO);
  }

  private static AutoCloseable closingIfPollFails(Runnable poll, AutoCloseable client) {
    try {
      poll.run();
      return client;
    } catch (RuntimeException e) {
      try {
        client.close();
      } catch (Exception suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  private static boolean hasClass(String name) {
    try {
      Class.forName(name);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Apart, because older releases lack the class. */
  private static final class ShareConsumer {
    static AutoCloseable dial(Map<String, Object> configs) {
      Map<String, Object> all = new HashMap<>(configs);
      all.put("group.id", "share-group");
      var deserializer = new StringDeserializer();
      KafkaShareConsumer<String, String> consumer =
          new KafkaShareConsumer<>(all, deserializer, deserializer);
      consumer.subscribe(List.of("topic"));
      return closingIfPollFails(
          () -> consumer.poll(Duration.ofMillis(500)), () -> consumer.close(Duration.ZERO));
    }
  }
}
