#include "schedule.h"

#include "schedule_tools.h"

/* ---- what facilitators do ---- */

static struct event put_profile(struct schedule *schedule, const struct process *process) {
    static const struct named roles[] = {{{{0xa0, [15] = ROLE}}, {"chef", 4}},
                                         {{{0xa0, [15] = ROLE + 1}}, {"profession", 10}}};
    static const struct organisation organisations[] = {
        {{{0xa0, [15] = ORGANISATION}}, {"Falun", 5}, {"kommun", 6}},
        {{{0xa0, [15] = ORGANISATION + 1}}, {"Rättvik", 8}, {"kommun", 6}},
    };
    struct profile *profile = arena_allocate(&schedule->arena, sizeof *profile);
    *profile = (struct profile){
        .title = STR("En dag"),
        .language = one_in(schedule, 2) ? LANGUAGE_SV : LANGUAGE_EN,
        .zone = STR("Europe/Stockholm"),
        .roles = roles,
        .roles_count = 2,
        .organisations = organisations,
        .organisations_count = 1 + schedule_below(schedule, 2),
    };
    struct event event = make(schedule, account(), process ? EVENT_PROCESS_PUT : EVENT_PROCESS_CREATE);
    if (process) {
        event.body.process_put = (struct event_process_put){base_of(schedule, process), profile};
    } else {
        profile->organisations_count = 2;
        event.body.process_create = (struct event_process_create){.rules = RULES_NEWEST, .profile = profile};
    }
    return event;
}

static struct event put_session(struct schedule *schedule, const struct process *process, unsigned n) {
    static const struct named tables[] = {{{{0xa0, [15] = TABLE}}, {"Bord 1", 6}},
                                          {{{0xa0, [15] = TABLE + 1}}, {"Bord 2", 6}}};
    struct event event = make(schedule, account(), EVENT_SESSION_PUT);
    event.body.session_put = (struct event_session_put){
        .id = make_id(SESSION + n),
        .base = process ? base_of(schedule, process) : 0,
        .title = STR("Dagen"),
        .tables = tables,
        .tables_count = process  ? schedule_below(schedule, 3)
                        : n == 0 ? 2
                                 : 0,
        .under_fifteen = process && one_in(schedule, 4),
        .removed = process && one_in(schedule, 3),
    };
    return event;
}

static struct event put_item(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_ITEM_PUT);
    struct id id = pick(schedule, ITEM, ITEMS);
    event.body.item_put = (struct event_item_put){
        .id = id,
        .base = process_item(process, id) ? base_of(schedule, process) : 0,
        .session = pick(schedule, SESSION, SESSIONS),
        .form = one_in(schedule, 4) ? ITEM_FORM_BREAK : ITEM_FORM_ROUND,
        .title = STR("Gruppsamtal"),
        .position = schedule_below(schedule, 5),
        .removed = one_in(schedule, 4),
        .cue = one_in(schedule, 2) ? STR("Andas") : STR(""),
        .skipped = one_in(schedule, 3),
    };
    return event;
}

static const struct ballot_settings *make_ballot(struct schedule *schedule) {
    static const char *const texts[] = {"Trygghet", "Samverkan", "Närhet", "Enkelhet", "Jämlikhet"};
    struct ballot_settings *ballot = arena_allocate(&schedule->arena, sizeof *ballot);
    unsigned count = 3 + schedule_below(schedule, 3), turn = schedule_below(schedule, count);
    struct choice *choices = arena_allocate_array(&schedule->arena, count, sizeof *choices);
    for (unsigned i = 0; i < count; i++) {
        unsigned which = (i + turn) % count;
        choices[i] = (struct choice){.id = make_id(CHOICE + which), .text = str_of(texts[which])};
        choices[i].theme = one_in(schedule, 40) ? pick(schedule, THEME, THEMES) : choices[i].theme;
    }
    *ballot = (struct ballot_settings){.choices = choices,
                                       .choices_count = count,
                                       .budget = 3 + schedule_below(schedule, 4),
                                       .cap = schedule_below(schedule, 4),
                                       .result = one_in(schedule, 2) ? RESULT_HIDDEN : RESULT_OPEN,
                                       .cut = schedule_below(schedule, 3)};
    if (one_in(schedule, 6)) {
        ballot->pass_of = pick(schedule, ROUND + 5, 2);
    }
    return ballot;
}

static const struct scale_settings *make_scale(struct schedule *schedule) {
    struct scale_settings *scale = arena_allocate(&schedule->arena, sizeof *scale);
    unsigned count = 2 + schedule_below(schedule, 3), turn = schedule_below(schedule, count);
    struct statement *statements = arena_allocate_array(&schedule->arena, count, sizeof *statements);
    for (unsigned i = 0; i < count; i++) {
        unsigned which = (i + turn) % count;
        statements[i] =
            (struct statement){.id = make_id(STATEMENT + which),
                               .text = arena_format(&schedule->arena, "Vi gör %u tillsammans", which)};
    }
    *scale = (struct scale_settings){.statements = statements,
                                     .statements_count = count,
                                     .steps = one_in(schedule, 8) ? 4 : 5,
                                     .result = one_in(schedule, 2) ? RESULT_HIDDEN : RESULT_OPEN};
    return scale;
}

static enum round_form form_of(unsigned n) {
    return n == 8   ? ROUND_FORM_DIARY
           : n == 7 ? ROUND_FORM_SCALE
           : n >= 5 ? ROUND_FORM_BALLOT
                    : ROUND_FORM_NOTES;
}

/* The first rounds are of notes, then come two ballots, a scale and a diary; by default each of another make.
 */
/* Mostly one that fits: of its session, and the one that it has. */
static void choose_grouping(struct schedule *schedule, const struct process *process,
                            struct event_round_put *put) {
    const struct round *old = process_round(process, put->id);
    unsigned n = id_equal(put->session, make_id(SESSION)) ? 0 : 2;
    if (one_in(schedule, 3)) {
        put->visibility = VISIBILITY_GROUP;
    }
    if (put->visibility == VISIBILITY_GROUP && !one_in(schedule, 3)) {
        put->grouping = make_id(GROUPING + n + schedule_below(schedule, 2));
    }
    if (old && !one_in(schedule, 4)) {
        put->grouping = old->grouping;
        put->visibility = id_is_none(old->grouping) ? put->visibility : VISIBILITY_GROUP;
    }
    put->grouping = one_in(schedule, 20) ? make_id(GROUPING + n) : put->grouping;
}

static struct event put_round(struct schedule *schedule, const struct process *process, unsigned n) {
    struct event event = make(schedule, account(), EVENT_ROUND_PUT);
    struct event_round_put *put = &event.body.round_put;
    unsigned visibility = process ? schedule_below(schedule, 3) : n % 3;
    unsigned authorship = process ? schedule_below(schedule, 5) : n == 3 ? 2 : n == 4 ? 3 : 0;
    struct notes_settings *notes = arena_allocate(&schedule->arena, sizeof *notes);
    *notes = (struct notes_settings){.supports = !one_in(schedule, 4),
                                     .fields = one_in(schedule, 5) ? 2 : 0,
                                     .cap = one_in(schedule, 2) ? 1 + schedule_below(schedule, 5) : 0};
    *put = (struct event_round_put){
        .id = make_id(ROUND + n),
        .base = process && process_round(process, make_id(ROUND + n)) ? base_of(schedule, process) : 0,
        .session = make_id(SESSION + (n == 4 || n == 6)),
        .form = form_of(n),
        .question = STR("Vad är viktigast?"),
        .visibility = VISIBILITY_OWN + visibility,
        .authorship = authorship < 4 ? AUTHORSHIP_ANONYMOUS + authorship : AUTHORSHIP_ANONYMOUS,
        .scope = n == 1 || n == 2 ? make_id(ROUND + 1) : (struct id){{0}},
        .removed = process && one_in(schedule, 10),
        .homework = one_in(schedule, 4),
    };
    if (process && one_in(schedule, 3)) {
        const struct round *old = process_round(process, put->id);
        put->authorship = old ? old->authorship : put->authorship;
        put->visibility = old && one_in(schedule, 2) ? old->visibility : put->visibility;
        put->item = pick(schedule, ITEM, ITEMS);
        put->item = one_in(schedule, 2) ? put->item : (struct id){{0}};
    }
    if (process && one_in(schedule, 12)) {
        put->form = ROUND_FORM_NOTES + schedule_below(schedule, ROUND_FORM_END - ROUND_FORM_NOTES);
    }
    if (put->form == ROUND_FORM_BALLOT) {
        put->ballot = make_ballot(schedule);
    } else if (put->form == ROUND_FORM_SCALE) {
        put->scale = make_scale(schedule);
    } else if (put->form == ROUND_FORM_NOTES) {
        put->notes = notes;
        if (process) {
            choose_grouping(schedule, process, put);
        } else if (n == 3) {
            put->visibility = VISIBILITY_GROUP;
            put->grouping = make_id(GROUPING);
        }
    } else {
        put->visibility = VISIBILITY_OWN;
    }
    return event;
}

static struct event run_session(struct schedule *schedule) {
    struct event event = make(schedule, account(), EVENT_SESSION_RUN);
    event.body.session_run = (struct event_session_run){pick(schedule, SESSION, SESSIONS),
                                                        one_in(schedule, 4)   ? SESSION_STATE_ENDED
                                                        : one_in(schedule, 8) ? SESSION_STATE_PLANNED
                                                                              : SESSION_STATE_LIVE,
                                                        one_in(schedule, 2)};
    return event;
}

static struct event set_stage(struct schedule *schedule) {
    struct event event = make(schedule, account(), EVENT_SESSION_STAGE);
    event.body.session_stage = (struct event_session_stage){
        .id = pick(schedule, SESSION, SESSIONS),
        .screen = STAGE_SCREEN_ITEM + schedule_below(schedule, STAGE_SCREEN_END - STAGE_SCREEN_ITEM),
        .item = one_in(schedule, 3) ? pick(schedule, ITEM, ITEMS) : (struct id){{0}},
        .round = one_in(schedule, 2) ? pick(schedule, ROUND, ROUNDS) : (struct id){{0}},
        .note = one_in(schedule, 4) ? pick(schedule, NOTE, NOTES) : (struct id){{0}},
        .entries = ENTRY_FORM_QUESTION + schedule_below(schedule, 6),
        .picture = one_in(schedule, 4) ? pick(schedule, PICTURE, 6) : (struct id){{0}},
        .comparison = one_in(schedule, 4) ? pick(schedule, COMPARISON, COMPARISONS) : (struct id){{0}},
        .undone = one_in(schedule, 3),
    };
    return event;
}

static struct event put_entry(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_ENTRY_PUT);
    struct id id = pick(schedule, ENTRY, ENTRIES);
    event.body.entry_put = (struct event_entry_put){
        .id = id,
        .base = process_entry(process, id) ? base_of(schedule, process) : 0,
        .form = ENTRY_FORM_QUESTION + schedule_below(schedule, 6),
        .session = pick(schedule, SESSION, SESSIONS + 1),
        .text = arena_format(&schedule->arena, "Vem äger frågan %u?", schedule_below(schedule, 1000)),
        .state = ENTRY_STATE_OPEN + schedule_below(schedule, 5),
        .seat = one_in(schedule, 3) ? pick(schedule, SEAT, 3) : (struct id){{0}},
        .owner = one_in(schedule, 2) ? STR("Kim") : STR(""),
        .note = one_in(schedule, 4) ? pick(schedule, NOTE, NOTES) : (struct id){{0}},
        .removed = one_in(schedule, 4),
    };
    return event;
}

static struct event run_round(struct schedule *schedule, const struct process *process) {
    struct id round = pick(schedule, ROUND, ROUNDS);
    const struct round *known = process_round(process, round);
    struct event event = make(schedule, account(), EVENT_ROUND_OPEN);
    int64_t deadline = one_in(schedule, 3) ? 0 : schedule->at + schedule_below(schedule, 400);
    switch (schedule_below(schedule, 6)) {
    case 0:
        event.kind = EVENT_ROUND_DEADLINE;
        event.body.round_deadline = (struct event_round_deadline){round, deadline, one_in(schedule, 3)};
        break;
    case 1:
        event.kind = EVENT_ROUND_CLOSE;
        event.body.round_close =
            (struct event_round_close){.id = round, .grace = schedule_below(schedule, 3) * 50};
        break;
    case 2:
        event.kind = EVENT_ROUND_END;
        event.actor = server();
        event.body.round_end = (struct event_round_end){.id = round, .deadline = known ? known->deadline : 0};
        break;
    case 3:
        event.kind = EVENT_ROUND_REVEAL;
        event.body.round_reveal = (struct event_round_reveal){round, !one_in(schedule, 4)};
        break;
    default:
        event.body.round_open =
            (struct event_round_open){.id = round, .deadline = deadline, .undone = one_in(schedule, 6)};
    }
    return event;
}

static struct event mind_note(struct schedule *schedule) {
    struct event event = make(schedule, account(), EVENT_NOTE_HIDE);
    struct id note = pick(schedule, NOTE, NOTES);
    if (one_in(schedule, 2)) {
        event.body.note_hide = (struct event_note_hide){note, !one_in(schedule, 3), STR("inte om någon")};
    } else {
        event.kind = EVENT_NOTE_ADMIT;
        event.body.note_admit = (struct event_note_admit){note, !one_in(schedule, 4)};
    }
    return event;
}

static struct event put_list(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_WORDS_PUT);
    struct id *rounds = arena_allocate_array(&schedule->arena, 2, sizeof *rounds);
    struct id id = pick(schedule, LIST, LISTS);
    rounds[0] = pick(schedule, ROUND, ROUNDS);
    rounds[1] = pick(schedule, ROUND, ROUNDS);
    event.body.words_put = (struct event_words_put){
        .id = id,
        .base = process_word_list(process, id) ? base_of(schedule, process) : 0,
        .title = STR("Värdeord"),
        .rounds = rounds,
        .rounds_count = 1 + schedule_below(schedule, 2),
        .shown = !one_in(schedule, 3),
        .removed = one_in(schedule, 6),
    };
    return event;
}

static struct str pick_word(struct schedule *schedule) {
    static const char *const words[] = {"samverkan", "samverka", "trygghet", "trygg", "närhet"};
    return str_of(words[schedule_below(schedule, 5)]);
}

static struct event decide(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_WORD_MERGE);
    struct id list = pick(schedule, LIST, LISTS);
    struct str word = pick_word(schedule), other = one_in(schedule, 3) ? STR("") : pick_word(schedule);
    int64_t base = base_of(schedule, process);
    switch (schedule_below(schedule, 5)) {
    case 0:
        event.kind = EVENT_WORD_SPLIT;
        event.body.word_split = (struct event_word_split){list, base, word, !one_in(schedule, 3)};
        break;
    case 1:
        event.kind = EVENT_WORD_RENAME;
        event.body.word_rename = (struct event_word_rename){list, base, word, other};
        break;
    case 2:
        event.kind = EVENT_WORD_MARK;
        event.body.word_mark = (struct event_word_mark){
            list, base, word, WORD_MARK_DROPPED + schedule_below(schedule, 5), !one_in(schedule, 3)};
        break;
    case 3:
        event.kind = EVENT_FORM_PUT;
        event.actor = server();
        event.body.form_put = (struct event_form_put){LANGUAGE_SV, word, STR("samverka<vblex>")};
        break;
    default:
        event.body.word_merge = (struct event_word_merge){list, base, word, other};
    }
    return event;
}

/* ---- what participants do ---- */

static struct event join(struct schedule *schedule, unsigned n, unsigned session) {
    struct event event = make(schedule, server(), EVENT_PARTICIPANT_JOIN);
    event.body.participant_join =
        (struct event_participant_join){.id = make_id(PERSON + n),
                                        .session = make_id(SESSION + session),
                                        .token_hash = arena_format(&schedule->arena, "%064u", n)};
    if (one_in(schedule, 12)) { /* another's token */
        event.body.participant_join.token_hash =
            arena_format(&schedule->arena, "%064u", schedule_below(schedule, PEOPLE));
    }
    return event;
}

static struct event tell(struct schedule *schedule) {
    struct event event = make(schedule, person(schedule_below(schedule, PEOPLE)), EVENT_PARTICIPANT_PUT);
    if (one_in(schedule, 3)) {
        event.kind = EVENT_PARTICIPANT_CONSENT;
        event.body.participant_consent =
            (struct event_participant_consent){.rev = next_rev(schedule), .consent = one_in(schedule, 2)};
        return event;
    }
    event.body.participant_put = (struct event_participant_put){
        .rev = next_rev(schedule),
        .name = arena_format(&schedule->arena, "Namn %u", schedule_below(schedule, 1000)),
        .role = pick(schedule, ROLE, 3),
        .organisation = pick(schedule, ORGANISATION, 2),
        .table = pick(schedule, TABLE, 2),
    };
    if (one_in(schedule, 2)) {
        event.body.participant_put.role = make_id(ROLE);
    }
    return event;
}

static struct event write_note(struct schedule *schedule, const struct process *process) {
    struct id round = pick(schedule, ROUND, 5);
    unsigned n = schedule_below(schedule, PEOPLE);
    struct event event = make(schedule, actor_in(schedule, process, round, n), EVENT_NOTE_PUT);
    event.body.note_put = (struct event_note_put){
        .id = make_id(NOTE + (n * 4 + schedule_below(schedule, 5)) % NOTES),
        .round = round,
        .rev = next_rev(schedule),
        .text = pick_text(schedule),
        .group_size = one_in(schedule, 5) ? 3 : 0,
    };
    const struct note *note = process_note(process, event.body.note_put.id);
    if (note && !one_in(schedule, 4)) { /* most edits are one's own */
        event.actor = note->author;
        event.body.note_put.round = note->round->id;
    }
    process_complete(process, make_id(PERSON + n), schedule->at, &event);
    event.body.note_put.organisation_type =
        arena_copy(&schedule->arena, event.body.note_put.organisation_type);
    event.body.note_put.consents =
        keep_consents(schedule, event.body.note_put.consents, event.body.note_put.consents_count);
    return event;
}

static struct event remove_note(struct schedule *schedule, const struct process *process) {
    struct id id = pick(schedule, NOTE, NOTES);
    const struct note *note = process_note(process, id);
    struct event event = make(schedule, note ? note->author : person(0), EVENT_NOTE_REMOVE);
    event.body.note_remove = (struct event_note_remove){id, next_rev(schedule), !one_in(schedule, 3)};
    process_complete(process, make_id(PERSON), schedule->at, &event);
    return event;
}

static struct event vote(struct schedule *schedule, const struct process *process) {
    struct id round = pick(schedule, ROUND + 5, 2);
    unsigned n = schedule_below(schedule, PEOPLE);
    struct event event = make(schedule, actor_in(schedule, process, round, n), EVENT_VOTE_PUT);
    event.body.vote_put = (struct event_vote_put){.round = round,
                                                  .choice = pick(schedule, CHOICE, 5),
                                                  .rev = next_rev(schedule),
                                                  .votes = schedule_below(schedule, 4)};
    process_complete(process, make_id(PERSON + n), schedule->at, &event);
    event.body.vote_put.organisation_type =
        arena_copy(&schedule->arena, event.body.vote_put.organisation_type);
    event.body.vote_put.consents =
        keep_consents(schedule, event.body.vote_put.consents, event.body.vote_put.consents_count);
    return event;
}

static struct event make_any(struct schedule *schedule, const struct process *process) {
    unsigned die = schedule_below(schedule, 100);
    if (one_in(schedule, 4)) {
        return schedule_other(schedule, process);
    }
    if (one_in(schedule, 5)) {
        return schedule_themes(schedule, process);
    }
    if (one_in(schedule, 5)) {
        return schedule_people(schedule, process);
    }
    if (one_in(schedule, 6)) {
        return schedule_groups(schedule, process);
    }
    if (die < 36) {
        return write_note(schedule, process);
    }
    if (die < 54) {
        return vote(schedule, process);
    }
    if (die < 62) {
        return remove_note(schedule, process);
    }
    if (die < 68) {
        return mind_note(schedule);
    }
    if (die < 74) {
        return tell(schedule);
    }
    if (die < 77) {
        return join(schedule, schedule_below(schedule, PEOPLE), schedule_below(schedule, SESSIONS));
    }
    if (die < 86) {
        return run_round(schedule, process);
    }
    if (die < 90) {
        return put_round(schedule, process, schedule_below(schedule, ROUNDS));
    }
    if (die < 94) {
        return decide(schedule, process);
    }
    if (die < 95) {
        return put_entry(schedule, process);
    }
    switch (die) {
    case 95:
        return put_item(schedule, process);
    case 96:
        return put_list(schedule, process);
    case 97:
        return put_session(schedule, process, schedule_below(schedule, SESSIONS));
    case 98:
        return one_in(schedule, 3) ? run_session(schedule) : set_stage(schedule);
    default:
        return put_profile(schedule, process);
    }
}

bool schedule_opening(struct schedule *schedule, unsigned step, struct event *event) {
    if (step == 0) {
        *event = put_profile(schedule, NULL);
    } else if (step <= SESSIONS) {
        *event = put_session(schedule, NULL, step - 1);
    } else if (step <= 2 * SESSIONS) {
        *event = make(schedule, account(), EVENT_SESSION_RUN);
        event->body.session_run =
            (struct event_session_run){make_id(SESSION + step - SESSIONS - 1), SESSION_STATE_LIVE, false};
    } else if (step <= 2 * SESSIONS + GROUPINGS) {
        *event = schedule_grouping(schedule, NULL, step - 2 * SESSIONS - 1);
    } else if (step <= 2 * SESSIONS + GROUPINGS + ROUNDS) {
        *event = put_round(schedule, NULL, step - 2 * SESSIONS - GROUPINGS - 1);
    } else if (step <= 2 * SESSIONS + GROUPINGS + ROUNDS + PEOPLE) {
        *event = join(schedule, step - 2 * SESSIONS - GROUPINGS - ROUNDS - 1, 0);
    } else if (step == 2 * SESSIONS + GROUPINGS + ROUNDS + PEOPLE + 1) {
        *event = make(schedule, account(), EVENT_GROUPING_DEAL);
        event->body.grouping_deal = (struct event_grouping_deal){
            .id = make_id(GROUPING), .base = step, .method = DEAL_METHOD_BALANCED, .seed = STR("1")};
    } else {
        return false;
    }
    event->at = schedule->at++;
    return true;
}

struct event schedule_next(struct schedule *schedule, const struct process *process) {
    while (schedule->waiting_count < WAITING) {
        schedule->waiting[schedule->waiting_count++] = make_any(schedule, process);
    }
    schedule->at += schedule_below(schedule, 8);
    /* The newest mostly, so that some wait for long. */
    size_t which = one_in(schedule, 4) ? schedule_below(schedule, WAITING) : WAITING - 1;
    struct event event = schedule->waiting[which];
    schedule->waiting[which] = schedule->waiting[--schedule->waiting_count];
    event.at = event.at > 0 ? event.at : schedule->at;
    return event;
}
