#pragma once
#include <stdbool.h>

/*
 * Registers a descriptor, which has got another socket, with all the epoll instances of this process that its former socket
 * is registered with. That one must still be open. False if they cannot be found or refuse.
 */
bool renew_registrations(int fd);
