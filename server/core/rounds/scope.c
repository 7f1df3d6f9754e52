#include "core/rounds/scope.h"

struct id scope_of_put(const struct event_round_put *put) {
    return id_is_none(put->scope) ? put->id : put->scope;
}

struct others {
    size_t count;
    bool opened, named; /* some of them */
};

static struct others find_others(const struct process *process, struct id scope, struct id round) {
    struct others others = {0};
    for (size_t i = 0; i < process->round_count; i++) {
        const struct round *other = process->rounds[i];
        if (id_equal(other->scope, scope) && !id_equal(other->id, round)) {
            others.count++;
            others.opened = others.opened || other->opened > 0;
            others.named = others.named || other->authorship != AUTHORSHIP_ANONYMOUS;
        }
    }
    return others;
}

enum reason scope_judge(const struct process *process, const struct round *old,
                        const struct event_round_put *put) {
    struct id scope = scope_of_put(put);
    struct others others = find_others(process, scope, put->id);
    bool moves = old && !id_equal(old->scope, scope);
    if (put->removed) {
        return REASON_ABSENT;
    }
    bool shared = others.count > 0 || !id_equal(scope, put->id);
    if (shared && (others.named || put->authorship != AUTHORSHIP_ANONYMOUS)) {
        return REASON_WRONG_FORM;
    }
    if ((!old || moves || old->removed) && others.opened) {
        return REASON_WRONG_STATE;
    }
    if (moves && (old->opened > 0 || find_others(process, old->scope, put->id).opened)) {
        return REASON_WRONG_STATE;
    }
    return REASON_ABSENT;
}

void scope_recount(struct process *process, struct id scope) {
    for (size_t i = 0; i < process->all_round_count; i++) {
        struct round_entry *entry = process->all_rounds[i];
        bool together = !entry->round.removed && id_equal(entry->round.scope, scope) &&
                        find_others(process, scope, entry->round.id).count > 0;
        if (id_equal(entry->round.scope, scope) && together != entry->round.counted_together) {
            entry->round.counted_together = together;
            tracked_touch(process, &entry->tracked);
        }
    }
}

size_t process_scopes(const struct process *process, struct arena *arena, struct id **scopes) {
    size_t count = 0;
    *scopes = arena_allocate_array(arena, process->round_count, sizeof **scopes);
    for (size_t i = 0; i < process->round_count; i++) {
        const struct round *round = process->rounds[i];
        bool known = round->authorship != AUTHORSHIP_ANONYMOUS;
        for (size_t j = 0; !known && j < count; j++) {
            known = id_equal((*scopes)[j], round->scope);
        }
        if (!known) {
            (*scopes)[count++] = round->scope;
        }
    }
    return count;
}
