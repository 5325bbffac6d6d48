package io.github.smc4j.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.process.JavaProgram;
import io.github.smc4j.process.RunningProgram;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tomcat with a web application of one page, which the JDK's HTTP clients read. */
@Tag("agent")
class TomcatUnderTheAgentIT {
  private static final String LIBS = Path.of("web", "target", "libs").toAbsolutePath() + "/*";
  private static final Duration START_LIMIT = Duration.ofMinutes(4);

  @TempDir private Path directory;

  @Test
  void serverAndClients_talkOverSmcdAndPrintWhatTheyPrintWithoutTheAgent() throws Exception {
    Session plain = session(Agent.ABSENT, directory.resolve("plain"));
    Session smc = session(Agent.ATTACHED, directory.resolve("smc"));

    assertThat(plain.links()).isEqualTo(Links.overTcp(PageReading.CONNECTIONS));
    assertThat(smc.links()).isEqualTo(Links.overSmcd(PageReading.CONNECTIONS));
    assertThat(smc.output()).isEqualTo(plain.output()).contains("a page of Tomcat's");
  }

  private static Session session(List<String> options, Path base) throws Exception {
    InetSocketAddress address = Loopback.freeAddress();
    configure(base, address);
    try (RunningProgram tomcat = tomcat(options, base).start()) {
      tomcat.awaitInLog("Starting ProtocolHandler", START_LIMIT);
      return PageReading.from(new Listener(tomcat.pid(), address), options, base);
    }
  }

  private static JavaProgram tomcat(List<String> options, Path base) {
    return new JavaProgram(
        "Tomcat",
        LIBS,
        Stream.concat(options.stream(), Stream.of("-Dcatalina.base=" + base)).toList(),
        List.of("org.apache.catalina.startup.Tomcat", "--await"),
        base.resolve("tomcat.log"));
  }

  private static void configure(Path base, InetSocketAddress address) throws IOException {
    Path application = base.resolve("webapps/ROOT");
    Files.createDirectories(base.resolve("conf"));
    Files.createDirectories(application.resolve("WEB-INF"));
    Files.writeString(application.resolve("index.html"), "a page of Tomcat's\n");
    Files.writeString(
        application.resolve("WEB-INF/web.xml"),
        """
        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.1">
          <servlet>
            <servlet-name>default</servlet-name>
            <servlet-class>org.apache.catalina.servlets.DefaultServlet</servlet-class>
          </servlet>
          <servlet-mapping>
            <servlet-name>default</servlet-name>
            <url-pattern>/</url-pattern>
          </servlet-mapping>
          <welcome-file-list>
            <welcome-file>index.html</welcome-file>
          </welcome-file-list>
        </web-app>
        """);
    Files.writeString(
        base.resolve("conf/server.xml"),
        """
        <Server port="-1">
          <Service name="Catalina">
            <Connector address="%s" port="%d"/>
            <Engine name="Catalina" defaultHost="localhost">
              <Host name="localhost" appBase="webapps"/>
            </Engine>
          </Service>
        </Server>
        """
            .formatted(address.getAddress().getHostAddress(), address.getPort()));
  }
}
