package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What channels alone can do with bytes: files, gathering, scattering, direct memory. */
interface ChannelTransferContract extends ChannelFixture {
  @Test
  default void transferTo_sendsAFile(@TempDir Path directory) throws IOException {
    int size = largestTransfer();
    ChannelDialogue dialogue = channelDialogue(new Behaviours.Sink(size));
    try (FileChannel file = FileChannel.open(fileOf(directory, size), StandardOpenOption.READ)) {
      long position = 0;
      while (position < size) {
        position += file.transferTo(position, size - position, dialogue.here());
      }
    }
    dialogue.here().shutdownOutput();

    assertThat(dialogue.there().received()).isEqualTo(size);
  }

  @Test
  default void transferTo_fromAnyPositionSendsThatPart(@TempDir Path directory) throws IOException {
    ChannelDialogue dialogue = channelDialogue(new Behaviours.Echo());
    try (FileChannel file = FileChannel.open(fileOf(directory, 5000), StandardOpenOption.READ)) {
      assertThat(file.transferTo(1001, 3000, dialogue.here())).isEqualTo(3000);
    }

    ByteBuffer part = ByteBuffer.allocate(3000);
    readFully(dialogue.here(), part);
    Pattern.verify(part.array(), 3000, 1001);
  }

  @Test
  default void transferFrom_fillsAFile(@TempDir Path directory) throws IOException {
    int size = largestTransfer() / 4;
    SocketChannel here = channelDialogue(new Behaviours.Source(size)).here();
    Path path = directory.resolve("received");
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long position = 0;
      while (position < size) {
        position += file.transferFrom(here, position, size - position);
      }
    }

    assertThat(Files.readAllBytes(path)).isEqualTo(Pattern.bytes(size));
  }

  @Test
  default void write_gathersAndReadScatters() throws IOException {
    SocketChannel here = channelDialogue(new Behaviours.Echo()).here();
    byte[] bytes = Pattern.bytes(30_000);
    ByteBuffer[] out = {
      ByteBuffer.wrap(bytes, 0, 1),
      ByteBuffer.wrap(bytes, 1, 9999),
      directCopy(bytes, 10_000, 20_000)
    };
    ByteBuffer[] in = {
      ByteBuffer.allocateDirect(12_345), ByteBuffer.allocate(7), ByteBuffer.allocate(17_648)
    };

    while (out[2].hasRemaining()) {
      here.write(out);
    }
    while (in[2].hasRemaining()) {
      assertThat(here.read(in)).isPositive();
    }

    int position = 0;
    for (ByteBuffer part : in) {
      byte[] received = new byte[part.flip().remaining()];
      part.get(received);
      Pattern.verify(received, received.length, position);
      position += received.length;
    }
    assertThat(position).isEqualTo(bytes.length);
  }

  private static Path fileOf(Path directory, int size) throws IOException {
    return Files.write(directory.resolve("pattern"), Pattern.bytes(size));
  }

  private static ByteBuffer directCopy(byte[] bytes, int offset, int length) {
    return ByteBuffer.allocateDirect(length).put(bytes, offset, length).flip();
  }

  private static void readFully(SocketChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      assertThat(channel.read(buffer)).isPositive();
    }
  }
}
