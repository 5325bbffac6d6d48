package io.github.smc4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FallbackCauseTest {
  @ParameterizedTest
  @CsvSource({
    "0x01010000, MEM",
    "0x02010000, TIMEOUT_CL",
    "0x02020000, TIMEOUT_AL",
    "0x03000000, CNFERR",
    "0x03010000, PEERNOSMC",
    "0x03020000, IPSEC",
    "0x03030000, NOSMCDEV",
    "0x03030001, NOSMCDDEV",
    "0x03030002, NOSMCRDEV",
    "0x03030003, NOISM2SUPP",
    "0x03030004, NOV2EXT",
    "0x03030005, NOV2DEXT",
    "0x03030006, NOSEID",
    "0x03030007, NOSMCD2DEV",
    "0x03030008, NOUEID",
    "0x03030009, RELEASEERR",
    "0x0303000a, MAXCONNERR",
    "0x0303000b, MAXLINKERR",
    "0x03040000, MODEUNSUPP",
    "0x03050000, RMBE_EC",
    "0x03060000, OPTUNSUPP",
    "0x03070000, DIFFPREFIX",
    "0x03080000, GETVLANERR",
    "0x03090000, ISMVLANERR",
    "0x030a0000, NOACTLINK",
    "0x030b0000, NOSRVLINK",
    "0x030c0000, VERSMISMAT",
    "0x030d0000, MAX_DMB",
    "0x030e0000, NOROUTE",
    "0x030f0000, NOINDIRECT",
    "0x04000000, SYNCERR",
    "0x05000000, PEERDECL",
    "0x09990000, INTERR",
    "0x09990001, ERR_RTOK",
    "0x09990002, ERR_RDYLNK",
    "0x09990003, ERR_REGBUF",
    // Alibaba Cloud Linux
    "0x03010001, SOCKOPT",
    "0x0303000c, VENDOR",
    "0x09990004, CREDITSERR",
    // Linux 4.11 to 4.14
    "0x02000000, TIMEOUT",
    "0x02040000, TCL",
    "0x06000000, REPLY",
    "0x07000000, SEND",
    "0x99990000, INTERR",
  })
  void everyCodeHasItsNameAndSaysWhatItMeansAndWhatToDo(String code, String name) {
    FallbackCause cause = FallbackCause.of(Integer.parseUnsignedInt(code.substring(2), 16));

    assertThat(cause.name()).isEqualTo(name);
    assertThat(cause.meaning()).hasSizeGreaterThan(15);
    assertThat(cause.remedy()).hasSizeGreaterThan(10);
    assertThat(cause).hasToString(code + ", " + cause.meaning() + ": " + cause.remedy());
  }

  @Test
  void theTableHoldsNoOtherCode() {
    assertThat(FallbackTable.CAUSES).hasSize(44);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0303000f, 0, -110})
  void anUnknownCodeKeepsItsNumber(int code) {
    FallbackCause cause = FallbackCause.of(code);

    assertThat(cause.code()).isEqualTo(code);
    assertThat(cause.name()).isEqualTo("UNKNOWN");
    assertThat(cause.toString())
        .startsWith("0x%08x, ".formatted(code))
        .contains("not known to this version");
    assertThat(cause).isEqualTo(FallbackCause.of(code)).hasSameHashCodeAs(FallbackCause.of(code));
  }

  @Test
  void suspectAreTheFailuresInWhichBothEndsCanDeclineAtOnce() {
    assertThat(FallbackTable.CAUSES.values())
        .filteredOn(FallbackCause::isSuspect)
        .extracting(FallbackCause::code)
        .containsExactlyInAnyOrder(0x02010000, 0x03050000, 0x09990001, 0x09990002, 0x09990003);
  }

  @Test
  void onlyADeclineByThePeerNeedsThePeersDiagnosis() {
    assertThat(FallbackTable.CAUSES.values())
        .filteredOn(FallbackCause::isPeerDecline)
        .containsExactly(FallbackCause.of(0x05000000));
  }
}
