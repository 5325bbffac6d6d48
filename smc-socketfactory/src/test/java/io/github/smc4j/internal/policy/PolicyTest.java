package io.github.smc4j.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each setting means, through the text in which users write it. */
class PolicyTest {
  private static final String PUBLIC_IS_OFF =
      "the address is public and smc.public-addresses is off \\(reference\\.conf: \\d+\\)";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          smc.mode=off                                                     | false | false
          smc.mode=prefer                                                  | true  | false
          smc.mode=require                                                 | false | true
          smc.mode=off,smc.rules=[{to=10.0.0.0/8,mode=prefer}]             | true  | false
          smc.mode=prefer,smc.rules=[{direction=listen,mode=require}]      | true  | true
          """)
  void prefersAndRequires_tellWhatSomeDecisionComesWith(
      String settings, boolean prefers, boolean requires) {
    assertThat(policy(settings).prefers()).isEqualTo(prefers);
    assertThat(policy(settings).requires()).isEqualTo(requires);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.168.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "fc00::1",
        "fdff:ffff::1",
        "fe80::1",
        "febf::1",
        "fec0::1"
      })
  void connect_offersSmcToAddressesThatAreNotPublic(String address) {
    assertThat(policy("").connect(at(address, 9092)).mode()).isEqualTo(Mode.PREFER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "203.0.113.7",
        "::2",
        "::ffff:203.0.113.7",
        "2001:db8::1",
        "fbff::1",
        "fe00::1"
      })
  void connect_usesTcpForPublicAddresses(String address) {
    Decision decision = policy("").connect(at(address, 9092));
    assertThat(decision.mode()).isEqualTo(Mode.OFF);
    assertThat(decision.reason()).matches(PUBLIC_IS_OFF);
    assertThat(policy("smc.public-addresses=on").connect(at(address, 9092)).mode())
        .isEqualTo(Mode.PREFER);
  }

  @Test
  void connect_neverTurnsRequireIntoTcp() {
    assertThat(policy("smc.mode=require").connect(at("203.0.113.7", 1)).mode())
        .isEqualTo(Mode.REQUIRE);
    assertThat(policy("smc.rules=[{mode=require}]").connect(at("203.0.113.7", 1)).mode())
        .isEqualTo(Mode.REQUIRE);
  }

  @Test
  void connect_offersSmcToAPublicAddressThatARuleNames() {
    assertThat(policy(rule("to=203.0.113.0/24,mode=prefer")).connect(at("203.0.113.7", 1)).mode())
        .isEqualTo(Mode.PREFER);
    assertThat(
            policy(rule("to=.example.org,mode=prefer"))
                .connect(named("db.example.org", "203.0.113.7"))
                .mode())
        .isEqualTo(Mode.PREFER);
  }

  @Test
  void connect_keepsPublicAddressesOffWhereARuleNamesOnlyPorts() {
    assertThat(policy(rule("ports=5432,mode=prefer")).connect(at("203.0.113.7", 5432)).reason())
        .matches(PUBLIC_IS_OFF);
  }

  @Test
  void connect_takesTheFirstRuleThatMatches() {
    Policy policy =
        policy(
            "smc.rules=[{to=10.0.0.1,ports=1-5,mode=off},{to=10.0.0.0/8,ports=[5,9],mode=require},"
                + "{direction=listen,mode=off}]");
    assertThat(policy.connect(at("10.0.0.1", 5)).reason())
        .isEqualTo("rule smc.rules[0] (argument)");
    assertThat(policy.connect(at("10.0.0.2", 5)).reason())
        .isEqualTo("rule smc.rules[1] (argument)");
    assertThat(policy.connect(at("10.0.0.1", 9)).mode()).isEqualTo(Mode.REQUIRE);
    assertThat(policy.connect(at("10.0.0.1", 8)).reason()).startsWith("smc.mode (reference.conf: ");
    assertThat(policy.listen(at("10.0.0.1", 8)).reason()).isEqualTo("rule smc.rules[2] (argument)");
  }

  @ParameterizedTest
  @CsvSource({
    "db.example.org, db.example.org, true",
    "db.example.org, DB.Example.ORG., true",
    "db.example.org, x.db.example.org, false",
    ".example.org, db.example.org, true",
    ".example.org, a.b.example.org, true",
    ".example.org, example.org, false",
    ".example.org, badexample.org, false",
    "*.Example.org., db.example.org, true",
    "localhost, localhost, true",
    "localhost, localhost.example.org, false"
  })
  void connect_matchesHostNamesByWholeLabels(String to, String host, boolean matches) {
    Policy policy = policy(rule("to=\"" + to + "\",mode=require"));
    Mode expected = matches ? Mode.REQUIRE : Mode.PREFER;
    assertThat(policy.connect(named(host, "10.0.0.1")).mode()).isEqualTo(expected);
    assertThat(policy.connect(InetSocketAddress.createUnresolved(host, 1)).mode())
        .isEqualTo(expected);
  }

  @Test
  void connect_matchesAnUnresolvedDestinationByNameAndPortOnly() {
    Policy policy =
        policy("smc.rules=[{to=[10.0.0.0/8,\"::/0\"],mode=off},{ports=1,mode=require}]");
    assertThat(policy.connect(InetSocketAddress.createUnresolved("203.0.113.7", 2)).mode())
        .isEqualTo(Mode.PREFER);
    assertThat(policy.connect(InetSocketAddress.createUnresolved("10.0.0.1", 1)).mode())
        .isEqualTo(Mode.REQUIRE);
  }

  @Test
  void connect_holdsIpv4AndIpv6ApartInTheirWidestNetworks() {
    assertThat(policy(rule("to=\"::/0\",mode=off")).connect(at("10.0.0.1", 1)).mode())
        .isEqualTo(Mode.PREFER);
    assertThat(policy(rule("to=0.0.0.0/0,mode=off")).connect(at("fd00::1", 1)).mode())
        .isEqualTo(Mode.PREFER);
    assertThat(policy(rule("to=\"::ffff:0:0/96\",mode=off")).connect(at("10.0.0.1", 1)).mode())
        .isEqualTo(Mode.OFF);
  }

  @Test
  void undecidedDestination_takesOnlyRulesThatAskForNeitherAddressNorPort() {
    String conditional =
        "{to=10.0.0.0/8,mode=off},{to=.a.b,mode=off},{ports=1-65535,mode=off},"
            + "{direction=listen,mode=off}";
    assertThat(policy("smc.rules=[" + conditional + "]").undecidedDestination().reason())
        .startsWith("smc.mode (reference.conf: ");
    assertThat(
            policy("smc.rules=[" + conditional + ",{mode=require}]")
                .undecidedDestination()
                .reason())
        .isEqualTo("rule smc.rules[4] (argument)");
  }

  @Test
  void undecidedListener_takesOnlyRulesThatAskForNeitherAddressNorPort() {
    Policy policy = policy("smc.rules=[{to=10.0.0.0/8,mode=off},{direction=listen,mode=require}]");
    assertThat(policy.undecidedListener().mode()).isEqualTo(Mode.REQUIRE);
    assertThat(policy.undecidedDestination().mode()).isEqualTo(Mode.PREFER);
  }

  @Test
  void listen_onTheWildcardAddressMatchesEveryNetworkAndIsNotPublic() {
    Policy policy =
        policy("smc.rules=[{to=db.a.b,mode=off},{to=203.0.113.0/24,ports=5432,mode=require}]");
    for (String wildcard : new String[] {"0.0.0.0", "::"}) {
      assertThat(policy.listen(at(wildcard, 5432)).mode()).isEqualTo(Mode.REQUIRE);
      assertThat(policy.listen(at(wildcard, 1)).mode()).isEqualTo(Mode.PREFER);
    }
    assertThat(policy.listen(new InetSocketAddress(5432)).mode()).isEqualTo(Mode.REQUIRE);
  }

  @Test
  void listen_onAPortThatTheKernelPicksMatchesNoPorts() {
    Policy policy = policy("smc.rules=[{ports=1-65535,mode=off},{to=10.0.0.0/8,mode=require}]");
    assertThat(policy.listen(null).mode()).isEqualTo(Mode.REQUIRE);
    assertThat(policy.listen(new InetSocketAddress(0)).mode()).isEqualTo(Mode.REQUIRE);
    assertThat(policy.listen(at("192.168.0.1", 0)).mode()).isEqualTo(Mode.PREFER);
  }

  @Test
  void listen_onAPublicAddressStaysOnTcp() {
    assertThat(policy("").listen(at("203.0.113.7", 9092)).reason()).matches(PUBLIC_IS_OFF);
  }

  /** The policy reads IPv4 addresses out of their hash codes; the JDK must go on making them so. */
  @Test
  void hashCode_ofAnIpv4AddressIsTheAddress() throws UnknownHostException {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      int bits = random.nextInt();
      byte[] bytes = ByteBuffer.allocate(4).putInt(bits).array();
      assertThat((Inet4Address) InetAddress.getByAddress("host", bytes)).hasSameHashCodeAs(bits);
    }
  }

  private static Policy policy(String argument) {
    return Settings.load(Map.of()).with(argument).policy();
  }

  private static String rule(String rule) {
    return "smc.rules=[{" + rule + "}]";
  }

  private static InetSocketAddress at(String address, int port) {
    return new InetSocketAddress(address, port);
  }

  private static InetSocketAddress named(String host, String address) {
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return new InetSocketAddress(InetAddress.getByAddress(host, bytes), 1);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
