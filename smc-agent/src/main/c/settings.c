#include "settings.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static bool is_set_to(const char *name, const char *word) {
  const char *value = getenv(name);
  return value && strcmp(value, word) == 0;
}

enum mode mode_setting(void) {
  static const char name[] = "CONFIG_FORCE_smc_mode";
  return is_set_to(name, "off") ? OFF : is_set_to(name, "require") ? REQUIRE : PREFER;
}

enum family family_setting(void) {
  static const char name[] = "CONFIG_FORCE_smc_family";
  return is_set_to(name, "af-smc") ? AF_SMC_ONLY : is_set_to(name, "ipproto-smc") ? IPPROTO_SMC_ONLY : AUTO;
}

bool public_addresses_setting(void) { return is_set_to("CONFIG_FORCE_smc_public__addresses", "on"); }

/* strtol has another name in newer C libraries, which older ones lack. */
static int size_setting(const char *name) {
  const char *digit = getenv(name);
  int size = 0;
  if (!digit) {
    return 0;
  }
  for (; *digit >= '0' && *digit <= '9'; digit++) {
    if (size > (INT_MAX - 9) / 10) {
      return 0;
    }
    size = size * 10 + (*digit - '0');
  }
  return *digit ? 0 : size;
}

int send_buffer_setting(void) { return size_setting("CONFIG_FORCE_smc_buffers_send"); }

int receive_buffer_setting(void) { return size_setting("CONFIG_FORCE_smc_buffers_receive"); }
