/* What a client sees: its audience, the entities as they are shown, and what is its own. */
#ifndef SAMSKAP_LIVE_VIEW_H
#define SAMSKAP_LIVE_VIEW_H

#include "core/process.h"
#include "protocol/entity.h"

struct client;
struct crowd;
struct member;
struct room;

/* Fills in what the fold leaves to its caller: the process's id, the words of a list as the audience has
 * them. */
void view_complete(struct room *room, enum audience_kind audience, struct entity *entity,
                   struct arena *arena);
/* Appends the completed entity's JSON. */
void view_encode(struct room *room, enum audience_kind audience, struct entity *entity, struct arena *arena,
                 struct buffer *json);
/* The digest of all that a crowd sees now; valid until the process changes, and made once for that. */
const char *view_digest(struct crowd *crowd);
/* The epoch of a view: another store, another audience (session, groups) or another standing has another, and
 * a client that comes with one that is not its own now starts anew. */
struct id view_epoch(const struct room *room, struct audience audience);
struct audience view_audience(const struct client *client);

/* Who a participant is in this process: themself, and an author in each scope. */
size_t view_actors(const struct client *client, struct arena *arena, struct actor **actors);
/* Appends what is a participant's own and changed behind a seq, as a JSON array; how many there were. */
size_t view_own(const struct client *client, int64_t after, struct buffer *json);
/* The notification that says so: {"jsonrpc":"2.0","method":"own","params":{"entities":[…]}}. */
void view_own_encode(struct str entities, struct buffer *text);
/* It was told its own things up to seq by a reply. */
void view_own_told(struct client *client, int64_t seq);
/* Somebody's own things changed by one of their connections: the others are to be told. */
void view_own_changed(struct member *member, const struct client *by);
/* A participant changed; if another audience is theirs now, they start anew there. */
void view_audience_changed(struct room *room, struct id participant);
/* The same of everybody, and of groups' displays. */
void view_audiences_changed(struct room *room);

#endif
