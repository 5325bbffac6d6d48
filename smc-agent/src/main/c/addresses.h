#pragma once
#include <stdbool.h>
#include <sys/socket.h>

/* Whether an address is public: an Internet address that io.github.smc4j.internal.policy.LocalAddresses does not contain. */
bool is_public(const struct sockaddr *address, socklen_t size);
