#pragma once
#include <stdbool.h>

/* Sets on one socket what has been set on another before it was bound; false if the kernel refuses any of it. */
bool carry_options(int from, int to);
