package io.github.smc4j.contract;

import io.github.smc4j.lab.Command;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.Remote;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A peer in this JVM. */
public class LocalPeer implements Peer {
  private static final int BACKLOG = 1024;

  @Override
  public InetAddress address(Family family) throws IOException {
    return family.loopback();
  }

  @Override
  public Listener listen(Transport transport, Family family, Behaviour behaviour)
      throws IOException {
    ServerSocket socket = transport.serverSocket(Transport.Setup.none());
    socket.bind(new InetSocketAddress(address(family), 0), BACKLOG);
    return publish(new Acceptor(socket, behaviour));
  }

  @Override
  public Conversation connect(
      Transport transport, InetSocketAddress destination, Behaviour behaviour) throws IOException {
    Socket socket = transport.socket(Transport.Setup.none());
    return publish(new Meeting(socket, connection -> connection.connect(destination), behaviour));
  }

  @Override
  public String command(String... words) throws IOException {
    return Command.output(words);
  }

  /** Makes an object reachable for whoever uses this peer. */
  <R extends Remote> R publish(R object) throws IOException {
    return object;
  }

  private final class Acceptor implements Listener {
    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final BlockingQueue<Meeting> accepted = new LinkedBlockingQueue<>();
    private final Queue<Meeting> all = new ConcurrentLinkedQueue<>();
    private final Task<Void> accepting;

    Acceptor(ServerSocket socket, Behaviour behaviour) {
      this.socket = socket;
      this.behaviour = behaviour;
      this.accepting = Task.start(this::accept);
    }

    private Void accept() throws IOException {
      while (true) {
        Meeting meeting = new Meeting(socket.accept(), Transport.Setup.none(), behaviour);
        all.add(meeting);
        accepted.add(meeting);
      }
    }

    @Override
    public InetSocketAddress address() {
      return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public Conversation next() throws IOException {
      try {
        Meeting next = accepted.poll(Task.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (next == null) {
          throw new IOException("nobody connected to " + socket + "; accepting: " + accepting);
        }
        return publish(next);
      } catch (InterruptedException e) {
        throw new IOException("interrupted while waiting for a connection to " + socket, e);
      }
    }

    /** Returns when the port is free: a thread inside accept keeps the kernel socket alive. */
    @Override
    public void close() throws IOException {
      socket.close();
      accepting.awaitEnd();
      for (Meeting meeting : all) {
        meeting.close();
      }
    }
  }
}
