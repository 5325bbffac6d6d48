package io.github.smc4j.jdbc;

import io.github.smc4j.database.JdbcDriver;
import java.util.Map;

/** The ways in which URLs hand a setting to the socket factory. */
enum SettingInUrl {
  PGJDBC_ARGUMENT(JdbcDriver.POSTGRESQL, "socketFactoryArg", "%s=%s"),
  PGJDBC_OPTION(JdbcDriver.POSTGRESQL, "%s", "%2$s"),
  REDSHIFT_ARGUMENT(JdbcDriver.REDSHIFT, "socketFactoryArg", "%s=%s"),
  REDSHIFT_OPTION(JdbcDriver.REDSHIFT, "%s", "%2$s"),
  MARIADB_OPTION(JdbcDriver.MARIADB, "%s", "%2$s"),
  MYSQL_OPTION(JdbcDriver.MYSQL, "%s", "%2$s"),
  JAYBIRD_OPTION(JdbcDriver.JAYBIRD, "%s@socketFactory", "%2$s");

  private final JdbcDriver driver;
  private final String option;
  private final String text;

  /**
   * @param option its name, in which the key may stand
   * @param text of the option, in which key and value may stand
   */
  SettingInUrl(JdbcDriver driver, String option, String text) {
    this.driver = driver;
    this.option = option;
    this.text = text;
  }

  JdbcDriver driver() {
    return driver;
  }

  /** A URL with the socket factory and a setting for it. */
  String url(String host, String path, String key, String value) {
    return driver.urlOverSmc(host, path, Map.of(option.formatted(key), text.formatted(key, value)));
  }
}
