package io.github.smc4j.jdbc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.smc4j.lab.Command;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Issues certificates, with this JDK's keytool. */
final class CertificateAuthority {
  static final String PASSWORD = "secret";

  private static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");
  private static final String SELF = "authority";
  private static final String SERVER = "server";

  private final Path directory;

  private CertificateAuthority(Path directory) {
    this.directory = directory;
  }

  /**
   * An authority with a key of its own.
   *
   * @param directory takes its files
   */
  static CertificateAuthority in(Path directory) throws IOException, GeneralSecurityException {
    CertificateAuthority authority = new CertificateAuthority(Files.createDirectories(directory));
    authority.generate(SELF, "-ext", "bc:critical=ca:true");
    Certificate certificate = authority.keys().getCertificate(SELF);
    writeCertificate(authority.certificate(), certificate);
    writeTrustStore(authority.trustStore(), certificate);
    return authority;
  }

  /** Its own certificate, as PEM. */
  Path certificate() {
    return directory.resolve("authority.pem");
  }

  /** Its own certificate, in a PKCS 12 file with {@link #PASSWORD}. */
  Path trustStore() {
    return directory.resolve("authority.p12");
  }

  /** A server's files, as PEM. */
  record Identity(Path certificate, Path key) {}

  /** A key that only its owner reads, and its certificate for the address. */
  Identity issueFor(String address) throws IOException, GeneralSecurityException {
    generate(SERVER, "-signer", SELF, "-ext", "san=ip:" + address);
    Identity identity =
        new Identity(directory.resolve("server.pem"), directory.resolve("server.key"));
    writeCertificate(identity.certificate(), keys().getCertificate(SERVER));
    writeKey(identity.key(), keys().getKey(SERVER, PASSWORD.toCharArray()).getEncoded());
    return identity;
  }

  private void generate(String alias, String... extensions) throws IOException {
    List<String> command = new ArrayList<>(List.of(KEYTOOL.toString(), "-genkeypair"));
    command.addAll(List.of("-alias", alias, "-dname", "CN=" + alias, "-keyalg", "EC"));
    command.addAll(List.of("-keystore", keyStore().toString(), "-storepass", PASSWORD));
    command.addAll(List.of(extensions));
    Command.output(command.toArray(String[]::new));
  }

  private Path keyStore() {
    return directory.resolve("keys.p12");
  }

  private KeyStore keys() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(keyStore().toFile(), PASSWORD.toCharArray());
  }

  private static void writeCertificate(Path file, Certificate certificate)
      throws IOException, GeneralSecurityException {
    Files.writeString(file, pem("CERTIFICATE", certificate.getEncoded()), US_ASCII);
  }

  private static void writeTrustStore(Path file, Certificate certificate)
      throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(SELF, certificate);
    try (OutputStream output = Files.newOutputStream(file)) {
      trusted.store(output, PASSWORD.toCharArray());
    }
  }

  private static void writeKey(Path file, byte[] key) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, pem("PRIVATE KEY", key), US_ASCII);
  }

  private static String pem(String what, byte[] content) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
  }
}
