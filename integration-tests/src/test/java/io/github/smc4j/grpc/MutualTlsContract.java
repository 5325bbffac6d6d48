package io.github.smc4j.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smc4j.SmcSocketFactory;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.jdbc.CertificateAuthority;
import io.github.smc4j.jdbc.CertificateAuthority.Identity;
import io.grpc.ChannelCredentials;
import io.grpc.ServerCredentials;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.TlsServerCredentials.ClientAuth;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** TLS with certificates of both ends, and what it agrees on. */
@ParameterizedClass
@EnumSource
@Timeout(value = 5, unit = MINUTES)
abstract class MutualTlsContract {
  private static final byte[] HELLO = "hello".getBytes(UTF_8);

  private final GrpcStack stack;
  private final Kind kind;
  private CertificateAuthority servers;
  private Identity client;
  private Identity identityOfServer;
  private ServerCredentials server;

  MutualTlsContract(GrpcStack stack, Kind kind) {
    this.stack = stack;
    this.kind = kind;
  }

  @BeforeEach
  void issue(@TempDir Path directory) throws Exception {
    servers = CertificateAuthority.in(directory.resolve("servers"));
    CertificateAuthority clients = CertificateAuthority.in(directory.resolve("clients"));
    client = clients.issueFor("127.0.0.1");
    identityOfServer = servers.issueFor("127.0.0.1");
    server =
        TlsServerCredentials.newBuilder()
            .keyManager(identityOfServer.certificate().toFile(), identityOfServer.key().toFile())
            .trustManager(clients.certificate().toFile())
            .clientAuth(ClientAuth.REQUIRE)
            .build();
  }

  @Test
  void clientWithACertificate_isAnswered() throws Exception {
    ChannelCredentials known =
        trusting().keyManager(client.certificate().toFile(), client.key().toFile()).build();
    try (Conversation conversation = Conversation.of(new GrpcPair(stack, known, server))) {
      assertThat(conversation.ask(HELLO)).isEqualTo(HELLO);
      assertThat(conversation.seen().outside()).containsExactly(kind);
    }
  }

  @Test
  void clientWithoutACertificate_isRefused() throws Exception {
    ChannelCredentials unknown = trusting().build();
    try (Conversation conversation = Conversation.of(new GrpcPair(stack, unknown, server))) {
      assertThatThrownBy(() -> conversation.ask(HELLO))
          .isInstanceOf(StatusRuntimeException.class)
          .hasMessageContaining("UNAVAILABLE");
    }
  }

  private TlsChannelCredentials.Builder trusting() throws IOException {
    return TlsChannelCredentials.newBuilder().trustManager(servers.certificate().toFile());
  }

  @Test
  void server_choosesHttp2AmongTheProtocolsOffered() throws Exception {
    try (Conversation conversation =
            Conversation.of(GrpcPair.tls(stack, servers, identityOfServer));
        SSLSocket socket = tlsSocket(conversation.server().getPort())) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"http/1.1", "h2"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      assertThat(socket.getApplicationProtocol()).isEqualTo("h2");
    }
  }

  private SSLSocket tlsSocket(int port) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(
        KeyStore.getInstance(
            servers.trustStore().toFile(), CertificateAuthority.PASSWORD.toCharArray()));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    Socket socket = new SmcSocketFactory().createSocket("127.0.0.1", port);
    return (SSLSocket) context.getSocketFactory().createSocket(socket, "127.0.0.1", port, true);
  }
}
