/* What is remembered of the commands in the journal, one entry a seq: enough to answer a repeat like the
 * first, and to find what an event was about when its texts are emptied. */
#ifndef SAMSKAP_CORE_COMMANDS_H
#define SAMSKAP_CORE_COMMANDS_H

#include "core/entities.h"

struct command {
    uint8_t hash[EVENT_HASH_SIZE];
    uint8_t bare_hash[EVENT_HASH_SIZE];
    struct id actor;
    struct tracked *about; /* NULL: nothing, or it was void */
    uint8_t actor_kind, event_kind, reason;
    bool redacted;
};

struct commands {
    struct map seqs; /* command id to seq, as the pointer's value */
    struct command *list;
    size_t count, capacity; /* the command of seq stands at seq - 1 */
};

void commands_init(struct commands *commands, struct map_seed seed);
void commands_finish(struct commands *commands);
void commands_add(struct commands *commands, const struct event *event, enum reason reason,
                  struct tracked *about);
/* NULL: there is no such seq. */
struct command *commands_at(const struct commands *commands, int64_t seq);
/* 0: the command is not there. */
int64_t commands_find(const struct commands *commands, struct id command);

#endif
