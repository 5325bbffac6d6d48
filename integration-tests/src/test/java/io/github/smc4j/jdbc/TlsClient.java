package io.github.smc4j.jdbc;

import io.github.smc4j.database.DatabaseServer;
import io.github.smc4j.database.JdbcDriver;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Drivers, and what their options for TLS are called. */
enum TlsClient {
  PGJDBC(JdbcDriver.POSTGRESQL, "sslmode", "require") {
    @Override
    Map<String, String> verifying(CertificateAuthority authority) {
      return Map.of("sslmode", "verify-full", "sslrootcert", authority.certificate().toString());
    }
  },
  MARIADB(JdbcDriver.MARIADB, "sslMode", "trust") {
    @Override
    Map<String, String> verifying(CertificateAuthority authority) {
      return Map.of("sslMode", "verify-full", "serverSslCert", authority.certificate().toString());
    }
  },
  MARIADB_3(JdbcDriver.MARIADB, "sslMode", "trust") {
    @Override
    Map<String, String> verifying(CertificateAuthority authority) {
      return MARIADB.verifying(authority);
    }

    @Override
    Connection open(String url) throws SQLException {
      return OlderMariaDbDriver.connect(url);
    }
  },
  MYSQL(JdbcDriver.MYSQL, "sslMode", "REQUIRED") {
    @Override
    Map<String, String> verifying(CertificateAuthority authority) {
      return Map.of(
          "sslMode",
          "VERIFY_IDENTITY",
          "trustCertificateKeyStoreUrl",
          authority.trustStore().toUri().toString(),
          "trustCertificateKeyStorePassword",
          CertificateAuthority.PASSWORD,
          "trustCertificateKeyStoreType",
          "PKCS12");
    }
  };

  private final JdbcDriver driver;
  private final String mode;
  private final String encrypting;

  TlsClient(JdbcDriver driver, String mode, String encrypting) {
    this.driver = driver;
    this.mode = mode;
    this.encrypting = encrypting;
  }

  JdbcDriver driver() {
    return driver;
  }

  /** Encrypts, whoever the server is. */
  Map<String, String> encrypting() {
    return Map.of(mode, encrypting);
  }

  /** Takes only a server that has a certificate of the authority for the name in the URL. */
  abstract Map<String, String> verifying(CertificateAuthority authority);

  /**
   * Opens a connection over SMC where it is to be had.
   *
   * @param host what the URL calls the server's host
   */
  Connection connect(DatabaseServer server, String host, Map<String, String> options)
      throws SQLException {
    return open(driver.urlOverSmc(host + ":" + server.address().getPort(), server.path(), options));
  }

  Connection open(String url) throws SQLException {
    return DriverManager.getConnection(url);
  }

  /** A query for the version of TLS that the connection uses. */
  String versionOfTls() {
    return driver == JdbcDriver.POSTGRESQL
        ? "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        : "SELECT variable_value FROM information_schema.session_status"
            + " WHERE variable_name = 'Ssl_version'";
  }

  String sleep(int seconds) {
    return "SELECT "
        + (driver == JdbcDriver.POSTGRESQL ? "pg_sleep" : "SLEEP")
        + "("
        + seconds
        + ")";
  }
}
