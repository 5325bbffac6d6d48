/*
 * A router that meddles: what is sent to 10.77.0.2 comes back to 10.77.0.1 as if from 10.77.0.3, and the answers likewise,
 * so that one kernel's TCP talks to itself through it. Whoever offers SMC in a SYN finds the offer in the SYN-ACK, whatever
 * the server said: that is how middleboxes do that return options which they don't know.
 *
 *   middlebox NAME MILLISECONDS    makes the tun device NAME, prints "ready" and routes until standard input ends;
 *                                  answers to a SYN are held back for so long
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <err.h>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <netinet/ip.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define HERE 0x0a4d0001   /* 10.77.0.1, both the client and the server */
#define SERVER 0x0a4d0002 /* the server, as the client sees it */
#define CLIENT 0x0a4d0003 /* the client, as the server sees it */
#define PORTS 65536

/* RFC 7609 3.1: the experimental option in RFC 6994's form, with SMC's eyecatcher, after two NOPs */
static const uint8_t smc_option[] = {1, 1, 254, 6, 0xe2, 0xd4, 0xc3, 0xd9};

/* As a kernel sends it, without IP options. */
struct packet {
	struct iphdr ip;
	struct tcphdr tcp;
	uint8_t rest[65536 - sizeof(struct iphdr) - sizeof(struct tcphdr)];
};

static bool is_tcp(const struct packet *packet, ssize_t size)
{
	return size >= (ssize_t)(sizeof(packet->ip) + sizeof(packet->tcp)) && packet->ip.version == 4 &&
	       packet->ip.ihl * 4 == sizeof(packet->ip) && packet->ip.protocol == IPPROTO_TCP &&
	       ntohs(packet->ip.tot_len) == size;
}

static size_t size_of_options(const struct packet *packet)
{
	return packet->tcp.doff * 4 - sizeof(packet->tcp);
}

static bool offers_smc(const struct packet *packet)
{
	return memmem(packet->rest, size_of_options(packet), smc_option, sizeof(smc_option)) != NULL;
}

/* A SYN-ACK has room for it: the kernel's own options take 20 of 40 bytes. */
static void offer_smc(struct packet *packet)
{
	memcpy(packet->rest + size_of_options(packet), smc_option, sizeof(smc_option));
	packet->tcp.doff += sizeof(smc_option) / 4;
	packet->ip.tot_len = htons(ntohs(packet->ip.tot_len) + sizeof(smc_option));
}

static uint32_t sum(const void *data, size_t size, uint32_t initial)
{
	const uint8_t *byte = data;

	for (size_t i = 0; i < size; i++)
		initial += i % 2 ? byte[i] : byte[i] << 8;
	return initial;
}

static uint16_t checksum(uint32_t sum)
{
	while (sum >> 16)
		sum = (sum & 0xffff) + (sum >> 16);
	return htons(~sum);
}

static void compute_checksums(struct packet *packet)
{
	size_t size = ntohs(packet->ip.tot_len) - sizeof(packet->ip);

	packet->ip.check = 0;
	packet->ip.check = checksum(sum(&packet->ip, sizeof(packet->ip), 0));
	packet->tcp.check = 0;
	packet->tcp.check = checksum(sum(&packet->tcp, size, sum(&packet->ip.saddr, 8, IPPROTO_TCP + size)));
}

static bool turn_around(struct packet *packet, uint32_t from)
{
	packet->ip.saddr = htonl(from);
	packet->ip.daddr = htonl(HERE);
	compute_checksums(packet);
	return true;
}

/* Tells whether there is a packet to send; offered holds which of the client's ports have offered SMC. */
static bool route(struct packet *packet, bool offered[PORTS])
{
	switch (ntohl(packet->ip.daddr)) {
	case SERVER:
		if (packet->tcp.syn)
			offered[ntohs(packet->tcp.source)] = offers_smc(packet);
		return turn_around(packet, CLIENT);
	case CLIENT:
		if (packet->tcp.syn && offered[ntohs(packet->tcp.dest)])
			offer_smc(packet);
		return turn_around(packet, SERVER);
	default:
		return false;
	}
}

static int open_tun(const char *name)
{
	struct ifreq request = {.ifr_flags = IFF_TUN | IFF_NO_PI};
	int tun = open("/dev/net/tun", O_RDWR);

	if (tun < 0)
		err(1, "/dev/net/tun");
	snprintf(request.ifr_name, sizeof(request.ifr_name), "%s", name);
	if (ioctl(tun, TUNSETIFF, &request) < 0)
		err(1, "TUNSETIFF %s", name);
	return tun;
}

/* Holds the first answer to a SYN for so many milliseconds, and everything behind it; drops the others. */
static bool hold(const struct packet *packet, int delay)
{
	static bool answered[PORTS];
	bool *before = &answered[ntohs(packet->tcp.dest)];
	bool first = !*before;

	if (delay == 0 || !packet->tcp.syn || !packet->tcp.ack)
		return true;
	*before = true;
	if (first && poll(NULL, 0, delay) < 0)
		err(1, "poll");
	return first;
}

static void forward(int tun, bool offered[PORTS], int delay)
{
	struct packet packet;
	ssize_t size = read(tun, &packet, sizeof(packet));

	if (size < 0)
		err(1, "read");
	if (!is_tcp(&packet, size) || !route(&packet, offered) || !hold(&packet, delay))
		return;
	size = ntohs(packet.ip.tot_len);
	if (write(tun, &packet, size) != size)
		err(1, "write");
}

int main(int count, char **word)
{
	bool offered[PORTS] = {false};

	if (count != 3)
		errx(2, "usage: middlebox NAME MILLISECONDS");
	struct pollfd either[] = {{.fd = open_tun(word[1]), .events = POLLIN}, {.fd = STDIN_FILENO, .events = POLLIN}};
	if (puts("ready") == EOF || fflush(stdout) == EOF)
		err(1, "standard output");
	while (poll(either, 2, -1) > 0 && !either[1].revents)
		if (either[0].revents)
			forward(either[0].fd, offered, atoi(word[2]));
	return 0;
}
