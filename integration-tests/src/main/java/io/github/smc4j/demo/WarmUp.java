package io.github.smc4j.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Takes a broker through its paths once, so that no measured client pays for their loading. */
final class WarmUp {
  private static final int RECORDS = 5000;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final String bootstrapServers;
  private final String topic;

  WarmUp(String bootstrapServers, String topic) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
  }

  void run() throws IOException, InterruptedException {
    produce();
    consume();
  }

  private void produce() throws IOException, InterruptedException {
    StringSerializer strings = new StringSerializer();
    List<Future<?>> answers = new ArrayList<>();
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers), strings, strings)) {
      for (int i = 0; i < RECORDS; i++) {
        answers.add(producer.send(new ProducerRecord<>(topic, "x".repeat(Records.SIZE))));
      }
    }
    for (Future<?> answer : answers) {
      check(answer);
    }
  }

  private static void check(Future<?> answer) throws IOException, InterruptedException {
    try {
      answer.get();
    } catch (ExecutionException e) {
      throw new IOException("the broker refuses a record: " + e.getCause().getMessage(), e);
    }
  }

  private void consume() throws IOException {
    StringDeserializer strings = new StringDeserializer();
    Map<String, Object> configuration =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "group.id", topic,
            "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(configuration, strings, strings)) {
      consumer.subscribe(List.of(topic));
      awaitAll(consumer);
    }
  }

  private static void awaitAll(KafkaConsumer<?, ?> consumer) throws IOException {
    long start = System.nanoTime();
    int count = 0;
    while (count < RECORDS) {
      if (System.nanoTime() - start > LIMIT.toNanos()) {
        throw new IOException(
            "the broker gave %d of %d records within %s".formatted(count, RECORDS, LIMIT));
      }
      count += consumer.poll(Duration.ofSeconds(1)).count();
    }
  }
}
