package io.github.smc4j.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The kinds of clients that Kafka has, each doing its work once: a topic's records are written,
 * listed or read.
 */
enum KafkaClient {
  PRODUCER {
    @Override
    AutoCloseable work(
        Map<String, Object> configs, String group, String topic, List<String> records)
        throws Exception {
      KafkaProducer<String, String> producer =
          new KafkaProducer<>(configs, new StringSerializer(), new StringSerializer());
      for (String record : records) {
        producer.send(new ProducerRecord<>(topic, record)).get();
      }
      return producer;
    }
  },
  ADMIN {
    @Override
    AutoCloseable work(
        Map<String, Object> configs, String group, String topic, List<String> records)
        throws Exception {
      Admin admin = Admin.create(configs);
      expect(
          Set.of(topic),
          Set.copyOf(admin.describeTopics(List.of(topic)).allTopicNames().get().keySet()));
      return admin;
    }
  },
  CLASSIC_CONSUMER {
    @Override
    AutoCloseable work(
        Map<String, Object> configs, String group, String topic, List<String> records) {
      return consume(configs, "classic", group, topic, records);
    }
  },
  KIP_848_CONSUMER {
    @Override
    AutoCloseable work(
        Map<String, Object> configs, String group, String topic, List<String> records) {
      return consume(configs, "consumer", group, topic, records);
    }
  },
  SHARE_CONSUMER {
    @Override
    AutoCloseable work(
        Map<String, Object> configs, String group, String topic, List<String> records)
        throws Exception {
      shareFromTheStart(configs, group);
      Map<String, Object> all = with(configs, Map.of("group.id", group));
      KafkaShareConsumer<String, String> consumer =
          new KafkaShareConsumer<>(all, new StringDeserializer(), new StringDeserializer());
      consumer.subscribe(List.of(topic));
      receive(records, () -> consumer.poll(POLL));
      return consumer;
    }
  };

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int POLLS = 240;

  /** Does the client's work and returns it still connected. */
  abstract AutoCloseable work(
      Map<String, Object> configs, String group, String topic, List<String> records)
      throws Exception;

  private static AutoCloseable consume(
      Map<String, Object> configs,
      String protocol,
      String group,
      String topic,
      List<String> records) {
    Map<String, Object> all =
        with(
            configs,
            Map.of("group.id", group, "group.protocol", protocol, "auto.offset.reset", "earliest"));
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer());
    consumer.subscribe(List.of(topic));
    receive(records, () -> consumer.poll(POLL));
    return consumer;
  }

  /** Where a share group starts is a setting of the group, not of its consumers. */
  private static void shareFromTheStart(Map<String, Object> configs, String group)
      throws Exception {
    ConfigEntry earliest = new ConfigEntry("share.auto.offset.reset", "earliest");
    try (Admin admin = Admin.create(configs)) {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.GROUP, group),
                  List.of(new AlterConfigOp(earliest, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  private static void receive(List<String> expected, Poll poll) {
    List<String> received = new ArrayList<>();
    for (int i = 0; i < POLLS && received.size() < expected.size(); i++) {
      for (ConsumerRecord<String, String> record : poll.next()) {
        received.add(record.value());
      }
    }
    expect(expected, received);
  }

  private static void expect(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected " + expected + " but the broker answered " + actual);
    }
  }

  private static Map<String, Object> with(Map<String, Object> configs, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(configs);
    all.putAll(more);
    return all;
  }

  private interface Poll {
    ConsumerRecords<String, String> next();
  }
}
