/* The house, live: its fold, what is put into its journal, and who may what. Loaded before anything else and
 * kept as long as the server runs. */
#ifndef SAMSKAP_LIVE_REGISTRY_H
#define SAMSKAP_LIVE_REGISTRY_H

#include "access/house.h"
#include "core/event.h"
#include "live/append.h"

struct client;
struct live;
struct room;

MUST_CHECK enum status registry_create(struct live *live, struct registry **registry);
void registry_destroy(struct registry *registry); /* takes NULL */

const struct house *registry_house(const struct live *live);
bool registry_may(const struct live *live, struct id account, enum grant_role role, struct id process);
/* Whether a client may do still what it came for: hosts and researchers by their grants. */
bool registry_client_may(const struct live *live, const struct client *client);
const struct joining *registry_joining(const struct live *live, struct id session);

/* Judges an event and puts it into the house's journal; with process.remove the process's own journal is
 * erased, in the same transaction, and titles of it are emptied. done is called exactly once, perhaps at
 * once; a command that was stored before counts as accepted, so the caller looks at the house where that
 * matters. account none: the server. */
typedef void registered_fn(void *context, const struct outcome *outcome);
void registry_put(struct live *live, struct id command, struct id account, enum house_kind kind,
                  const union house_body *body, registered_fn *done, void *context);
/* A process's title changed: the house follows. */
void registry_follow_title(struct room *room, const struct event *event);

#endif
