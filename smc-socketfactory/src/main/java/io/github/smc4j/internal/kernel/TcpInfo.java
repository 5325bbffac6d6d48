package io.github.smc4j.internal.kernel;

import java.net.SocketException;

/**
 * What TCP_INFO tells of a TCP connection, or of the one beneath an SMC socket ({@code struct
 * tcp_info} in include/uapi/linux/tcp.h).
 */
public final class TcpInfo {
  private static final int IPPROTO_TCP = 6;
  private static final int TCP_INFO = 11;

  /** The index of {@code tcpi_data_segs_out}, there since Linux 4.6, and the ints up to it. */
  private static final int DATA_SEGS_OUT = 39;

  private TcpInfo() {}

  /** The segments with data that were sent, repeated ones included. */
  public static int dataSegmentsSent(int fd) throws SocketException {
    int[] info = new int[DATA_SEGS_OUT + 1];
    int result = Syscalls.getsockopt(fd, IPPROTO_TCP, TCP_INFO, info);
    if (result < 0) {
      throw Errno.failure(result, "getsockopt(TCP_INFO) of descriptor " + fd);
    }
    return info[DATA_SEGS_OUT];
  }
}
