package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Virtual threads, which the JDK takes off their carrier while they wait for a socket. */
interface VirtualThreadContract extends Fixture {
  int THREADS = 50;

  @VirtualThreadTest
  default void virtualThreads_waitForDataWithoutHoldingEachOtherUp() throws Exception {
    Peer.Listener listener = peerListens(new Behaviours.Source(1000).onCue());
    List<Task<byte[]>> readers = new ArrayList<>();
    List<Peer.Conversation> peers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Connection here = connect(listener.address());
      peers.add(listener.next());
      readers.add(Task.startVirtual(() -> here.readExactly(1000)));
    }
    for (Task<byte[]> reader : readers) {
      reader.awaitBlocked();
    }

    for (Peer.Conversation there : peers) {
      there.cue();
    }

    for (Task<byte[]> reader : readers) {
      assertThat(reader.result()).isEqualTo(Pattern.bytes(1000));
    }
  }

  @VirtualThreadTest
  default void virtualThread_connectsAndTransfers() throws Exception {
    List<Integer> sizes = Pattern.sizesUpTo(1 << 17);
    Peer.Listener listener = peerListens(new Behaviours.Sink(sizes));

    Connection here =
        onVirtualThread(
            () -> {
              Connection connection = connect(listener.address());
              for (int size : sizes) {
                connection.write(Pattern.bytes(size));
              }
              connection.shutdownOutput();
              return connection;
            });

    Dialogue dialogue = new Dialogue(here, listener.next()).insistOn(nature());
    assertThat(dialogue.there().received())
        .isEqualTo(sizes.stream().mapToInt(Integer::intValue).sum());
  }

  @VirtualThreadTest
  default void virtualThread_accepts() throws Exception {
    Ends.Listening listening = listen();
    Task<Connection> accepting = Task.startVirtual(listening::accept).awaitBlocked();

    Peer.Conversation there = peerConnects(listening.address(), new Behaviours.Echo());

    Connection here = closing(accepting.result());
    new Dialogue(here, there).insistOn(nature());
    assertThat(
            onVirtualThread(
                () -> {
                  here.write(Pattern.bytes(1000));
                  return here.readExactly(1000);
                }))
        .isEqualTo(Pattern.bytes(1000));
  }

  @VirtualThreadTest
  default void virtualThread_failsToConnectWhenNobodyListens() throws IOException {
    InetSocketAddress nobody = nobody();

    assertThatThrownBy(() -> onVirtualThread(() -> connect(nobody)))
        .isInstanceOf(ConnectException.class);
  }

  @VirtualThreadTest
  default void close_endsABlockedReadOfAVirtualThread() throws IOException {
    Connection here = dialogue(new Behaviours.Drain()).here();
    Task<Integer> reading = Task.startVirtual(here::read).awaitBlocked();

    here.close();

    assertThatThrownBy(reading::result).isInstanceOf(ends().whenClosedByAnotherThread());
  }

  @VirtualThreadTest
  default void close_endsABlockedAcceptOfAVirtualThread() throws IOException {
    Ends.Listening listening = listen();
    Task<Connection> accepting = Task.startVirtual(listening::accept).awaitBlocked();

    listening.close();

    assertThatThrownBy(accepting::result).isInstanceOf(ends().whenClosedByAnotherThread());
  }

  private static <T> T onVirtualThread(Callable<T> work) throws Exception {
    return Task.startVirtual(work).result();
  }

  /** A test that JDK 17 cannot run. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "this JDK has no virtual threads")
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface VirtualThreadTest {}
}
