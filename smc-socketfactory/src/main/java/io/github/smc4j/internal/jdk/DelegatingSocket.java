package io.github.smc4j.internal.jdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A socket that is another one: every method is that one's, and its streams are the other's own.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // the other one has a lock
public abstract class DelegatingSocket extends Socket {
  protected DelegatingSocket() throws SocketException {
    super((SocketImpl) null);
  }

  /** The socket of the JDK's that does the work, which may become another one until connected. */
  protected abstract Socket delegate();

  @Override
  public @Nullable InetAddress getInetAddress() {
    return delegate().getInetAddress();
  }

  @Override
  public InetAddress getLocalAddress() {
    return delegate().getLocalAddress();
  }

  @Override
  public int getPort() {
    return delegate().getPort();
  }

  @Override
  public int getLocalPort() {
    return delegate().getLocalPort();
  }

  @Override
  public @Nullable SocketAddress getRemoteSocketAddress() {
    return delegate().getRemoteSocketAddress();
  }

  @Override
  public @Nullable SocketAddress getLocalSocketAddress() {
    return delegate().getLocalSocketAddress();
  }

  @Override
  public @Nullable SocketChannel getChannel() {
    return delegate().getChannel();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return delegate().getInputStream();
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return delegate().getOutputStream();
  }

  @Override
  public void bind(@Nullable SocketAddress local) throws IOException {
    delegate().bind(local);
  }

  @Override
  public void connect(SocketAddress destination) throws IOException {
    delegate().connect(destination);
  }

  @Override
  public void connect(SocketAddress destination, int timeout) throws IOException {
    delegate().connect(destination, timeout);
  }

  @Override
  public void setTcpNoDelay(boolean on) throws SocketException {
    delegate().setTcpNoDelay(on);
  }

  @Override
  public boolean getTcpNoDelay() throws SocketException {
    return delegate().getTcpNoDelay();
  }

  @Override
  public void setSoLinger(boolean on, int seconds) throws SocketException {
    delegate().setSoLinger(on, seconds);
  }

  @Override
  public int getSoLinger() throws SocketException {
    return delegate().getSoLinger();
  }

  @Override
  public void sendUrgentData(int data) throws IOException {
    delegate().sendUrgentData(data);
  }

  @Override
  public void setOOBInline(boolean on) throws SocketException {
    delegate().setOOBInline(on);
  }

  @Override
  public boolean getOOBInline() throws SocketException {
    return delegate().getOOBInline();
  }

  @Override
  public void setSoTimeout(int timeout) throws SocketException {
    delegate().setSoTimeout(timeout);
  }

  @Override
  public int getSoTimeout() throws SocketException {
    return delegate().getSoTimeout();
  }

  @Override
  public void setSendBufferSize(int size) throws SocketException {
    delegate().setSendBufferSize(size);
  }

  @Override
  public int getSendBufferSize() throws SocketException {
    return delegate().getSendBufferSize();
  }

  @Override
  public void setReceiveBufferSize(int size) throws SocketException {
    delegate().setReceiveBufferSize(size);
  }

  @Override
  public int getReceiveBufferSize() throws SocketException {
    return delegate().getReceiveBufferSize();
  }

  @Override
  public void setKeepAlive(boolean on) throws SocketException {
    delegate().setKeepAlive(on);
  }

  @Override
  public boolean getKeepAlive() throws SocketException {
    return delegate().getKeepAlive();
  }

  @Override
  public void setTrafficClass(int trafficClass) throws SocketException {
    delegate().setTrafficClass(trafficClass);
  }

  @Override
  public int getTrafficClass() throws SocketException {
    return delegate().getTrafficClass();
  }

  @Override
  public void setReuseAddress(boolean on) throws SocketException {
    delegate().setReuseAddress(on);
  }

  @Override
  public boolean getReuseAddress() throws SocketException {
    return delegate().getReuseAddress();
  }

  @Override
  public void setPerformancePreferences(int connectionTime, int latency, int bandwidth) {
    delegate().setPerformancePreferences(connectionTime, latency, bandwidth);
  }

  @Override
  public <T> Socket setOption(SocketOption<T> name, T value) throws IOException {
    delegate().setOption(name, value);
    return this;
  }

  @Override
  public <T> T getOption(SocketOption<T> name) throws IOException {
    return delegate().getOption(name);
  }

  @Override
  public Set<SocketOption<?>> supportedOptions() {
    return delegate().supportedOptions();
  }

  @Override
  public void shutdownInput() throws IOException {
    delegate().shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    delegate().shutdownOutput();
  }

  @Override
  public boolean isConnected() {
    return delegate().isConnected();
  }

  @Override
  public boolean isBound() {
    return delegate().isBound();
  }

  @Override
  public boolean isClosed() {
    return delegate().isClosed();
  }

  @Override
  public boolean isInputShutdown() {
    return delegate().isInputShutdown();
  }

  @Override
  public boolean isOutputShutdown() {
    return delegate().isOutputShutdown();
  }

  @Override
  public void close() throws IOException {
    delegate().close();
  }

  @Override
  public String toString() {
    return delegate().toString();
  }
}
