package io.github.smc4j.internal.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmcGenNetlinkTest {
  private static final LinkGroupV2 V2 = new LinkGroupV2(2, 1, 2, "SMC-LAB", "(none)");

  @Test
  void family_isFoundByItsName() throws Exception {
    assertThat(GenericNetlink.id(Captures.LOOPBACK.reply("getfamily").messages())).isEqualTo(35);
  }

  @Test
  void systemInfo_isRead() throws Exception {
    assertThat(SmcSystemInfo.of(Captures.LOOPBACK.generic("sys-info")))
        .isEqualTo(new SmcSystemInfo(2, 1, true, true, "(none)", ""));
  }

  @Test
  void smcdLinkGroups_areRead() throws Exception {
    List<SmcdLinkGroup> groups = SmcdLinkGroup.of(Captures.LOOPBACK.generic("lgr-smcd"));

    assertThat(groups).extracting(SmcdLinkGroup::id).containsExactly(0x100L, 0x200L);
    assertThat(groups).extracting(SmcdLinkGroup::connections).containsExactly(7L, 1L);
    assertThat(groups).extracting(SmcdLinkGroup::chid).containsOnly(SmcdLinkGroup.LOOPBACK_CHID);
    assertThat(groups).extracting(SmcdLinkGroup::v2).containsOnly(V2);
  }

  @Test
  void smcrLinkGroups_areReadWithTheirLinks() throws Exception {
    SmcrLink link =
        new SmcrLink(
            1,
            "rxe0",
            1,
            "0000:0000:0000:0000:0000:ffff:0a09:0002",
            "0000:0000:0000:0000:0000:ffff:0a09:0001",
            1,
            2,
            3);

    assertThat(SmcrLinkGroup.of(Captures.RDMA.generic("link-smcr")))
        .containsExactly(new SmcrLinkGroup(0x100, false, 1, "LABNET", 1, V2, List.of(link)));
  }

  @Test
  void smcrDevices_areReadWithTheirPorts() throws Exception {
    PciFunction none = new PciFunction(0, 0, 0, 0, "");
    SmcrDevice.Port port = new SmcrDevice.Port(1, "LABNET", true, 2, true, 1);

    assertThat(SmcrDevice.of(Captures.RDMA.generic("dev-smcr")))
        .containsExactly(new SmcrDevice("rxe0", true, none, List.of(port)));
  }

  @Test
  void smcdDevices_leaveOutLoopback() throws Exception {
    assertThat(SmcdDevice.of(Captures.LOOPBACK.generic("dev-smcd"))).isEmpty();
  }

  @Test
  void fallbackStatistics_areRead() throws Exception {
    assertThat(FallbackStatistics.of(Captures.LOOPBACK.generic("fback-stats")))
        .isEqualTo(
            new FallbackStatistics(
                2,
                2,
                List.of(
                    new FallbackStatistics.Count(true, 0x03010000, 1),
                    new FallbackStatistics.Count(false, 0x03010000, 1),
                    new FallbackStatistics.Count(true, 0x03030008, 1),
                    new FallbackStatistics.Count(false, 0x05000000, 1))));
  }

  @Test
  void seid_isEmptyAndDisabledOnLoopback() throws Exception {
    assertThat(Seid.of(Captures.LOOPBACK.generic("seid"))).isEqualTo(new Seid("", false));
  }

  @Test
  void ueid_isPaddedWithBlanksForTheKernel() {
    assertThat(new Ueid("SMC-LAB").padded()).hasSize(32).startsWith("SMC-LAB ").endsWith(" ");
    assertThat(new Ueid("A".repeat(32)).padded()).isEqualTo("A".repeat(32));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lower", "-DASH", "SP ACE", "A23456789012345678901234567890123"})
  void ueid_refusesWhatTheKernelWouldNotTake(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ueid(name))
        .withMessageContaining("\"" + name + "\"")
        .withMessageContaining("1 to 32 characters of A-Z, 0-9");
  }
}
