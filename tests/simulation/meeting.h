/* A process with a session that is live, for tests to play in: made over the wire by a host. */
#ifndef SAMSKAP_SIMULATION_MEETING_H
#define SAMSKAP_SIMULATION_MEETING_H

#include "fake.h"

struct meeting {
    struct world world;
    struct fake host;
    struct id process, session;
    struct id hidden_round; /* notes, anonymous, own until revealed */
    struct id open_round;   /* notes, named, seen by all at once */
    struct id ballot;       /* anonymous, three choices, budget 5, result open */
    struct id choices[3];
    struct id words; /* a list over both notes rounds, shown */
    char secret[33], code[11];
};

/* Keeps the faults that stand in meeting->world; all else is set anew. */
void meeting_create(struct meeting *meeting, uint64_t seed, const struct live_limits *limits);
/* All fakes but the host must have been destroyed. */
void meeting_destroy(struct meeting *meeting);
/* Rounds are opened by open_rounds, so that tests may do otherwise. */
void meeting_open_rounds(struct meeting *meeting);
/* A participant, created, connected and joined. */
void meeting_join(struct meeting *meeting, struct fake *fake);
/* How many events the journal holds, of a command or (none) in all. */
int64_t meeting_count_events(struct meeting *meeting, struct id command);
/* Whether the text stands anywhere in the journal. */
bool meeting_journal_holds(struct meeting *meeting, const char *text);
/* That the fake's store is what a fresh view would be, by the server's digest and by its own. */
void meeting_check_store(struct fake *fake);

#endif
