package io.github.smc4j.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The topics of one partition that the demo uses, through an admin client. */
final class Topics implements AutoCloseable {
  private final Admin admin;

  Topics(String bootstrapServers, Map<String, String> properties) {
    Map<String, Object> configuration = new HashMap<>(properties);
    configuration.put("bootstrap.servers", bootstrapServers);
    admin = Admin.create(configuration);
  }

  void create(String... names) throws IOException, InterruptedException {
    List<NewTopic> topics =
        Stream.of(names).map(name -> new NewTopic(name, Optional.of(1), Optional.empty())).toList();
    get(admin.createTopics(topics).all());
  }

  /** How many records the broker has of it. */
  int size(String name) throws IOException, InterruptedException {
    TopicPartition partition = new TopicPartition(name, 0);
    return (int)
        get(admin.listOffsets(Map.of(partition, OffsetSpec.latest())).partitionResult(partition))
            .offset();
  }

  private static <T> T get(KafkaFuture<T> answer) throws IOException, InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IOException("the admin client: " + e.getCause().getMessage(), e.getCause());
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
