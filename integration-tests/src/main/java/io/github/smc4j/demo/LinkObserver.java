package io.github.smc4j.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sockets of a process, seen from outside as {@code smcss} and {@code ss} see them. */
public final class LinkObserver {
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");

  private LinkObserver() {}

  /**
   * The listening sockets and connections, TCP and SMC, that a process of this network namespace
   * holds at this moment. A process that has ended holds none.
   */
  public static List<ObservedLink> of(long pid) throws IOException {
    Map<Long, ObservedLink> links = TcpTable.read(pid);
    links.putAll(SmcTable.read());
    List<ObservedLink> own = new ArrayList<>();
    for (long inode : socketInodes(pid)) {
      ObservedLink link = links.get(inode);
      if (link != null) {
        own.add(link);
      }
    }
    return own;
  }

  /** Of these, the connections that a process has made to a destination. */
  public static List<ObservedLink> connections(long pid, InetSocketAddress destination)
      throws IOException {
    return of(pid).stream().filter(link -> link.isConnectedTo(destination)).toList();
  }

  /** The same of this process. */
  public static List<ObservedLink> connections(InetSocketAddress destination) throws IOException {
    return connections(ProcessHandle.current().pid(), destination);
  }

  /** What these run on. */
  public static List<ObservedLink.Kind> kinds(InetSocketAddress destination) throws IOException {
    return connections(destination).stream().map(ObservedLink::kind).toList();
  }

  /** Each once, however many descriptors it has. */
  private static Set<Long> socketInodes(long pid) throws IOException {
    Set<Long> inodes = new LinkedHashSet<>();
    Path descriptors = Path.of("/proc", Long.toString(pid), "fd");
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(descriptors)) {
      for (Path descriptor : stream) {
        Matcher socket = SOCKET.matcher(target(descriptor));
        if (socket.matches()) {
          inodes.add(Long.valueOf(socket.group(1)));
        }
      }
    } catch (NoSuchFileException processEnded) {
      return Set.of();
    }
    return inodes;
  }

  private static String target(Path descriptor) throws IOException {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (NoSuchFileException closedMeanwhile) {
      return "";
    }
  }
}
