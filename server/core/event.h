/* An event of a process, decoded: what the fold is fed, from the journal and, before it is stored, from a
 * command. */
#ifndef SAMSKAP_CORE_EVENT_H
#define SAMSKAP_CORE_EVENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/id.h"
#include "base/status.h"
#include "base/str.h"
#include "records/event.h"

/* Who did it. An AUTHOR is somebody known within one scope only: see access/secret.h for how the id comes
 * about. */
enum actor_kind { ACTOR_SERVER = 1, ACTOR_ACCOUNT, ACTOR_PARTICIPANT, ACTOR_AUTHOR };

struct actor {
    enum actor_kind kind;
    struct id id; /* none for the server; for an author 128 bits that are no UUID */
};

enum { ACTOR_TEXT_SIZE = 64 };

bool actor_equal(struct actor a, struct actor b);
/* "server", "account:UUID", "participant:UUID", "author:32 hexadecimal digits"; closed by a NUL. */
void actor_format(struct actor actor, char text[ACTOR_TEXT_SIZE]);
MUST_CHECK enum status actor_parse(struct str text, struct actor *actor);

enum { EVENT_HASH_SIZE = 16 };

struct event {
    int64_t seq; /* 0 while it is only judged */
    struct id command;
    struct actor actor;
    int64_t at; /* milliseconds UTC */
    enum event_kind kind;
    bool redacted;                      /* its personal leaves are empty */
    uint8_t hash[EVENT_HASH_SIZE];      /* of kind and body; of a redacted event: meaningless */
    uint8_t bare_hash[EVENT_HASH_SIZE]; /* the same without the personal leaves */
    int64_t size;                       /* bytes of its body in the journal, or what they would be */
    union event_body body;              /* texts and arrays are borrowed: the fold copies what it keeps */
};

#endif
