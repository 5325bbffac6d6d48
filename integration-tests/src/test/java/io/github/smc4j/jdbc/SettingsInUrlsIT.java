package io.github.smc4j.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings that fail before anything is dialled, so there need be no server. */
@Tag("once")
@OnTcp
class SettingsInUrlsIT {
  private static final String NOBODY = "127.0.0.1:1";

  @ParameterizedTest
  @MethodSource("urls")
  void anUnknownSetting_isAnSqlExceptionThatNamesIt(Url url) {
    assertThatThrownBy(() -> DriverManager.getConnection(url.with("smc.mood", "require")))
        .isInstanceOf(SQLException.class)
        .hasStackTraceContaining("smc.mood = \"require\"")
        .hasStackTraceContaining("there is no such setting; did you mean smc.mode?");
  }

  @ParameterizedTest
  @MethodSource("urls")
  void aMalformedSetting_isAnSqlExceptionThatNamesIt(Url url) {
    assertThatThrownBy(() -> DriverManager.getConnection(url.with("smc.mode", "never")))
        .isInstanceOf(SQLException.class)
        .hasStackTraceContaining("smc.mode = \"never\"")
        .hasStackTraceContaining("must be off, prefer or require");
  }

  @ParameterizedTest
  @MethodSource("urls")
  void modeRequire_isAnSqlExceptionWithTheCauseWhereThereIsNoSmc(Url url) {
    assertThatThrownBy(() -> DriverManager.getConnection(url.with("smc.mode", "require")))
        .isInstanceOf(SQLException.class)
        .hasStackTraceContaining("SMC is required by smc.mode")
        .hasStackTraceContaining("SMC is not available");
  }

  static Stream<Named<Url>> urls() {
    return Stream.concat(
        Stream.of(SettingInUrl.values()).map(SettingsInUrlsIT::url),
        Stream.of(
            named(
                "SQL_SERVER_ARGUMENT",
                (key, value) -> SqlServerUrl.withSetting(NOBODY, key, value))));
  }

  private static Named<Url> url(SettingInUrl way) {
    return named(way.name(), (key, value) -> way.url(NOBODY, "test", key, value));
  }

  /** The URL of one driver, to which one way of setting is added. */
  @FunctionalInterface
  interface Url {
    String with(String key, String value);
  }
}
