package io.github.smc4j.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * A Kafka Streams application that copies a topic until it is ended. Arguments: its properties file
 * and the two topics.
 */
public final class StreamsCopy {
  private StreamsCopy() {}

  /** Starts it. */
  public static void main(String[] arguments) throws IOException {
    Properties properties = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of(arguments[0]))) {
      properties.load(file);
    }
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(arguments[1], Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
        .to(arguments[2], Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
    new KafkaStreams(builder.build(), properties).start();
  }
}
