/* The whole of the demonstration, for its own files: demo.c (the turn), demo_setup.c (the facilitator, until
 * the room votes), demo_plan.c (what was planned), demo_crowd.c (the participants, from then on). */
#ifndef SAMSKAP_APP_DEMO_DAY_H
#define SAMSKAP_APP_DEMO_DAY_H

#include "access/secret.h"
#include "app/demo.h"
#include "app/demo_login.h"
#include "app/demo_person.h"
#include "app/demo_room.h"

enum { SECOND = 1000000 /* microseconds */ };

enum demo_round { DEMO_GOAL_ROUND, DEMO_WORD_ROUND, DEMO_VOTE_ROUND, DEMO_STEP_ROUND, DEMO_ROUNDS };

struct demo {
    struct live *live;
    demo_say_fn *say;
    void *context;
    int64_t now; /* of this turn */
    bool failed, ready;

    struct demo_login *login; /* NULL: done with */
    char cookie[SECRET_TEXT + 1];
    struct demo_peer host;
    struct demo_room room;
    int64_t words_known, words_changed_at; /* the list of words was last seen to change */
    char code[JOIN_CODE + 1], secret[SECRET_TEXT + 1];

    size_t step; /* of the set-up */
    bool began;  /* it has */
    int64_t began_at;
    struct id process, session, list;
    struct demo_ids ids;
    char rounds[DEMO_ROUNDS][ID_TEXT_LENGTH + 1], items[DEMO_ROUNDS][ID_TEXT_LENGTH + 1];
    char first_item[ID_TEXT_LENGTH + 1];

    struct demo_person people[DEMO_PEOPLE];
    int64_t next_act;
};

/* Goes on with the set-up as far as it can now; true: it is done. */
bool demo_setup_go(struct demo *demo);
/* Lets those write and vote whose time it is; the microseconds until the next. */
int64_t demo_crowd_go(struct demo *demo);

#endif
