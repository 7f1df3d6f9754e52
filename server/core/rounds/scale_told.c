#include "core/rounds/scale_told.h"

#include <string.h>

#include "base/memory.h"

int64_t scale_count(const struct scale *scale, size_t statement, int64_t counts[SCALE_STEPS]) {
    int64_t answered = 0;
    memset(counts, 0, SCALE_STEPS * sizeof *counts);
    for (size_t i = 0; i < scale->sheet.count; i++) {
        int64_t value = scale->sheet.voters[i]->votes[statement];
        if (value > 0) {
            counts[value - 1]++;
            answered++;
        }
    }
    return answered;
}

static void go_on(struct scale *scale, size_t statement) {
    struct told *told = &scale->told[statement];
    memcpy(told->counts, told->next, sizeof told->counts);
    scale_count(scale, statement, told->next);
    told->fresh_count = 0;
}

void scale_told_answer(struct scale *scale, const struct voter *voter, size_t statement) {
    struct told *told = &scale->told[statement];
    for (size_t i = 0; i < told->fresh_count; i++) {
        if (told->fresh[i] == voter) {
            return;
        }
    }
    told->fresh[told->fresh_count++] = voter;
    if (told->fresh_count == PROCESS_WITHHOLD_BELOW) {
        go_on(scale, statement);
    }
}

void scale_told_all(struct scale *scale) {
    for (size_t i = 0; i < scale->sheet.round->round.scale.statements_count; i++) {
        go_on(scale, i);
        go_on(scale, i);
    }
}

void scale_told_move(struct scale *scale, const size_t *from, size_t statements) {
    struct told *moved = memory_allocate(statements * sizeof *moved);
    for (size_t i = 0; i < statements; i++) {
        if (from[i] != SIZE_MAX) {
            moved[i] = scale->told[from[i]];
        }
    }
    memory_free(scale->told);
    scale->told = moved;
}

int64_t scale_count_told(const struct scale *scale, size_t statement, int64_t counts[SCALE_STEPS],
                         bool *told) {
    const int64_t *known = scale->told[statement].counts;
    int64_t answered = scale_count(scale, statement, counts), sum = answered;
    if (scale->sheet.round->round.state != ROUND_STATE_CLOSED) {
        memcpy(counts, known, sizeof scale->told[statement].counts);
        sum = 0;
        for (size_t i = 0; i < SCALE_STEPS; i++) {
            sum += known[i];
        }
    }
    *told = answered >= PROCESS_WITHHOLD_BELOW && sum >= PROCESS_WITHHOLD_BELOW;
    return answered;
}
