/* What a scale is set up with, and what of it is fixed once somebody has answered. */
#include "base/memory.h"
#include "core/rounds/scale.h"

bool scale_find_statement(const struct scale_settings *scale, struct id id, size_t *index) {
    for (size_t i = 0; i < scale->statements_count; i++) {
        if (id_equal(scale->statements[i].id, id)) {
            *index = i;
            return true;
        }
    }
    return false;
}

static bool is_sound(const struct scale_settings *scale) {
    size_t index;
    if (scale->statements_count == 0 || scale->statements_count > SCALE_STATEMENTS || scale->steps < 2 ||
        scale->steps > SCALE_STEPS || scale->result == RESULT_ABSENT) {
        return false;
    }
    for (size_t i = 0; i < scale->statements_count; i++) {
        const struct statement *statement = &scale->statements[i];
        if (str_is_empty(statement->text) || !scale_find_statement(scale, statement->id, &index) ||
            index != i) {
            return false; /* the last: an id stands twice */
        }
    }
    return true;
}

/* Answers stay answers to what was asked, in the steps that it was asked in. */
static bool keeps(const struct scale_settings *old, const struct scale_settings *scale) {
    for (size_t i = 0; i < old->statements_count; i++) {
        size_t index;
        if (!scale_find_statement(scale, old->statements[i].id, &index) ||
            !str_equal(old->statements[i].text, scale->statements[index].text)) {
            return false;
        }
    }
    return old->steps == scale->steps && str_equal(old->low, scale->low) && str_equal(old->high, scale->high);
}

enum reason scale_judge_settings(const struct process *process, const struct round_entry *old,
                                 const struct event_round_put *put) {
    (void)process;
    if (!put->scale || !round_puts_only(put, ROUND_FORM_SCALE) || !is_sound(put->scale)) {
        return REASON_WRONG_FORM;
    }
    if (!old || old->round.contributions == 0) {
        return REASON_ABSENT;
    }
    if (old->round.scale.result == RESULT_HIDDEN && put->scale->result == RESULT_OPEN) {
        return REASON_PROMISE_KEPT;
    }
    return keeps(&old->round.scale, put->scale) ? REASON_ABSENT : REASON_HAS_ANSWERS;
}

struct scale_settings scale_copy_settings(const struct scale_settings *scale) {
    struct scale_settings copy = *scale;
    struct statement *statements = memory_allocate(copy.statements_count * sizeof *statements);
    for (size_t i = 0; i < copy.statements_count; i++) {
        statements[i] = (struct statement){.id = scale->statements[i].id,
                                           .text = memory_copy_str(scale->statements[i].text),
                                           .key = memory_copy_str(scale->statements[i].key)};
    }
    copy.statements = statements;
    copy.low = memory_copy_str(scale->low);
    copy.high = memory_copy_str(scale->high);
    return copy;
}

void scale_free_settings(struct scale_settings *scale) {
    for (size_t i = 0; i < scale->statements_count; i++) {
        struct statement statement = scale->statements[i];
        memory_free_str(&statement.text);
        memory_free_str(&statement.key);
    }
    memory_free((void *)(uintptr_t)scale->statements);
    memory_free_str(&scale->low);
    memory_free_str(&scale->high);
    *scale = (struct scale_settings){0};
}
