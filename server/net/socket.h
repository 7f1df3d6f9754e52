/* What the system knows of a connection's socket, and is told of it. */
#ifndef SAMSKAP_NET_SOCKET_H
#define SAMSKAP_NET_SOCKET_H

#include <stdbool.h>
#include <stdint.h>

/* Bytes: what was sent and arrived, over the connection's life, and what has not arrived yet. */
struct socket_queue {
    uint64_t arrived;
    int waiting;
};

/* From now on the system takes little more than it can send at once: what a slow reader has not got yet waits
 * where it can still be brought up to date. */
void socket_keep_queue_short(int file);
/* False: the system does not say. */
bool socket_look(int file, struct socket_queue *queue);

#endif
