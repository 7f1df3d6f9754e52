#include "schedule_tools.h"

static struct event raise_hands(struct schedule *schedule, const struct process *process) {
    struct choice_hands *choices = arena_allocate_array(&schedule->arena, 2, sizeof *choices);
    struct id round = pick(schedule, ROUND + 5, 2);
    struct event event = make(schedule, account(), EVENT_HANDS_PUT);
    choices[0] = (struct choice_hands){pick(schedule, CHOICE, 3), schedule_below(schedule, 6)};
    choices[1] = (struct choice_hands){pick(schedule, CHOICE, 3), schedule_below(schedule, 6)};
    const struct round *known = process_round(process, round);
    const struct hands *hands = known ? process_hands(process, known) : NULL;
    event.body.hands_put =
        (struct event_hands_put){.round = round,
                                 .base = hands && hands->people > 0 ? base_of(schedule, process) : 0,
                                 .people = schedule_below(schedule, 6),
                                 .choices = choices,
                                 .choices_count = schedule_below(schedule, 3)};
    return event;
}

/* A paper note; sometimes in the name of somebody who writes themself. */
static struct event enter_note(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_NOTE_ENTER);
    unsigned n = schedule_below(schedule, PAPERS);
    event.body.note_enter = (struct event_note_enter){
        .id = make_id(NOTE + NOTES + n * 2 + schedule_below(schedule, 2)),
        .round = pick(schedule, ROUND, 5),
        .person =
            one_in(schedule, 20) ? author(schedule_below(schedule, PEOPLE) * 100).id : make_id(PAPER + n),
        .rev = next_rev(schedule),
        .text = pick_text(schedule),
        .removed = one_in(schedule, 5),
        .group = one_in(schedule, 3) ? pick(schedule, GROUP, GROUPS_OF_ONE) : (struct id){{0}},
    };
    const struct note *note = process_note(process, event.body.note_enter.id);
    if (note) {
        event.body.note_enter.round = note->round->id;
    }
    return event;
}

static struct event support_note(struct schedule *schedule, const struct process *process) {
    struct id id = pick(schedule, NOTE, NOTES + 2 * PAPERS);
    const struct note *note = process_note(process, id);
    struct id round = note ? note->round->id : make_id(ROUND);
    unsigned n = schedule_below(schedule, PEOPLE);
    struct event event = make(schedule, actor_in(schedule, process, round, n), EVENT_NOTE_SUPPORT);
    event.body.note_support =
        (struct event_note_support){id, schedule_below(schedule, 50) + 1, !one_in(schedule, 3)};
    process_complete(process, make_id(PERSON + n), schedule->at, &event);
    return event;
}

static struct event answer(struct schedule *schedule, const struct process *process) {
    struct id round = make_id(ROUND + 7);
    unsigned n = schedule_below(schedule, PEOPLE);
    struct event event = make(schedule, actor_in(schedule, process, round, n), EVENT_ANSWER_PUT);
    event.body.answer_put = (struct event_answer_put){.round = round,
                                                      .statement = pick(schedule, STATEMENT, 4),
                                                      .rev = next_rev(schedule),
                                                      .value = schedule_below(schedule, 7)};
    process_complete(process, make_id(PERSON + n), schedule->at, &event);
    event.body.answer_put.organisation_type =
        arena_copy(&schedule->arena, event.body.answer_put.organisation_type);
    event.body.answer_put.consents =
        keep_consents(schedule, event.body.answer_put.consents, event.body.answer_put.consents_count);
    return event;
}

static struct event write_diary(struct schedule *schedule, const struct process *process) {
    static const char *const tags[] = {"möte, samverkan", "Möte", "trygghet,,möte ,", "", " "};
    struct id round = make_id(ROUND + 8);
    unsigned n = schedule_below(schedule, PEOPLE), which = n * 2 + schedule_below(schedule, 3);
    struct event event = make(schedule, actor_in(schedule, process, round, n), EVENT_DIARY_PUT);
    event.body.diary_put = (struct event_diary_put){
        .id = make_id(DIARY + which % ENTRIES_OF_DIARY),
        .round = round,
        .rev = next_rev(schedule),
        .about = DIARY_ABOUT_REFLECTION + schedule_below(schedule, 3),
        .day = arena_format(&schedule->arena, "1970-0%u-%02u", 1 + schedule_below(schedule, 9),
                            1 + schedule_below(schedule, 31)),
        .text = pick_text(schedule),
        .tags = str_of(tags[schedule_below(schedule, 5)]),
        .removed = one_in(schedule, 6),
    };
    process_complete(process, make_id(PERSON + n), schedule->at, &event);
    event.body.diary_put.organisation_type =
        arena_copy(&schedule->arena, event.body.diary_put.organisation_type);
    event.body.diary_put.consents =
        keep_consents(schedule, event.body.diary_put.consents, event.body.diary_put.consents_count);
    return event;
}

static struct event answer_diary(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_DIARY_ANSWER);
    event.body.diary_answer = (struct event_diary_answer){pick(schedule, DIARY, ENTRIES_OF_DIARY),
                                                          base_of(schedule, process), pick_text(schedule)};
    return event;
}

struct event schedule_other(struct schedule *schedule, const struct process *process) {
    switch (schedule_below(schedule, 8)) {
    case 0:
        return raise_hands(schedule, process);
    case 1:
        return enter_note(schedule, process);
    case 2:
    case 3:
        return support_note(schedule, process);
    case 4:
    case 5:
        return answer(schedule, process);
    case 6:
        return write_diary(schedule, process);
    default:
        return one_in(schedule, 3) ? answer_diary(schedule, process) : write_diary(schedule, process);
    }
}
