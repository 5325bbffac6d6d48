package io.github.smc4j.bench;

import io.github.smc4j.netty.SmcEpollChannelFactory;
import io.github.smc4j.netty.SmcEpollServerChannelFactory;
import io.github.smc4j.netty.SmcServerSocketChannel;
import io.github.smc4j.netty.SmcSocketChannel;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

/** Netty's transports, each with its own channels and with those of smc4j. */
enum EventLoops {
  NIO {
    @Override
    IoHandlerFactory handlers() {
      return NioIoHandler.newFactory();
    }

    @Override
    ChannelFactory<? extends Channel> channels(Sockets sockets) {
      return switch (sockets) {
        case JDK -> NioSocketChannel::new;
        case SMC4J -> SmcSocketChannel::new;
      };
    }

    @Override
    ChannelFactory<? extends ServerChannel> serverChannels(Sockets sockets) {
      return switch (sockets) {
        case JDK -> NioServerSocketChannel::new;
        case SMC4J -> SmcServerSocketChannel::new;
      };
    }
  },
  EPOLL {
    @Override
    IoHandlerFactory handlers() {
      return EpollIoHandler.newFactory();
    }

    @Override
    ChannelFactory<? extends Channel> channels(Sockets sockets) {
      return switch (sockets) {
        case JDK -> EpollSocketChannel::new;
        case SMC4J -> new SmcEpollChannelFactory();
      };
    }

    @Override
    ChannelFactory<? extends ServerChannel> serverChannels(Sockets sockets) {
      return switch (sockets) {
        case JDK -> EpollServerSocketChannel::new;
        case SMC4J -> new SmcEpollServerChannelFactory();
      };
    }
  };

  /** One thread, for the scheduler to have no choice. */
  EventLoopGroup group() {
    return new MultiThreadIoEventLoopGroup(1, handlers());
  }

  abstract IoHandlerFactory handlers();

  abstract ChannelFactory<? extends Channel> channels(Sockets sockets);

  abstract ChannelFactory<? extends ServerChannel> serverChannels(Sockets sockets);
}
