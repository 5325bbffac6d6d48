/* The settings that a native program follows, out of the environment. What is not set or not known has its default. */
#pragma once
#include <stdbool.h>

enum mode { OFF, PREFER, REQUIRE };
enum family { AUTO, AF_SMC_ONLY, IPPROTO_SMC_ONLY };

enum mode mode_setting(void);
enum family family_setting(void);
bool public_addresses_setting(void);

/* A size in bytes, or 0. */
int send_buffer_setting(void);
int receive_buffer_setting(void);
