/* What the record tells of how a session was led, and no screen shows: what stood on the big screen and from
 * when, what those who lead did, how questions were worded once people had seen them. It is what happened, so
 * what was taken back stays here, and what took it back stands behind it. Nothing of it is anybody's but
 * theirs who lead, and who of them is not kept. Bounded: what comes when a list is full is not kept, but the
 * wording that holds always is. */
#ifndef SAMSKAP_CORE_CHRONICLE_H
#define SAMSKAP_CORE_CHRONICLE_H

#include "core/state.h"

/* The stage is another from now on. */
void chronicle_show(struct session_entry *session, int64_t at);
void chronicle_act(struct session_entry *session, struct act act);
/* The same for what was done to a round. */
void chronicle_round_act(struct round_entry *round, const struct event *event, enum act_kind kind,
                         bool undone);
/* To be called when a round was put, and when it opens: what it says, it says from now on, where people see
 * it. */
void chronicle_word(struct round_entry *round, int64_t at);
/* Its opening was taken back: nobody saw it. */
void chronicle_unword(struct round_entry *round);
void chronicle_finish(struct chronicle *chronicle);
void wordings_finish(struct wordings *wordings);

#endif
