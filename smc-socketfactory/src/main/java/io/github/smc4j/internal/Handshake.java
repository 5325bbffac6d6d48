package io.github.smc4j.internal;

import io.github.smc4j.FallbackCause;
import io.github.smc4j.internal.kernel.Errno;
import io.github.smc4j.internal.kernel.Readiness;
import io.github.smc4j.internal.kernel.SocketType;
import io.github.smc4j.internal.kernel.Syscalls;
import io.github.smc4j.internal.kernel.TcpInfo;
import io.github.smc4j.internal.netlink.SmcDiag;
import io.github.smc4j.internal.netlink.SmcDiagSocket;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What became of the SMC handshake of a socket, told from its descriptor. Until the application
 * sends something, the segments with data that were sent are CLC messages (RFC 7609, section
 * 3.5.1).
 *
 * @param failure why SMC is to be blamed, for {@link Result#FAILED}, or null
 */
public record Handshake(Result result, @Nullable String failure) {
  /** How it ended. */
  public enum Result {
    /** The connection runs on SMC. */
    SMC,
    /** The connection runs on TCP, and no CLC message was ever in its stream. */
    TCP,
    /** The connection fell back to TCP after CLC messages were exchanged. */
    TCP_AFTER_CLC,
    /** TCP is up or was, but SMC brought the connection down or may have damaged its stream. */
    FAILED,
    /** Not even TCP came up. */
    NO_CONNECTION
  }

  /**
   * The CLC messages that an end has sent at the least when both ends may have declined at once,
   * and so left a DECLINE in each other's stream: PROPOSAL or ACCEPT, and another after it.
   */
  private static final int CROSSING = 2;

  private static final Handshake SMC = new Handshake(Result.SMC, null);
  private static final Handshake TCP = new Handshake(Result.TCP, null);
  private static final Handshake TCP_AFTER_CLC = new Handshake(Result.TCP_AFTER_CLC, null);
  private static final Handshake NO_CONNECTION = new Handshake(Result.NO_CONNECTION, null);

  /**
   * Of a socket that was dialled and can be dialled again: in doubt it has failed.
   *
   * @param sure whether it is connected for sure. Linux before 7.1 says so of some that could not
   *     be, unless connect has waited in the kernel: smc_connect_work in net/smc/af_smc.c keeps
   *     their error to itself
   */
  public static Handshake ofDialled(int fd, boolean sure) throws SocketException {
    if (SocketType.isSmc(fd)) {
      return sure || Readiness.of(fd).writable() ? SMC : NO_CONNECTION;
    }
    return ofFallback(fd, true);
  }

  /**
   * Of a connection that cannot be dialled again here, an accepted one or a channel's: it has
   * failed only if the kernel says so. More than CLC messages may have been sent by now.
   */
  public static Handshake ofConnected(int fd) throws SocketException {
    return SocketType.isSmc(fd) ? SMC : ofFallback(fd, false);
  }

  /** Of a socket that could not be connected, or was given up before it was. */
  public static Handshake ofUnconnected(int fd, String failure) throws SocketException {
    return TcpInfo.dataSegmentsSent(fd) > 0 && SocketType.isSmc(fd)
        ? failed(failure)
        : NO_CONNECTION;
  }

  /**
   * Of a connection that was up neither in the time that SMC had nor in what was left to TCP, which
   * may have made do with the whole.
   */
  public static Handshake tooSlow(int milliseconds) {
    return new Handshake(
        Result.FAILED, "nothing answered in the " + milliseconds + " ms that SMC was given");
  }

  /**
   * Whether there is reason to dial again over TCP where SMC was only preferred: TCP would not have
   * failed, or has had only a part of the time.
   *
   * @param failure of the dial, or null
   */
  public boolean isRedialled(@Nullable IOException failure) {
    return result == Result.FAILED
        || (result == Result.NO_CONNECTION && failure instanceof SocketTimeoutException);
  }

  /** Of a socket that cannot be looked at. */
  static Handshake unseen(SocketException cause) {
    return failed("it cannot be looked at: " + cause.getMessage());
  }

  static Handshake failed(String failure) {
    return new Handshake(Result.FAILED, "the SMC handshake failed: " + failure);
  }

  private static Handshake ofFallback(int fd, boolean strict) throws SocketException {
    int messages = TcpInfo.dataSegmentsSent(fd);
    if (messages >= CROSSING) {
      return ofLateFallback(fd, strict);
    }
    return messages == 0 ? TCP : TCP_AFTER_CLC;
  }

  private static Handshake ofLateFallback(int fd, boolean strict) throws SocketException {
    long inode = Errno.check(Syscalls.inode(fd), "fstat of descriptor " + fd);
    try {
      SmcDiagSocket socket = SmcDiag.findListed(inode);
      return socket == null
          ? doubtful("a cause that smc_diag does not list", strict)
          : ofCause(socket, strict);
    } catch (IOException e) {
      return doubtful("a cause that cannot be told: " + e.getMessage(), strict);
    }
  }

  /** What this end has read in good order the other one may have reason to suspect, and close. */
  private static Handshake ofCause(SmcDiagSocket socket, boolean strict) {
    FallbackCause cause = FallbackCause.of(socket.fallbackReason());
    FallbackCause peers = FallbackCause.of(socket.peerDiagnosis());
    if (peers.isSuspect()) {
      return doubtful("the peer's " + peers, strict);
    }
    return cause.isSuspect() && socket.peerDiagnosis() == 0
        ? suspect(cause.toString())
        : TCP_AFTER_CLC;
  }

  private static Handshake doubtful(String cause, boolean strict) {
    return strict ? suspect(cause) : TCP_AFTER_CLC;
  }

  private static Handshake suspect(String cause) {
    return new Handshake(
        Result.FAILED,
        "it fell back to TCP late, which may leave handshake messages in the stream, for " + cause);
  }
}
