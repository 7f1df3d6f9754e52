/* A wheel that visits each of many things once a round, a slot at a time: how connections are pinged without
 * a timer each. Loop's thread. */
#ifndef SAMSKAP_NET_WHEEL_H
#define SAMSKAP_NET_WHEEL_H

#include <stddef.h>

#include "base/list.h"

enum { WHEEL_SLOTS = 10 };

struct wheel {
    struct list slots[WHEEL_SLOTS];
    size_t at; /* the slot that is visited next */
};

void wheel_init(struct wheel *wheel);
/* The link is visited a round from now, and once a round from then on, until it is removed with list_remove.
 */
void wheel_add(struct wheel *wheel, struct list *link);
/* Visits the next slot. visit may remove the link that it is given, and no other. */
void wheel_turn(struct wheel *wheel, void (*visit)(void *context, struct list *link), void *context);

#endif
