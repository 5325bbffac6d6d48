package io.github.smc4j.jdbc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.smc4j.lab.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Issues certificates, with this JDK's keytool. */
final class CertificateAuthority {
  static final String PASSWORD = "secret";

  private static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");

  private final Path directory;
  private final Path keys;

  private CertificateAuthority(Path directory) {
    this.directory = directory;
    this.keys = directory.resolve("keys.p12");
  }

  /**
   * An authority with a key of its own.
   *
   * @param directory takes its files
   */
  static CertificateAuthority in(Path directory) throws IOException {
    CertificateAuthority authority = new CertificateAuthority(Files.createDirectories(directory));
    authority.generate("authority", "-ext", "bc:critical=ca:true");
    keytool(
        authority.trustStore(),
        List.of("-importcert", "-noprompt", "-alias", "authority"),
        "-file",
        authority.certificate().toString());
    return authority;
  }

  /** A server's files, as PEM. */
  record Identity(Path certificate, Path key) {}

  /** A key that only its owner reads, and its certificate for the address. */
  Identity issueFor(String address) throws IOException, GeneralSecurityException {
    generate("server", "-signer", "authority", "-ext", "san=ip:" + address);
    return new Identity(export("server"), key("server"));
  }

  /** Its own certificate, as PEM. */
  Path certificate() throws IOException {
    return export("authority");
  }

  /** Its own certificate, in a PKCS 12 file with {@link #PASSWORD}. */
  Path trustStore() {
    return directory.resolve("trusted.p12");
  }

  private void generate(String alias, String... extensions) throws IOException {
    keytool(
        keys,
        List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias, "-keyalg", "EC"),
        extensions);
  }

  private Path export(String alias) throws IOException {
    Path file = directory.resolve(alias + ".pem");
    keytool(keys, List.of("-exportcert", "-rfc", "-alias", alias), "-file", file.toString());
    return file;
  }

  private Path key(String alias) throws IOException, GeneralSecurityException {
    char[] password = PASSWORD.toCharArray();
    byte[] key = KeyStore.getInstance(keys.toFile(), password).getKey(alias, password).getEncoded();
    Path file = directory.resolve(alias + ".key");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, pem("PRIVATE KEY", key), US_ASCII);
  }

  private static String pem(String what, byte[] content) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
  }

  private static void keytool(Path store, List<String> words, String... more) throws IOException {
    List<String> command = new ArrayList<>(List.of(KEYTOOL.toString()));
    command.addAll(words);
    command.addAll(List.of(more));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Command.output(command.toArray(String[]::new));
  }
}
