package io.github.smc4j.internal.netlink;

import io.github.smc4j.internal.kernel.Errno;
import java.net.SocketException;

/** The kernel understood a request and refused it. */
public final class NetlinkErrorException extends SocketException {
  private static final long serialVersionUID = 1;

  private final int result;

  NetlinkErrorException(String request, int result) {
    super("the kernel refused the netlink request " + request + ": " + Errno.describe(result));
    this.result = result;
  }

  /** The negated errno of the refusal, as {@link Errno#is} takes it. */
  public int result() {
    return result;
  }
}
