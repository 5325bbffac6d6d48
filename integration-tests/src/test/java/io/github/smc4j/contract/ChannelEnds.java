package io.github.smc4j.contract;

import io.github.smc4j.contract.Transport.Setup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
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

  private record ChannelListening(ServerSocketChannel channel) implements Listening {
    @Override
    public InetSocketAddress address() throws IOException {
      return (InetSocketAddress) channel.getLocalAddress();
    }

    @Override
    public Connection accept() throws IOException {
      return new ChannelConnection(channel.accept());
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
      return channel.supportedOptions();
    }

    @Override
    public <T> void set(SocketOption<T> option, T value) throws IOException {
      channel.setOption(option, value);
    }

    @Override
    public <T> T get(SocketOption<T> option) throws IOException {
      return channel.getOption(option);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private record ChannelConnection(SocketChannel channel) implements Connection {
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
    public Set<SocketOption<?>> supportedOptions() {
      return channel.supportedOptions();
    }

    @Override
    public <T> void set(SocketOption<T> option, T value) throws IOException {
      channel.setOption(option, value);
    }

    @Override
    public <T> T get(SocketOption<T> option) throws IOException {
      return channel.getOption(option);
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

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
