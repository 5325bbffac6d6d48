package io.github.smc4j.agent.internal;

import io.github.smc4j.internal.jdk.LiveFrames;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.channels.SelectionKey;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.util.Optional;
import java.util.Set;

/**
 * A channel that was registered with a selector before it is bound or connected: what the selector
 * has told the kernel went with the old kernel socket, so it has to tell again.
 *
 * <p>Thread-safe.
 */
final class SelectorRegistrations {
  private static final Set<String> CHANNELS =
      Set.of("sun.nio.ch.SocketChannelImpl", "sun.nio.ch.ServerSocketChannelImpl");

  /** From the hook to the channel. */
  private static final int DEPTH = 16;

  private final LiveFrames frames;
  private final Field keys;

  /** The events that the selector has registered with the kernel. */
  private final Field registered;

  /** Has the selector compare these with those that the key is interested in. */
  private final Method update;

  /**
   * @throws IllegalStateException if this JDK does not show the channels on its stack
   * @throws ReflectiveOperationException if its selectors are other ones
   */
  SelectorRegistrations(JdkModules modules) throws ReflectiveOperationException {
    modules.open("java.nio.channels.spi");
    modules.open("sun.nio.ch");
    frames = new LiveFrames();
    keys = AbstractSelectableChannel.class.getDeclaredField("keys");
    Class<?> key = Class.forName("sun.nio.ch.SelectionKeyImpl");
    registered = key.getDeclaredField("registeredEvents");
    update = Class.forName("sun.nio.ch.SelectorImpl").getDeclaredMethod("setEventOps", key);
    keys.setAccessible(true);
    registered.setAccessible(true);
    update.setAccessible(true);
  }

  /**
   * Has all selectors of the channel whose method is on this thread's stack look again.
   *
   * @throws IOException if one cannot be told, so that nobody waits for it
   */
  void renew() throws IOException {
    Optional<AbstractSelectableChannel> channel =
        frames
            .locals(frame -> CHANNELS.contains(frame.getClassName()), DEPTH)
            .map(locals -> (AbstractSelectableChannel) locals[0])
            .filter(AbstractSelectableChannel::isRegistered);
    if (channel.isPresent()) {
      renew(channel.get());
    }
  }

  private void renew(AbstractSelectableChannel channel) throws IOException {
    try {
      for (SelectionKey key : (SelectionKey[]) keys.get(channel)) {
        if (key != null && key.isValid() && registered.getInt(key) != 0) {
          registered.setInt(key, 0);
          update.invoke(key.selector(), key);
          key.selector().wakeup();
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IOException(
          "a selector of " + channel + " cannot be told of its socket, which smc4j has exchanged",
          e);
    }
  }
}
