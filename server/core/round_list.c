#include "core/round_list.h"

#include "base/memory.h"
#include "core/rounds/round_kind.h"

bool round_list_has(struct round_list list, struct id round) {
    for (size_t i = 0; i < list.count; i++) {
        if (id_equal(list.rounds[i], round)) {
            return true;
        }
    }
    return false;
}

enum reason round_list_judge(const struct process *process, struct round_list before, struct round_list list,
                             size_t most) {
    if (list.count == 0) {
        return REASON_EMPTY;
    }
    if (list.count > most) {
        return REASON_TOO_MANY;
    }
    for (size_t i = 0; i < list.count; i++) {
        enum reason reason;
        if (!round_list_has(before, list.rounds[i]) &&
            !round_find_form(process, list.rounds[i], ROUND_FORM_NOTES, &reason)) {
            return reason;
        }
        if (round_list_has((struct round_list){list.rounds, i}, list.rounds[i])) {
            return REASON_ID_TAKEN;
        }
    }
    return REASON_ABSENT;
}

const struct id *round_list_keep(const struct id *before, struct round_list list) {
    struct id *rounds = memory_allocate(list.count * sizeof *rounds);
    for (size_t i = 0; i < list.count; i++) {
        rounds[i] = list.rounds[i];
    }
    memory_free((void *)(uintptr_t)before);
    return rounds;
}

static const struct round *round_at(const struct process *process, struct round_list list, size_t index) {
    return &round_find(process, list.rounds[index])->round;
}

bool round_list_is_open_to_all(const struct process *process, struct round_list list) {
    for (size_t i = 0; i < list.count; i++) {
        const struct round *round = round_at(process, list, i);
        if (!round->removed && !round_is_open_to_all(round)) {
            return false;
        }
    }
    return true;
}

bool round_list_has_same_authors(const struct process *process, struct round_list list) {
    for (size_t i = 1; i < list.count; i++) {
        if (!round_has_same_authors(round_at(process, list, 0), round_at(process, list, i))) {
            return false;
        }
    }
    return true;
}
