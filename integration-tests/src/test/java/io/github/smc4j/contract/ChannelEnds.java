package io.github.smc4j.contract;

import io.github.smc4j.contract.Transport.Setup;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;

/** {@link SocketChannel} and {@link ServerSocketChannel}. */
record ChannelEnds(Transport transport) implements Ends {
  @Override
  public Connection open(InetSocketAddress destination, Setup<Options> setup) throws IOException {
    return new ChannelConnection(
        transport.socketChannel(
            destination, channel -> setup.apply(new ChannelConnection(channel))));
  }

  @Override
  public Listening listen(InetSocketAddress local, Setup<Options> setup) throws IOException {
    ServerSocketChannel channel =
        transport.serverSocketChannel(local, unbound -> setup.apply(new ChannelListening(unbound)));
    try {
      channel.bind(local);
      return new ChannelListening(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public Class<? extends IOException> whenClosedByAnotherThread() {
    return ClosedChannelException.class;
  }

  /** What listening and connected channels have in common. */
  private interface OfChannel extends Options, Closeable {
    NetworkChannel channel();

    @Override
    default Set<SocketOption<?>> supportedOptions() {
      return channel().supportedOptions();
    }

    @Override
    default <T> void set(SocketOption<T> option, T value) throws IOException {
      channel().setOption(option, value);
    }

    @Override
    default <T> T get(SocketOption<T> option) throws IOException {
      return channel().getOption(option);
    }

    @Override
    default void close() throws IOException {
      channel().close();
    }
  }

  private record ChannelListening(ServerSocketChannel channel) implements Listening, OfChannel {
    @Override
    public InetSocketAddress address() throws IOException {
      return (InetSocketAddress) channel.getLocalAddress();
    }

    @Override
    public Connection accept() throws IOException {
      return new ChannelConnection(channel.accept());
    }
  }

  private record ChannelConnection(SocketChannel channel) implements Connection, OfChannel {
    @Override
    public void bind(InetSocketAddress local) throws IOException {
      channel.bind(local);
    }

    @Override
    public void connect(InetSocketAddress destination) throws IOException {
      channel.connect(destination);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return channel.read(ByteBuffer.wrap(bytes, offset, length));
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }

    @Override
    public void shutdownInput() throws IOException {
      channel.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
      channel.shutdownOutput();
    }

    @Override
    public InetSocketAddress local() throws IOException {
      return (InetSocketAddress) channel.getLocalAddress();
    }

    @Override
    public InetSocketAddress remote() throws IOException {
      return (InetSocketAddress) channel.getRemoteAddress();
    }

    @Override
    public Nature nature() throws IOException {
      return Nature.of(channel);
    }

    @Override
    public Protocol protocol() throws IOException {
      return Protocol.of(channel);
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }
  }
}
