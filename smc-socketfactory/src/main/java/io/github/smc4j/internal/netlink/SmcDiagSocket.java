package io.github.smc4j.internal.netlink;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel tells about one SMC socket (include/uapi/linux/smc_diag.h).
 *
 * @param mode null while undecided: unconnected, listening or in the handshake, and when the
 *     connection is gone
 * @param local all zeros for an IPPROTO_SMC socket, whose addresses the kernel does not fill in;
 *     its ports are right
 * @param peer as {@code local}
 * @param networkInterface the index of the interface that the socket is bound to, or 0
 * @param uid the user that owns the socket
 * @param inode as {@code fstat} tells it of the descriptor, through a fallback too; 0 without a
 *     descriptor
 * @param shutdown bit 0: receiving is shut down, bit 1: sending is
 * @param fallbackReason why SMC was given up, a code of {@code FallbackCause}; 0 if it was not
 * @param peerDiagnosis what the peer declined with; 0 if it did not
 * @param connection null without a connection over SMC
 * @param rdmaLink the SMC-R link of the connection, null without one
 * @param dmb the SMC-D buffers of the connection, null without them
 */
public record SmcDiagSocket(
    SmcState state,
    @Nullable SmcMode mode,
    InetSocketAddress local,
    InetSocketAddress peer,
    int networkInterface,
    long uid,
    long inode,
    int shutdown,
    int fallbackReason,
    int peerDiagnosis,
    @Nullable Connection connection,
    @Nullable RdmaLink rdmaLink,
    @Nullable Dmb dmb) {

  /**
   * The buffers of a connection ({@code struct smc_diag_conninfo}). The cursors say how far each
   * end has come in them.
   *
   * @param token identifies the connection within its link group
   * @param sendBuffer bytes
   * @param rmbElement bytes of the receive buffer
   * @param peerRmbElement bytes of the peer's receive buffer
   * @param receivedFlags the peer's producer flags in bits 0-7, its connection state flags in bits
   *     8-15
   * @param sentFlags as {@code receivedFlags}, of this end
   */
  public record Connection(
      long token,
      int sendBuffer,
      int rmbElement,
      int peerRmbElement,
      Cursor receivedProducer,
      Cursor receivedConsumer,
      Cursor sentProducer,
      Cursor sentConsumer,
      int receivedFlags,
      int sentFlags,
      Cursor prepared,
      Cursor sent,
      Cursor confirmed) {}

  /**
   * A place in a ring buffer.
   *
   * @param wrap how often it went round, modulo 65536
   * @param count bytes from the start of the buffer
   */
  public record Cursor(int wrap, long count) {}

  /**
   * One end of an SMC-R link ({@code struct smc_diag_linkinfo}).
   *
   * @param id of the link within its link group
   * @param device the local InfiniBand device, such as {@code mlx5_0}
   * @param port the port of the device, counted from 1
   * @param server whether this end is the link group's server
   */
  public record RdmaLink(
      int id, String device, int port, String gid, String peerGid, boolean server) {}

  /**
   * The direct memory buffers of an SMC-D connection ({@code struct smcd_diag_dmbinfo}).
   *
   * @param linkGroup the link group's id, 32 bits
   */
  public record Dmb(long linkGroup, long gid, long peerGid, long token, long peerToken) {}
}
