/* One simulated participant: joins, writes notes, lays votes and moves them. Knows of the room only what the
 * answers say; which rounds there are, it is told. */
#ifndef SAMSKAP_APP_DEMO_PERSON_H
#define SAMSKAP_APP_DEMO_PERSON_H

#include "app/demo_peer.h"
#include "app/demo_texts.h"

/* So many notes a person writes in one round and in all; after so many acts it does nothing more. */
enum { DEMO_MOST_IN_ROUND = 5, DEMO_MOST_NOTES = 40, DEMO_MOST_ACTS = 2000 };

struct demo_person {
    struct demo_peer peer;
    size_t number; /* of demo_names and demo_words */
    bool joined;
    int64_t acts, notes, votes, refused, unexpected;
    json_t *written;      /* round → how many notes */
    json_t *laid;         /* round → its votes, the entity */
    json_t *writes_in;    /* the round's id, while it is writing; NULL: it is not */
    int64_t writes_until; /* microseconds, monotonic */
};

/* The ids of the day that people need to join. */
struct demo_ids {
    struct id roles[DEMO_ROLES], organisations[DEMO_ORGANISATIONS], tables[DEMO_TABLES];
};

void demo_person_init(struct demo_person *person, struct live *live, size_t number);
void demo_person_finish(struct demo_person *person);
void demo_person_join(struct demo_person *person, const char *code, const struct demo_ids *ids);
/* Takes in the answers that came. */
void demo_person_listen(struct demo_person *person);
/* Has joined, and awaits no answer. */
bool demo_person_is_free(const struct demo_person *person);

/* Puts up a note in the round (its entity) at once. group_size 0: from me. */
void demo_person_put_note(struct demo_person *person, const json_t *round, const char *text, int group_size);
/* Begins to write in the round, until then. */
void demo_person_begin_note(struct demo_person *person, const json_t *round, int64_t until);
/* Puts up what it was writing, if it is time; false: not yet, or it is not writing. */
bool demo_person_end_note(struct demo_person *person, const json_t *round, int64_t now);
/* Whether it would write one more there. */
bool demo_person_has_more(const struct demo_person *person, const json_t *round);
/* Lays one more vote; where none is left, takes one back, to lay it elsewhere the next time. */
void demo_person_vote(struct demo_person *person, const json_t *round);

#endif
