package io.github.smc4j.grpc;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smc4j.Link;
import io.github.smc4j.demo.ObservedLink.Kind;
import io.github.smc4j.jdbc.CertificateAuthority;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The suite that gRPC publishes for its implementations, with each of the plug-ins. */
@ParameterizedClass
@EnumSource
@Timeout(value = 5, unit = MINUTES)
abstract class InteropContract {
  private final GrpcStack stack;
  private final Kind kind;
  private final Link.Kind told;

  InteropContract(GrpcStack stack, Kind kind, Link.Kind told) {
    this.stack = stack;
    this.kind = kind;
    this.told = told;
  }

  @TestFactory
  Stream<DynamicTest> plaintext() throws Exception {
    return suite(GrpcPair.plaintext(stack));
  }

  @TestFactory
  Stream<DynamicTest> tls(@TempDir Path directory) throws Exception {
    CertificateAuthority authority = CertificateAuthority.in(directory);
    return suite(GrpcPair.tls(stack, authority, authority.issueFor("127.0.0.1")));
  }

  /** What the connections ran on comes last, after all tests have made theirs. */
  private Stream<DynamicTest> suite(GrpcPair pair) throws Exception {
    SeenConnections seen = new SeenConnections();
    return Stream.concat(
        new InteropRunner(pair, seen).tests(),
        Stream.of(
            DynamicTest.dynamicTest(
                "everyConnection_runsOnTheLinkOfThisPlace", () -> requireLinks(seen))));
  }

  private void requireLinks(SeenConnections seen) {
    assertThat(seen.outside()).hasSizeGreaterThan(30).containsOnly(kind);
    if (stack == GrpcStack.PLAIN) {
      assertThat(seen.told()).hasSizeGreaterThan(30).containsOnly(told);
    }
  }
}
