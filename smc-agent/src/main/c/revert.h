#pragma once
#include <stdbool.h>

/*
 * Puts a fresh TCP socket in the place of an SMC socket that is to be bound, with all that the program has done to that so
 * far. Where that fails the SMC socket stays. The descriptor `tcp` is to be closed in either case.
 */
bool revert(int smc, int tcp);
