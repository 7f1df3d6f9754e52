/* What a ballot is set up with, and what of it is fixed once somebody has voted. */
#include "base/memory.h"
#include "core/rounds/ballot.h"

bool ballot_find_choice(const struct ballot_settings *ballot, struct id id, size_t *index) {
    for (size_t i = 0; i < ballot->choices_count; i++) {
        if (id_equal(ballot->choices[i].id, id)) {
            *index = i;
            return true;
        }
    }
    return false;
}

int64_t ballot_cap(const struct ballot_settings *ballot) {
    return ballot->cap > 0 && ballot->cap < ballot->budget ? ballot->cap : ballot->budget;
}

static bool is_sound(const struct ballot_settings *ballot) {
    size_t index;
    if (ballot->choices_count == 0 || ballot->budget < 1 || ballot->cap < 0 ||
        ballot->result == RESULT_ABSENT) {
        return false;
    }
    for (size_t i = 0; i < ballot->choices_count; i++) {
        if (str_is_empty(ballot->choices[i].text)) {
            return false;
        }
    }
    for (size_t i = 0; i < ballot->choices_count; i++) {
        if (!ballot_find_choice(ballot, ballot->choices[i].id, &index) || index != i) {
            return false; /* an id stands twice */
        }
    }
    return true;
}

/* Votes that were laid stay what they were laid on. */
static bool keeps_choices(const struct ballot_settings *old, const struct ballot_settings *ballot) {
    for (size_t i = 0; i < old->choices_count; i++) {
        size_t index;
        if (!ballot_find_choice(ballot, old->choices[i].id, &index) ||
            !str_equal(old->choices[i].text, ballot->choices[index].text) ||
            !str_equal(old->choices[i].word, ballot->choices[index].word) ||
            !id_equal(old->choices[i].theme, ballot->choices[index].theme)) {
            return false;
        }
    }
    return true;
}

static enum reason judge_themes(const struct process *process, const struct ballot_settings *ballot) {
    for (size_t i = 0; i < ballot->choices_count; i++) {
        struct id theme = ballot->choices[i].theme;
        if (!id_is_none(theme) && !process_theme(process, theme)) {
            return REASON_UNKNOWN_THEME;
        }
    }
    return REASON_ABSENT;
}

/* An earlier pass is a ballot; later it may be removed, and then it is as if it were not named. */
static enum reason judge_pass(const struct process *process, const struct round_entry *old,
                              const struct event_round_put *put) {
    struct id earlier = put->ballot->pass_of;
    enum reason reason;
    if (id_is_none(earlier) || (old && id_equal(old->round.ballot.pass_of, earlier))) {
        return REASON_ABSENT;
    }
    if (id_equal(earlier, put->id) || !round_find_form(process, earlier, ROUND_FORM_BALLOT, &reason)) {
        return REASON_UNKNOWN_ROUND;
    }
    while (!id_is_none(earlier)) {
        const struct round *round = process_round(process, earlier);
        earlier = round->form == ROUND_FORM_BALLOT ? round->ballot.pass_of : (struct id){{0}};
        if (id_equal(earlier, put->id)) {
            return REASON_WRONG_STATE; /* they would go round */
        }
    }
    return REASON_ABSENT;
}

enum reason ballot_judge_settings(const struct process *process, const struct round_entry *old,
                                  const struct event_round_put *put) {
    enum reason reason;
    if (!put->ballot || !round_puts_only(put, ROUND_FORM_BALLOT) || !is_sound(put->ballot)) {
        return REASON_WRONG_FORM;
    }
    if ((reason = judge_themes(process, put->ballot)) != REASON_ABSENT ||
        (reason = judge_pass(process, old, put)) != REASON_ABSENT) {
        return reason;
    }
    if (!old || old->round.contributions == 0) {
        return REASON_ABSENT;
    }
    const struct ballot_settings *ballot = &old->round.ballot;
    if (ballot->result == RESULT_HIDDEN && put->ballot->result == RESULT_OPEN) {
        return REASON_PROMISE_KEPT;
    }
    bool keeps = put->ballot->budget >= ballot->budget && ballot_cap(put->ballot) >= ballot_cap(ballot) &&
                 keeps_choices(ballot, put->ballot);
    return keeps ? REASON_ABSENT : REASON_HAS_ANSWERS;
}

struct ballot_settings ballot_copy_settings(const struct ballot_settings *ballot) {
    struct ballot_settings copy = *ballot;
    struct choice *choices = memory_allocate(copy.choices_count * sizeof *choices);
    for (size_t i = 0; i < copy.choices_count; i++) {
        const struct choice *choice = &ballot->choices[i];
        choices[i] = (struct choice){.id = choice->id,
                                     .text = memory_copy_str(choice->text),
                                     .word = memory_copy_str(choice->word),
                                     .key = memory_copy_str(choice->key),
                                     .theme = choice->theme};
    }
    copy.choices = choices;
    return copy;
}

void ballot_free_settings(struct ballot_settings *ballot) {
    for (size_t i = 0; i < ballot->choices_count; i++) {
        struct choice choice = ballot->choices[i];
        memory_free_str(&choice.text);
        memory_free_str(&choice.word);
        memory_free_str(&choice.key);
    }
    memory_free((void *)(uintptr_t)ballot->choices);
    *ballot = (struct ballot_settings){0};
}
