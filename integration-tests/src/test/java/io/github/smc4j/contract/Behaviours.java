package io.github.smc4j.contract;

import static org.awaitility.Awaitility.await;

import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The behaviours that the suites ask of their peer. */
public final class Behaviours {
  private Behaviours() {}

  /** Closes at once. */
  public record Close() implements Behaviour {
    @Override
    public long meet(Socket connection, CountDownLatch cue) {
      return 0;
    }
  }

  /** Stays silent, and reads nothing, until the cue. */
  public record OnCue(Behaviour next) implements Behaviour {
    @Override
    public long meet(Socket connection, CountDownLatch cue)
        throws IOException, InterruptedException {
      cue.await();
      return next.meet(connection, cue);
    }
  }

  /** Sends back what comes, up to the end of the stream. */
  public record Echo() implements Behaviour {
    @Override
    public long meet(Socket connection, CountDownLatch cue) throws IOException {
      return connection.getInputStream().transferTo(connection.getOutputStream());
    }
  }

  /** Sends one write of the pattern per size. */
  public record Source(List<Integer> sizes) implements Behaviour {
    Source(int size) {
      this(List.of(size));
    }

    @Override
    public long meet(Socket connection, CountDownLatch cue) throws IOException {
      OutputStream out = connection.getOutputStream();
      for (int size : sizes) {
        out.write(Pattern.bytes(size));
      }
      return 0;
    }
  }

  /**
   * Reads as many bytes of the pattern as each size says, compares them and insists on the end of
   * the stream after them.
   */
  public record Sink(List<Integer> sizes) implements Behaviour {
    Sink(int size) {
      this(List.of(size));
    }

    @Override
    public long meet(Socket connection, CountDownLatch cue) throws IOException {
      InputStream in = connection.getInputStream();
      long received = 0;
      for (int size : sizes) {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
          throw new EOFException("end of stream after " + (received + bytes.length) + " bytes");
        }
        Pattern.verify(bytes, bytes.length, 0);
        received += bytes.length;
      }
      if (in.read() >= 0) {
        throw new IOException("more than the " + received + " bytes expected");
      }
      return received;
    }
  }

  /** Answers with the number of bytes read, eight bytes long. */
  public record Answer(Behaviour reading) implements Behaviour {
    @Override
    public long meet(Socket connection, CountDownLatch cue)
        throws IOException, InterruptedException {
      long received = reading.meet(connection, cue);
      new DataOutputStream(connection.getOutputStream()).writeLong(received);
      return received;
    }
  }

  /** Reads to the end of the stream. */
  public record Drain() implements Behaviour {
    @Override
    public long meet(Socket connection, CountDownLatch cue) throws IOException {
      return connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Ends its own stream first and then goes on. */
  public record HalfClose(Behaviour next) implements Behaviour {
    @Override
    public long meet(Socket connection, CountDownLatch cue)
        throws IOException, InterruptedException {
      connection.shutdownOutput();
      return next.meet(connection, cue);
    }
  }

  /**
   * Closes when there are bytes to read, without reading them. With SO_LINGER 0 the JDK leaves out
   * the shutdown that it sends ahead of other closes, which would look like an orderly end.
   */
  public record CloseUnread() implements Behaviour {
    @Override
    public long meet(Socket connection, CountDownLatch cue) throws IOException {
      InputStream in = connection.getInputStream();
      await().atMost(Task.PATIENCE).pollDelay(Duration.ZERO).until(() -> in.available() > 0);
      connection.setSoLinger(true, 0);
      return 0;
    }
  }

  /** Sends three bytes, the second of them as urgent data, and holds on until the test is done. */
  public record Urgent(int before, int urgent, int after) implements Behaviour {
    @Override
    public long meet(Socket connection, CountDownLatch cue) throws IOException {
      connection.getOutputStream().write(before);
      connection.sendUrgentData(urgent);
      connection.getOutputStream().write(after);
      return connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Reads urgent data among the rest. */
  public record UrgentInline(Behaviour next) implements Behaviour {
    @Override
    public long meet(Socket connection, CountDownLatch cue)
        throws IOException, InterruptedException {
      connection.setOOBInline(true);
      return next.meet(connection, cue);
    }
  }
}
