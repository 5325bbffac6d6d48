package io.github.smc4j.jdbc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** Issues certificates to servers, as files. */
public final class CertificateAuthority {
  public static final String PASSWORD = "secret";

  private final Path directory;
  private final X509Bundle self;

  private CertificateAuthority(Path directory, X509Bundle self) {
    this.directory = directory;
    this.self = self;
  }

  /**
   * An authority with a key of its own.
   *
   * @param directory takes its files
   */
  public static CertificateAuthority in(Path directory) throws Exception {
    X509Bundle self =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=authority")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    CertificateAuthority authority =
        new CertificateAuthority(Files.createDirectories(directory), self);
    authority.writeCertificate();
    authority.writeTrustStore();
    return authority;
  }

  /** Its own certificate, as PEM. */
  public Path certificate() {
    return directory.resolve("authority.pem");
  }

  /** Its own certificate, in a PKCS 12 file with {@link #PASSWORD}. */
  public Path trustStore() {
    return directory.resolve("authority.p12");
  }

  /** A server's files, as PEM. */
  public record Identity(Path certificate, Path key) {}

  /** A key that only its owner reads, and its certificate for the address. */
  public Identity issueFor(String address) throws Exception {
    X509Bundle server = issue(address);
    Identity identity =
        new Identity(directory.resolve("server.pem"), directory.resolve("server.key"));
    Files.writeString(identity.certificate(), server.getCertificatePEM(), US_ASCII);
    writeKey(identity.key(), server.getPrivateKeyPEM());
    return identity;
  }

  /** The same in one PKCS 12 file with {@link #PASSWORD}. */
  public Path keyStoreFor(String address) throws Exception {
    X509Bundle owner = issue(address);
    Path file = directory.resolve("owner.p12");
    try (OutputStream output = Files.newOutputStream(file)) {
      owner.toKeyStore(PASSWORD.toCharArray()).store(output, PASSWORD.toCharArray());
    }
    return file;
  }

  private X509Bundle issue(String address) throws Exception {
    return new CertificateBuilder()
        .ecp256()
        .subject("CN=server")
        .addSanIpAddress(address)
        .buildIssuedBy(self);
  }

  private void writeCertificate() throws IOException {
    Files.writeString(certificate(), self.getCertificatePEM(), US_ASCII);
  }

  private void writeTrustStore() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", self.getCertificate());
    try (OutputStream output = Files.newOutputStream(trustStore())) {
      trusted.store(output, PASSWORD.toCharArray());
    }
  }

  private static void writeKey(Path file, String key) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, key, US_ASCII);
  }
}
