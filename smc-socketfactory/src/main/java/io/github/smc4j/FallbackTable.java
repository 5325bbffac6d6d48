package io.github.smc4j;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All causes of fallback: those of Linux 6.12 (net/smc/smc_clc.h), those of its first releases, and
 * those that Alibaba Cloud Linux adds.
 */
final class FallbackTable {
  static final Map<Integer, FallbackCause> CAUSES =
      Stream.of(
              // Resources and time
              new FallbackCause(
                  0x01010000,
                  "MEM",
                  "there was no memory for the connection's buffers",
                  "free memory, or ask for smaller buffers (smc.buffers, sysctl net.smc.rmem and "
                      + "net.smc.wmem); SMC-R needs less contiguous memory with net.smc.smcr_buf_type=2"),
              new FallbackCause(
                  0x02010000,
                  "TIMEOUT_CL",
                  "the first SMC-R link was not confirmed in time over RDMA",
                  "see that the RoCE path works in both directions and that UDP port 4791 is "
                      + "open; close this connection, its stream may hold handshake messages"),
              new FallbackCause(
                  0x02020000,
                  "TIMEOUT_AL",
                  "a second SMC-R link was not added in time",
                  "see that the RoCE path works in both directions and that UDP port 4791 is open"),
              // Configuration
              new FallbackCause(
                  0x03000000,
                  "CNFERR",
                  "the IP address or prefix of the connection was not found on any interface",
                  "check the addresses and VLANs of the interface that the connection uses"),
              new FallbackCause(
                  0x03010000,
                  "PEERNOSMC",
                  "the peer did not offer SMC when the TCP connection was made",
                  "run the peer over SMC too; if it does, look for a proxy or firewall between "
                      + "them that removes the SMC TCP option, for SYN cookies, and for "
                      + "net.smc.limit_smc_hs or an hs_ctrl program"),
              new FallbackCause(
                  0x03010001,
                  "SOCKOPT",
                  "a socket option was used that SMC does not have (Alibaba Cloud Linux)",
                  "remove the option, or keep the connection on TCP with a rule of mode off"),
              new FallbackCause(
                  0x03020000,
                  "IPSEC",
                  "IPsec protects the path, which SMC would bypass",
                  "keep TCP, it is right here"),
              new FallbackCause(
                  0x03030000,
                  "NOSMCDEV",
                  "there is no SMC device for this path",
                  "look for one with 'smcd device' and 'smcr device'; common reasons: no UEID is "
                      + "set, the network interface is no RDMA one, the RDMA device is in another "
                      + "network namespace, the kernel has no loopback-ism, or the destination is IPv6 "
                      + "and the device does SMC-R version 2"),
              new FallbackCause(
                  0x03030001,
                  "NOSMCDDEV",
                  "only SMC-D was offered and the server has no matching ISM device",
                  "expect this between machines, which need SMC-R; within one give "
                      + "the ISM devices of both the same PNET id"),
              new FallbackCause(
                  0x03030002,
                  "NOSMCRDEV",
                  "no RDMA device fits the connection, or it went away",
                  "check the device with 'smcr device' and 'rdma link', its PNET id and its "
                      + "network namespace"),
              new FallbackCause(
                  0x03030003,
                  "NOISM2SUPP",
                  "the server has no ISM device for SMC-D version 2",
                  "expect this where SMC-R is wanted; within one host use a kernel with loopback-ism"),
              new FallbackCause(
                  0x03030004,
                  "NOV2EXT",
                  "the offer had no part for SMC version 2",
                  "use the same kind of device and kernels with SMC version 2 on both hosts"),
              new FallbackCause(
                  0x03030005,
                  "NOV2DEXT",
                  "the offer had no part for SMC-D version 2",
                  "check the ISM devices of the host that made the offer with 'smcd device'"),
              new FallbackCause(
                  0x03030006,
                  "NOSEID",
                  "the offer had no system EID",
                  "enable it with 'smcd seid enable', or set the same UEID on both hosts"),
              new FallbackCause(
                  0x03030007,
                  "NOSMCD2DEV",
                  "the server has no ISM device that reaches those that were offered",
                  "expect this between machines, which need SMC-R: see that both "
                      + "have an RDMA device and the same UEID ('smcr ueid show'), and that "
                      + "IPv4 destinations are dialled with IPv4 sockets; one that is bound before "
                      + "it is connected needs -Djava.net.preferIPv4Stack=true"),
              new FallbackCause(
                  0x03030008,
                  "NOUEID",
                  "the two hosts have no UEID in common",
                  "set the same UEID on both hosts with 'smcd ueid add NAME' or 'smcr ueid add "
                      + "NAME'"),
              new FallbackCause(
                  0x03030009,
                  "RELEASEERR",
                  "the hosts did not agree on a release of SMC version 2",
                  "run the same kernel release on both hosts"),
              new FallbackCause(
                  0x0303000a,
                  "MAXCONNERR",
                  "the hosts did not agree on the connections of a link group",
                  "set net.smc.smcr_max_conns_per_lgr alike on both hosts, 16 to 255"),
              new FallbackCause(
                  0x0303000b,
                  "MAXLINKERR",
                  "the hosts did not agree on the links of a link group",
                  "set net.smc.smcr_max_links_per_lgr alike on both hosts, 1 or 2"),
              new FallbackCause(
                  0x0303000c,
                  "VENDOR",
                  "the hosts did not agree on vendor features (Alibaba Cloud Linux)",
                  "run the same release on both hosts and leave net.smc.vendor_exp_options and "
                      + "net.smc.experiment_vendor_options alone while connections are made"),
              new FallbackCause(
                  0x03040000,
                  "MODEUNSUPP",
                  "the peer answered with a kind or version of SMC that was not offered",
                  "run the same kernel release on both hosts"),
              new FallbackCause(
                  0x03050000,
                  "RMBE_EC",
                  "the message that confirms the first SMC-R link was not valid",
                  "check the RDMA devices of both hosts; close this connection, its stream may "
                      + "hold handshake messages"),
              new FallbackCause(
                  0x03060000,
                  "OPTUNSUPP",
                  "the socket was given an option that SMC does not have, such as TCP Fast Open",
                  "remove TCP_FASTOPEN and MSG_FASTOPEN; IP_MULTICAST_LOOP and IPV6_MTU_DISCOVER "
                      + "have the same numbers and the same effect; of a Netty epoll channel it "
                      + "is how smc4j follows its policy, and the log tells why"),
              new FallbackCause(
                  0x03070000,
                  "DIFFPREFIX",
                  "the hosts are in different IP subnets, which SMC version 1 does not cross",
                  "set the same UEID on both hosts, so that they use SMC version 2, or put them "
                      + "in one subnet"),
              new FallbackCause(
                  0x03080000,
                  "GETVLANERR",
                  "the VLAN of the connection's interface was not found",
                  "check the interface and its VLAN"),
              new FallbackCause(
                  0x03090000,
                  "ISMVLANERR",
                  "the ISM device did not accept the VLAN",
                  "check the VLANs of the ISM device and of the connection's interface"),
              new FallbackCause(
                  0x030a0000,
                  "NOACTLINK",
                  "the SMC-R link group has no active link",
                  "check the RDMA devices with 'smcr device' and the links with 'smcr linkgroup "
                      + "show'"),
              new FallbackCause(
                  0x030b0000,
                  "NOSRVLINK",
                  "the client does not know the link that the server named",
                  "check the RDMA devices of both hosts with 'smcr device'"),
              new FallbackCause(
                  0x030c0000,
                  "VERSMISMAT",
                  "the hosts did not agree on a version of SMC",
                  "run the same kernel release on both hosts"),
              new FallbackCause(
                  0x030d0000,
                  "MAX_DMB",
                  "the SMC-D device has no buffer left",
                  "use fewer connections at a time: loopback-ism has 5000 buffers, which is about "
                      + "2500 connections within one host"),
              new FallbackCause(
                  0x030e0000,
                  "NOROUTE",
                  "there is no route to the other host's RDMA address",
                  "check IP configuration and routing between the RDMA interfaces"),
              new FallbackCause(
                  0x030f0000,
                  "NOINDIRECT",
                  "the hosts do not agree whether a gateway is between them",
                  "check routing: both directions must take the same path"),
              // Handshake
              new FallbackCause(
                  0x04000000,
                  "SYNCERR",
                  "the hosts did not agree on the link group to use, which has been ended",
                  "connect again; if it persists, check the RDMA devices"),
              new FallbackCause(
                  0x05000000, "PEERDECL", "the peer declined SMC", "look at what the peer reports"),
              // Internal to the kernel
              new FallbackCause(
                  0x09990000,
                  "INTERR",
                  "the kernel could not create the connection's SMC resources",
                  "look into the kernel log; if the connection is IPv6 on Alibaba Cloud, dial "
                      + "IPv4"),
              new FallbackCause(
                  0x09990001,
                  "ERR_RTOK",
                  "the kernel could not use the other host's memory keys",
                  "look into the kernel log; close this connection, its stream may hold handshake "
                      + "messages"),
              new FallbackCause(
                  0x09990002,
                  "ERR_RDYLNK",
                  "the RDMA queue pair could not be made ready",
                  "check the RDMA device with 'smcr device'; close this connection, its stream "
                      + "may hold handshake messages"),
              new FallbackCause(
                  0x09990003,
                  "ERR_REGBUF",
                  "the RDMA device did not register the connection's buffers",
                  "use fewer connections at a time or a device with more memory regions (max_mr "
                      + "in 'ibv_devinfo -v'); close this connection, its stream may hold handshake "
                      + "messages"),
              new FallbackCause(
                  0x09990004,
                  "CREDITSERR",
                  "flow control credits could not be sent over RDMA (Alibaba Cloud Linux)",
                  "check the RDMA devices of both hosts"),
              // Linux 4.11 to 4.14 only
              new FallbackCause(
                  0x02000000,
                  "TIMEOUT",
                  "the handshake timed out (Linux before 4.15)",
                  "use a newer kernel"),
              new FallbackCause(
                  0x02040000,
                  "TCL",
                  "the SMC-R link could not be confirmed (Linux before 4.15)",
                  "use a newer kernel"),
              new FallbackCause(
                  0x06000000,
                  "REPLY",
                  "a decline was answered with a decline (Linux before 4.15)",
                  "use a newer kernel"),
              new FallbackCause(
                  0x07000000,
                  "SEND",
                  "a handshake message could not be sent (Linux before 4.15)",
                  "use a newer kernel"),
              new FallbackCause(
                  0x99990000,
                  "INTERR",
                  "the kernel had an internal error (Linux before 4.15)",
                  "use a newer kernel"))
          .collect(Collectors.toUnmodifiableMap(FallbackCause::code, Function.identity()));

  private FallbackTable() {}
}
