/*
 * The two generic-netlink requests that make SMC usable in a guest (include/uapi/linux/smc.h):
 *
 *   smcnl ueid add NAME                      a user-defined enterprise id, 1-32 of A-Z 0-9 . -
 *   smcnl pnet add NAME NETDEV IBDEV PORT    one PNET id for an Ethernet and an InfiniBand device
 */
#include <errno.h>
#include <linux/genetlink.h>
#include <linux/netlink.h>
#include <linux/smc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct request {
	struct nlmsghdr header;
	struct genlmsghdr generic;
	char attributes[256];
};

static void begin(struct request *request, int family, int command)
{
	memset(request, 0, sizeof(*request));
	request->header.nlmsg_len = NLMSG_LENGTH(GENL_HDRLEN);
	request->header.nlmsg_type = family;
	request->header.nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK;
	request->generic.cmd = command;
	request->generic.version = 1;
}

static void add(struct request *request, int type, const void *value, size_t length)
{
	struct nlattr *attribute = (void *)((char *)request + NLMSG_ALIGN(request->header.nlmsg_len));

	if (length > 64) {
		fprintf(stderr, "smcnl: an attribute of %zu bytes\n", length);
		exit(2);
	}
	attribute->nla_type = type;
	attribute->nla_len = NLA_HDRLEN + length;
	memcpy((char *)attribute + NLA_HDRLEN, value, length);
	request->header.nlmsg_len = NLMSG_ALIGN(request->header.nlmsg_len) + NLA_ALIGN(attribute->nla_len);
}

static void add_text(struct request *request, int type, const char *text)
{
	add(request, type, text, strlen(text) + 1);
}

/* Sends a request and leaves the first datagram of the answer in reply; 0 or a negated errno. */
static int call(const struct request *request, char *reply, size_t size)
{
	const struct nlmsghdr *header = (void *)reply;
	int fd = socket(AF_NETLINK, SOCK_RAW, NETLINK_GENERIC);
	ssize_t received = -1;

	if (fd >= 0 && send(fd, request, request->header.nlmsg_len, 0) > 0)
		received = recv(fd, reply, size, 0);
	close(fd);
	if (received < (ssize_t)NLMSG_LENGTH(sizeof(int)))
		return received < 0 ? -errno : -EPROTO;
	return header->nlmsg_type == NLMSG_ERROR ? *(int *)NLMSG_DATA(header) : 0;
}

static void check(int result, const char *what)
{
	if (result < 0) {
		fprintf(stderr, "smcnl: %s: %s\n", what, strerror(-result));
		exit(1);
	}
}

static int family(const char *name)
{
	struct request request;
	char reply[8192] __attribute__((aligned(4)));
	char *position, *end;

	begin(&request, GENL_ID_CTRL, CTRL_CMD_GETFAMILY);
	add_text(&request, CTRL_ATTR_FAMILY_NAME, name);
	check(call(&request, reply, sizeof(reply)), name);
	position = reply + NLMSG_LENGTH(GENL_HDRLEN);
	end = reply + ((struct nlmsghdr *)reply)->nlmsg_len;
	while (position + NLA_HDRLEN < end) {
		struct nlattr *attribute = (void *)position;

		if (attribute->nla_type == CTRL_ATTR_FAMILY_ID)
			return *(unsigned short *)(position + NLA_HDRLEN);
		position += NLA_ALIGN(attribute->nla_len);
	}
	fprintf(stderr, "smcnl: %s: the kernel told no id\n", name);
	exit(1);
}

static void execute(const struct request *request, const char *what)
{
	char reply[8192] __attribute__((aligned(4)));

	check(call(request, reply, sizeof(reply)), what);
}

/* The kernel takes exactly 32 characters, padded with blanks, and a NUL. */
static void add_ueid(const char *name)
{
	struct request request;
	char padded[SMC_MAX_EID_LEN + 1];

	snprintf(padded, sizeof(padded), "%-*s", SMC_MAX_EID_LEN, name);
	begin(&request, family(SMC_GENL_FAMILY_NAME), SMC_NETLINK_ADD_UEID);
	add(&request, SMC_NLA_EID_TABLE_ENTRY, padded, sizeof(padded));
	execute(&request, "ueid add");
}

static void add_pnet(const char *name, const char *netdev, const char *ibdev, const char *port)
{
	struct request request;
	unsigned char number = atoi(port);

	begin(&request, family(SMCR_GENL_FAMILY_NAME), SMC_PNETID_ADD);
	add_text(&request, SMC_PNETID_NAME, name);
	add_text(&request, SMC_PNETID_ETHNAME, netdev);
	execute(&request, "pnet add netdev");
	begin(&request, family(SMCR_GENL_FAMILY_NAME), SMC_PNETID_ADD);
	add_text(&request, SMC_PNETID_NAME, name);
	add_text(&request, SMC_PNETID_IBNAME, ibdev);
	add(&request, SMC_PNETID_IBPORT, &number, sizeof(number));
	execute(&request, "pnet add ibdev");
}

int main(int count, char **word)
{
	if (count == 4 && !strcmp(word[1], "ueid") && !strcmp(word[2], "add")) {
		add_ueid(word[3]);
	} else if (count == 7 && !strcmp(word[1], "pnet") && !strcmp(word[2], "add")) {
		add_pnet(word[3], word[4], word[5], word[6]);
	} else {
		fprintf(stderr, "usage: smcnl ueid add NAME | pnet add NAME NETDEV IBDEV PORT\n");
		return 2;
	}
	return 0;
}
