package io.github.smc4j.netty;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.MessageSizeEstimator;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannelConfig;
import java.util.Map;

/** All that Netty's config of a channel does. */
class DelegatingConfig implements SocketChannelConfig {
  private final SocketChannelConfig delegate;

  DelegatingConfig(SocketChannelConfig delegate) {
    this.delegate = delegate;
  }

  final SocketChannelConfig delegate() {
    return delegate;
  }

  @Override
  public <T> T getOption(ChannelOption<T> option) {
    return delegate.getOption(option);
  }

  @Override
  public <T> boolean setOption(ChannelOption<T> option, T value) {
    return delegate.setOption(option, value);
  }

  @Override
  public boolean setOptions(Map<ChannelOption<?>, ?> options) {
    return delegate.setOptions(options);
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // it is so in Netty
  public <T extends RecvByteBufAllocator> T getRecvByteBufAllocator() {
    return delegate.getRecvByteBufAllocator();
  }

  @Override
  public SocketChannelConfig setPerformancePreferences(int time, int latency, int bandwidth) {
    delegate.setPerformancePreferences(time, latency, bandwidth);
    return this;
  }

  @Override
  public WriteBufferWaterMark getWriteBufferWaterMark() {
    return delegate.getWriteBufferWaterMark();
  }

  @Override
  public int getConnectTimeoutMillis() {
    return delegate.getConnectTimeoutMillis();
  }

  @Override
  @Deprecated
  public int getMaxMessagesPerRead() {
    return delegate.getMaxMessagesPerRead();
  }

  @Override
  public int getWriteSpinCount() {
    return delegate.getWriteSpinCount();
  }

  @Override
  public int getWriteBufferHighWaterMark() {
    return delegate.getWriteBufferHighWaterMark();
  }

  @Override
  public int getWriteBufferLowWaterMark() {
    return delegate.getWriteBufferLowWaterMark();
  }

  @Override
  public ByteBufAllocator getAllocator() {
    return delegate.getAllocator();
  }

  @Override
  public MessageSizeEstimator getMessageSizeEstimator() {
    return delegate.getMessageSizeEstimator();
  }

  @Override
  public boolean isAutoRead() {
    return delegate.isAutoRead();
  }

  @Override
  public boolean isAutoClose() {
    return delegate.isAutoClose();
  }

  @Override
  public boolean isAllowHalfClosure() {
    return delegate.isAllowHalfClosure();
  }

  @Override
  public int getSendBufferSize() {
    return delegate.getSendBufferSize();
  }

  @Override
  public int getReceiveBufferSize() {
    return delegate.getReceiveBufferSize();
  }

  @Override
  public int getSoLinger() {
    return delegate.getSoLinger();
  }

  @Override
  public int getTrafficClass() {
    return delegate.getTrafficClass();
  }

  @Override
  public boolean isKeepAlive() {
    return delegate.isKeepAlive();
  }

  @Override
  public boolean isReuseAddress() {
    return delegate.isReuseAddress();
  }

  @Override
  public boolean isTcpNoDelay() {
    return delegate.isTcpNoDelay();
  }

  @Override
  public Map<ChannelOption<?>, Object> getOptions() {
    return delegate.getOptions();
  }

  @Override
  public SocketChannelConfig setConnectTimeoutMillis(int milliseconds) {
    delegate.setConnectTimeoutMillis(milliseconds);
    return this;
  }

  @Override
  @Deprecated
  public SocketChannelConfig setMaxMessagesPerRead(int messages) {
    delegate.setMaxMessagesPerRead(messages);
    return this;
  }

  @Override
  public SocketChannelConfig setWriteSpinCount(int writes) {
    delegate.setWriteSpinCount(writes);
    return this;
  }

  @Override
  public SocketChannelConfig setAllocator(ByteBufAllocator allocator) {
    delegate.setAllocator(allocator);
    return this;
  }

  @Override
  public SocketChannelConfig setRecvByteBufAllocator(RecvByteBufAllocator allocator) {
    delegate.setRecvByteBufAllocator(allocator);
    return this;
  }

  @Override
  public SocketChannelConfig setAutoRead(boolean autoRead) {
    delegate.setAutoRead(autoRead);
    return this;
  }

  @Override
  public SocketChannelConfig setAutoClose(boolean autoClose) {
    delegate.setAutoClose(autoClose);
    return this;
  }

  @Override
  public SocketChannelConfig setWriteBufferHighWaterMark(int bytes) {
    delegate.setWriteBufferHighWaterMark(bytes);
    return this;
  }

  @Override
  public SocketChannelConfig setWriteBufferLowWaterMark(int bytes) {
    delegate.setWriteBufferLowWaterMark(bytes);
    return this;
  }

  @Override
  public SocketChannelConfig setWriteBufferWaterMark(WriteBufferWaterMark bytes) {
    delegate.setWriteBufferWaterMark(bytes);
    return this;
  }

  @Override
  public SocketChannelConfig setMessageSizeEstimator(MessageSizeEstimator estimator) {
    delegate.setMessageSizeEstimator(estimator);
    return this;
  }

  @Override
  public SocketChannelConfig setAllowHalfClosure(boolean allowed) {
    delegate.setAllowHalfClosure(allowed);
    return this;
  }

  @Override
  public SocketChannelConfig setSendBufferSize(int bytes) {
    delegate.setSendBufferSize(bytes);
    return this;
  }

  @Override
  public SocketChannelConfig setReceiveBufferSize(int bytes) {
    delegate.setReceiveBufferSize(bytes);
    return this;
  }

  @Override
  public SocketChannelConfig setSoLinger(int seconds) {
    delegate.setSoLinger(seconds);
    return this;
  }

  @Override
  public SocketChannelConfig setTrafficClass(int trafficClass) {
    delegate.setTrafficClass(trafficClass);
    return this;
  }

  @Override
  public SocketChannelConfig setKeepAlive(boolean keepAlive) {
    delegate.setKeepAlive(keepAlive);
    return this;
  }

  @Override
  public SocketChannelConfig setReuseAddress(boolean reuse) {
    delegate.setReuseAddress(reuse);
    return this;
  }

  @Override
  public SocketChannelConfig setTcpNoDelay(boolean noDelay) {
    delegate.setTcpNoDelay(noDelay);
    return this;
  }
}
