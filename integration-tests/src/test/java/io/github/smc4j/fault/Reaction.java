package io.github.smc4j.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;

/** What a server that has never heard of SMC does when a connection begins with a CLC PROPOSAL. */
public enum Reaction {
  /** The server of a protocol without any form. */
  ECHO {
    @Override
    void to(byte[] proposal, Socket connection) throws IOException {
      connection.getOutputStream().write(proposal);
      awaitEnd(connection);
    }
  },
  /** One that takes it for the length of a message, and waits for the rest. */
  SILENCE {
    @Override
    void to(byte[] proposal, Socket connection) throws IOException {
      awaitEnd(connection);
    }
  },
  CLOSE {
    @Override
    void to(byte[] proposal, Socket connection) {
      // it is closed when it was served
    }
  },
  RESET {
    @Override
    void to(byte[] proposal, Socket connection) throws IOException {
      connection.setSoLinger(true, 0);
    }
  },
  GARBAGE {
    @Override
    void to(byte[] proposal, Socket connection) throws IOException {
      connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      awaitEnd(connection);
    }
  };

  /**
   * "SMCR" in EBCDIC, which the messages of SMC-D version 2 have as well (RFC 7609, appendix A).
   */
  private static final byte[] EYECATCHER = {(byte) 0xe2, (byte) 0xd4, (byte) 0xc3, (byte) 0xd9};

  abstract void to(byte[] proposal, Socket connection) throws IOException;

  static boolean isClc(byte[] data) {
    return Arrays.mismatch(data, EYECATCHER) == EYECATCHER.length;
  }

  private static void awaitEnd(Socket connection) throws IOException {
    connection.getInputStream().readAllBytes();
  }
}
