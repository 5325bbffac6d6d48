#!/usr/bin/env python3
"""Prints what a live kernel answers to the netlink requests of smc4j: for each "== NAME", then a line of hex for each
datagram of the reply. Run as root in a lab guest, whose UEID is SMC-LAB:

  capture.py                 SMC-D and every kind of fallback, over loopback
  capture.py serve | ADDRESS SMC-R between two guests: the first serves, the second connects to it and captures
"""
import socket
import struct
import sys

AF_SMC, IPPROTO_SMC, PORT = 43, 256, 5001
NETLINK_SOCK_DIAG, NETLINK_GENERIC, GENL_ID_CTRL = 4, 16, 16
REQUEST, ACK, DUMP = 1, 4, 0x300
GENERIC = {1: "sys-info", 3: "link-smcr", 4: "lgr-smcd", 5: "dev-smcd", 6: "dev-smcr", 8: "fback-stats", 9: "ueid",
           13: "seid"}


def ask(protocol, kind, flags, body):
    """The datagrams of one reply, up to the message that ends it."""
    netlink = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, protocol)
    netlink.send(struct.pack("=IHHII", 16 + len(body), kind, REQUEST | flags, 1, 0) + body)
    datagrams, last = [], 0
    while last not in (2, 3):
        datagrams.append(netlink.recv(65536))
        at = 0
        while at < len(datagrams[-1]):
            size, last = struct.unpack_from("=IH", datagrams[-1], at)
            at += (size + 3) & ~3
    return datagrams


def show(name, datagrams):
    print("==", name)
    for datagram in datagrams:
        print(datagram.hex())


def string(kind, text):
    data = text.encode() + b"\0"
    return struct.pack("=HH", 4 + len(data), kind) + data + b"\0" * (-len(data) % 4)


def smc_family():
    reply = ask(NETLINK_GENERIC, GENL_ID_CTRL, ACK, struct.pack("=BBH", 3, 1, 0) + string(2, "SMC_GEN_NETLINK"))
    at = 20
    while True:
        size, kind = struct.unpack_from("=HH", reply[0], at)
        if kind == 1:
            return reply, struct.unpack_from("=H", reply[0], at + 4)[0]
        at += (size + 3) & ~3


def capture():
    reply, family = smc_family()
    show("getfamily", reply)
    show("smc-diag", ask(NETLINK_SOCK_DIAG, 20, DUMP, struct.pack("=BHB", AF_SMC, 0, 0xff) + bytes(48)))
    for command, name in GENERIC.items():
        show(name, ask(NETLINK_GENERIC, family, DUMP, struct.pack("=BBH", command, 1, 0)))
    show("refused", ask(NETLINK_SOCK_DIAG, 20, DUMP, struct.pack("=BHB", 42, 0, 0xff) + bytes(48)))


def ueid(command, name):
    _, family = smc_family()
    ask(NETLINK_GENERIC, family, ACK, struct.pack("=BBH", command, 1, 0) + string(1, name.ljust(32)))


def open_socket(kind):
    """Python has no addresses for AF_SMC, but takes such a socket for an Internet one when it comes as a descriptor."""
    domain, protocol, internet = kind
    return socket.socket(internet, socket.SOCK_STREAM, 0, socket.socket(domain, socket.SOCK_STREAM, protocol).detach())


SMC4 = (AF_SMC, 0, socket.AF_INET)
SMC6 = (AF_SMC, 1, socket.AF_INET6)
INET6_SMC = (socket.AF_INET6, IPPROTO_SMC, socket.AF_INET6)
TCP4 = (socket.AF_INET, 6, socket.AF_INET)


def listen(kind, address):
    listener = open_socket(kind)
    listener.bind(address)
    listener.listen()
    return listener


def connect(listener, kind):
    client = open_socket(kind)
    client.connect(listener.getsockname())
    server, _ = listener.accept()
    client.sendall(b"x")
    server.recv(1)
    return client, server


def loopback():
    v4, v6 = listen(SMC4, ("127.0.0.1", PORT)), listen(SMC6, ("::1", PORT))
    inet6, tcp = listen(INET6_SMC, ("::1", PORT + 1)), listen(TCP4, ("127.0.0.1", PORT + 2))
    keep = [open_socket(SMC4), connect(v4, SMC4), connect(v6, SMC6), connect(inet6, INET6_SMC), connect(v4, TCP4),
            connect(tcp, SMC4)]
    ueid(11, "SMC-LAB")
    keep.append(connect(v4, SMC4))
    ueid(10, "SMC-LAB")
    half_closed = connect(v4, SMC4)
    half_closed[1].close()
    capture()


def main(args):
    if not args:
        loopback()
    elif args[0] == "serve":
        server, _ = listen(SMC4, ("0.0.0.0", PORT)).accept()
        server.sendall(server.recv(1))
        server.recv(1)
    else:
        client = open_socket(SMC4)
        client.connect((args[0], PORT))
        client.sendall(b"x")
        client.recv(1)
        capture()


main(sys.argv[1:])
