#include "addresses.h"

#include <netinet/in.h>
#include <stddef.h>
#include <string.h>

/* A part of the address space: the first `length` bits of `start`. */
struct network {
  uint8_t start[16];
  uint8_t length;
};

/* IPv4 addresses in the v4-mapped form, 96 bits longer. */
#define IPV4(a, b, c, d, bits) {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, a, b, c, d}, 96 + bits}

static const struct network local[] = {
    IPV4(0, 0, 0, 0, 32),     /* "this host": a connection to it goes over loopback */
    IPV4(10, 0, 0, 0, 8),     /* RFC 1918 */
    IPV4(172, 16, 0, 0, 12),
    IPV4(192, 168, 0, 0, 16),
    IPV4(100, 64, 0, 0, 10),  /* RFC 6598, behind carrier-grade NAT */
    IPV4(127, 0, 0, 0, 8),
    IPV4(169, 254, 0, 0, 16), /* RFC 3927, link-local */
    {{0}, 127},               /* "this host" and loopback */
    {{0xfc}, 7},              /* RFC 4193, unique local */
    {{0xfe, 0x80}, 10},       /* link-local */
    {{0xfe, 0xc0}, 10},       /* RFC 3513, the site-local addresses of old */
};

static bool contains(const struct network *network, const uint8_t address[16]) {
  unsigned bytes = network->length / 8, bits = network->length % 8;
  if (memcmp(network->start, address, bytes) != 0) {
    return false;
  }
  return bits == 0 || (network->start[bytes] ^ address[bytes]) >> (8 - bits) == 0;
}

/* The 16 bytes of an Internet address; false for any other, and for one that the kernel would find too short. */
static bool read_address(const struct sockaddr *from, socklen_t size, uint8_t address[16]) {
  sa_family_t family;
  if (!from || size < sizeof(struct sockaddr_in)) {
    return false;
  }
  memcpy(&family, from, sizeof(family));
  if (family == AF_INET) {
    memcpy(address, (const uint8_t[12]){[10] = 0xff, [11] = 0xff}, 12);
    memcpy(address + 12, (const uint8_t *)from + offsetof(struct sockaddr_in, sin_addr), 4);
    return true;
  }
  if (family == AF_INET6 && size >= offsetof(struct sockaddr_in6, sin6_scope_id)) {
    memcpy(address, (const uint8_t *)from + offsetof(struct sockaddr_in6, sin6_addr), 16);
    return true;
  }
  return false;
}

bool is_public(const struct sockaddr *address, socklen_t size) {
  uint8_t bytes[16];
  if (!read_address(address, size, bytes)) {
    return false;
  }
  for (size_t i = 0; i < sizeof(local) / sizeof(local[0]); i++) {
    if (contains(&local[i], bytes)) {
      return false;
    }
  }
  return true;
}
