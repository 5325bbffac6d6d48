package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.demo.LinkObserver;
import io.github.smc4j.demo.ObservedLink.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@Tag("lab")
@Tag("once")
class RedshiftOverSmcdIT extends RedshiftContract {
  RedshiftOverSmcdIT(SharedServers.Running servers) throws Exception {
    super(Kind.SMC_D, servers);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ANY, names = "REDSHIFT.*")
  void modeRequire_connectsOverSmc(SettingInUrl way) throws Exception {
    assertLink(way, "require", Kind.SMC_D);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ANY, names = "REDSHIFT.*")
  void modeOff_connectsOverTcp(SettingInUrl way) throws Exception {
    assertLink(way, "off", Kind.TCP);
  }

  private void assertLink(SettingInUrl way, String mode, Kind kind) throws Exception {
    try (RedshiftDoor door = door();
        AutoCloseable connection = connect(door, way, mode)) {
      assertThat(connection).isNotNull();
      assertThat(LinkObserver.kinds(door.address())).containsExactly(kind);
    }
  }
}
