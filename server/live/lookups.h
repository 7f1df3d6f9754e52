/* New forms of words, looked up off the loop and put into the process's journal, one event each. Only a live
 * room does it, so that a replay elsewhere counts the same. */
#ifndef SAMSKAP_LIVE_LOOKUPS_H
#define SAMSKAP_LIVE_LOOKUPS_H

#include "core/event.h"

struct live;
struct lookups;
struct room;

struct lookups *lookups_create(struct live *live);
/* None may be on a worker. Takes NULL. */
void lookups_destroy(struct lookups *lookups);
/* The forms that an accepted event brought. */
void lookups_of_event(struct room *room, const struct event *event);
/* All forms that are still missing: a room was loaded, or an answer could not be stored. */
void lookups_begin(struct room *room);

#endif
