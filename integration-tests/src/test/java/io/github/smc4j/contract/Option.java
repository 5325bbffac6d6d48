package io.github.smc4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketOption;

/** Every option that the JDK supports on stream sockets, with a value that is not its default. */
enum Option {
  IP_TOS(0x10),
  SO_INCOMING_NAPI_ID(1) {
    @Override
    void set(Options options) {
      assertThatThrownBy(() -> super.set(options))
          .as("%s is read-only", this)
          .isInstanceOf(Exception.class);
    }

    @Override
    void verify(Options options, Nature nature) throws IOException {
      assertThat((int) read(options)).as(name()).isNotNegative();
    }
  },
  SO_KEEPALIVE(true),
  SO_LINGER(7),
  SO_OOBINLINE(true),
  SO_RCVBUF(100_000) {
    @Override
    void verify(Options options, Nature nature) throws IOException {
      verifySize(options);
    }
  },
  SO_REUSEADDR(true),
  SO_REUSEPORT(true),
  SO_SNDBUF(100_000) {
    /** On loopback-ism the send buffer is the peer's receive buffer (smcd_buf_attach). */
    @Override
    void verify(Options options, Nature nature) throws IOException {
      if (nature == Nature.SMC_D) {
        assertThat((int) read(options)).as(name()).isPositive();
      } else {
        verifySize(options);
      }
    }
  },
  TCP_KEEPCOUNT(5),
  TCP_KEEPIDLE(77),
  TCP_KEEPINTERVAL(11),
  TCP_NODELAY(true),
  TCP_QUICKACK(false) {
    @Override
    void verify(Options options, Nature nature) throws IOException {
      assertThat(read(options)).as("%s, which TCP changes as it goes", this).isNotNull();
    }
  };

  private final int value;

  Option(int value) {
    this.value = value;
  }

  Option(boolean value) {
    this(value ? 1 : 0);
  }

  /** Whether sockets of a nature do not have this option. */
  boolean isRefusedBy(Nature nature, boolean connected) {
    return switch (this) {
      case IP_TOS, SO_OOBINLINE, TCP_QUICKACK -> nature == Nature.MPTCP;
      case SO_REUSEADDR -> nature == Nature.MPTCP && connected;
      case SO_REUSEPORT -> (nature == Nature.MPTCP && connected) || nature.isSmc();
      default -> false;
    };
  }

  void set(Options options) throws IOException {
    set(options, option(options));
  }

  private <T> void set(Options options, SocketOption<T> option) throws IOException {
    options.set(option, valueOf(option.type()));
  }

  /** Sees that the option has the value that it was given. */
  void verify(Options options, Nature nature) throws IOException {
    assertThat(read(options)).as(name()).isEqualTo(valueOf(option(options).type()));
  }

  /** The kernel doubles a buffer size for its own needs, and SMC rounds it up to a size it has. */
  void verifySize(Options options) throws IOException {
    assertThat((int) read(options)).as(name()).isBetween(value, 4 * value);
  }

  Object read(Options options) throws IOException {
    return options.get(option(options));
  }

  private <T> T valueOf(Class<T> type) {
    return type.cast(type == Boolean.class ? (Object) (value == 1) : value);
  }

  private SocketOption<?> option(Options options) {
    return options.supportedOptions().stream()
        .filter(option -> option.name().equals(name()))
        .findAny()
        .orElseThrow();
  }
}
