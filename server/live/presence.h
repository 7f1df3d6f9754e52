/* Who is there at this moment: `now` in sync. Has no seq, travels whole, at most once a second. */
#ifndef SAMSKAP_LIVE_PRESENCE_H
#define SAMSKAP_LIVE_PRESENCE_H

#include "base/buffer.h"
#include "core/process.h"
#include "live/alarm.h"

struct client;
struct room;

/* Somebody came, went, began or ended to write; or the server can store no more, or can again. */
void presence_changed(struct room *room);
void presence_ring(struct alarm *alarm); /* room->presence */
/* round none: writes no more. Ends by itself where it is not said again. */
void presence_writes(struct client *client, struct id round);
/* Fills in how many are present in a round's session where the event opens or closes it, as the record may
 * say it: of few nothing is said. */
void presence_note(const struct room *room, enum event_kind kind, union event_body *body);
/* Appends now as the audience may know it. */
void presence_encode(struct room *room, struct audience audience, struct buffer *json);

#endif
