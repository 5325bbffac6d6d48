package io.github.smc4j.cassandra;

import java.nio.file.Path;

/**
 * What a server needs to speak TLS with the clients that want it, on the port of those that do not.
 * The files are PKCS 12.
 *
 * @param keyStore its key and certificate
 * @param trustStore the authorities of clients that show a certificate
 * @param password of both
 */
public record CassandraTls(Path keyStore, Path trustStore, String password) {
  String yaml() {
    return """
        client_encryption_options:
          enabled: true
          optional: true
          require_client_auth: true
          store_type: PKCS12
          keystore: %1$s
          keystore_password: %3$s
          truststore: %2$s
          truststore_password: %3$s
        """
        .formatted(keyStore, trustStore, password);
  }
}
