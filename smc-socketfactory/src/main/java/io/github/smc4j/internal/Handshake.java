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
import org.jspecify.annotations.Nullable;

/**
 * What became of the SMC handshake of a socket, told from its descriptor before the application has
 * sent anything: the segments with data that it has sent by then are CLC messages (RFC 7609,
 * section 3.5.1).
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

  private enum End {
    CLIENT,
    SERVER
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

  /** Of a socket that a listener has accepted. */
  public static Handshake ofAccepted(int fd) throws SocketException {
    return SocketType.isSmc(fd) ? SMC : ofFallback(fd, End.SERVER);
  }

  /** Of a socket that a blocking connect has connected. */
  public static Handshake ofConnected(int fd) throws SocketException {
    return SocketType.isSmc(fd) ? SMC : ofFallback(fd, End.CLIENT);
  }

  /**
   * Of a socket that was connected without blocking. Linux before 7.1 says so of some that could
   * not be: smc_connect_work in net/smc/af_smc.c keeps their error to itself.
   */
  public static Handshake ofSaidToBeConnected(int fd) throws SocketException {
    Handshake said = ofConnected(fd);
    return said.result() == Result.SMC && !Readiness.of(fd).writable() ? NO_CONNECTION : said;
  }

  /** Of a socket that could not be connected, or was given up before it was. */
  public static Handshake ofUnconnected(int fd, String failure) throws SocketException {
    return TcpInfo.dataSegmentsSent(fd) > 0 && SocketType.isSmc(fd)
        ? new Handshake(Result.FAILED, "the SMC handshake failed: " + failure)
        : NO_CONNECTION;
  }

  private static Handshake ofFallback(int fd, End end) throws SocketException {
    int messages = TcpInfo.dataSegmentsSent(fd);
    if (messages >= CROSSING) {
      return ofLateFallback(fd, end);
    }
    return messages == 0 ? TCP : TCP_AFTER_CLC;
  }

  private static Handshake ofLateFallback(int fd, End end) throws SocketException {
    long inode = Errno.check(Syscalls.inode(fd), "fstat of descriptor " + fd);
    try {
      SmcDiagSocket socket = SmcDiag.find(inode);
      return socket == null ? suspect("a cause that smc_diag does not list") : ofCause(socket, end);
    } catch (IOException e) {
      return suspect("a cause that cannot be told: " + e.getMessage());
    }
  }

  /**
   * What a client has read in good order its server may have reason to suspect, and close; a server
   * leaves it to the client, which can dial again.
   */
  private static Handshake ofCause(SmcDiagSocket socket, End end) {
    FallbackCause cause = FallbackCause.of(socket.fallbackReason());
    FallbackCause peers = FallbackCause.of(socket.peerDiagnosis());
    if (end == End.CLIENT && peers.isSuspect()) {
      return suspect("the peer's " + peers);
    }
    return cause.isSuspect() && socket.peerDiagnosis() == 0
        ? suspect(cause.toString())
        : TCP_AFTER_CLC;
  }

  private static Handshake suspect(String cause) {
    return new Handshake(
        Result.FAILED,
        "it fell back to TCP late, which may leave handshake messages in the stream, for " + cause);
  }
}
