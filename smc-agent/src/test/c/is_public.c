/* Tells of each address on standard input, one a line, whether the preloaded library takes it for public. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>

#include "addresses.h"

int main(void) {
  char line[INET6_ADDRSTRLEN + 2];
  while (fgets(line, sizeof(line), stdin)) {
    struct sockaddr_in ipv4 = {.sin_family = AF_INET};
    struct sockaddr_in6 ipv6 = {.sin6_family = AF_INET6};
    line[strcspn(line, "\n")] = 0;
    if (inet_pton(AF_INET, line, &ipv4.sin_addr) == 1) {
      puts(is_public((struct sockaddr *)&ipv4, sizeof(ipv4)) ? "public" : "local");
    } else if (inet_pton(AF_INET6, line, &ipv6.sin6_addr) == 1) {
      puts(is_public((struct sockaddr *)&ipv6, sizeof(ipv6)) ? "public" : "local");
    } else {
      return 1;
    }
  }
  return is_public(NULL, 0) || is_public((struct sockaddr *)line, 1);
}
