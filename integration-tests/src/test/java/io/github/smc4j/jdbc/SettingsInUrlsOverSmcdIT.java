package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.database.DatabaseServer;
import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Settings take effect. RedshiftOverSmcdIT has the same for Redshift. */
@Tag("lab")
@Tag("once")
@ExtendWith(SharedServers.class)
class SettingsInUrlsOverSmcdIT {
  private final SharedServers.Running servers;

  SettingsInUrlsOverSmcdIT(SharedServers.Running servers) {
    this.servers = servers;
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = "REDSHIFT.*")
  void modeRequire_connectsOverSmc(SettingInUrl way) throws Exception {
    assertThat(linksWith(way, "require")).containsExactly(Kind.SMC_D);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = "REDSHIFT.*")
  void modeOff_connectsOverTcp(SettingInUrl way) throws Exception {
    assertThat(linksWith(way, "off")).containsExactly(Kind.TCP);
  }

  private List<Kind> linksWith(SettingInUrl way, String mode) throws Exception {
    DatabaseServer server = servers.get(way.driver().database());
    String url = way.url(server.host(), server.path(), "smc.mode", mode);
    try (Connection connection = DriverManager.getConnection(url)) {
      assertThat(connection.isValid(60)).isTrue();
      return LinkObserver.kinds(server.address());
    }
  }
}
