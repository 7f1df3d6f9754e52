/* The diary: reflections, observations and actions that people write down over weeks and months. An entry is
 * its author's and the hosts'; the room sees no entry ever, but what they are about, over time, once many
 * have written (diary_pattern.c). */
#include "core/rounds/diary.h"

#include "base/memory.h"
#include "core/erasures.h"

struct diary *diary_of(const struct round_entry *round) {
    return round->data;
}

struct diary_entry *diary_find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &diary_tracking);
    return tracked ? LIST_ENTRY(tracked, struct diary_entry, tracked) : NULL;
}

bool diary_is_on_record(const struct diary_entry *entry) {
    return !entry->removed && !entry->redacted;
}

struct tracked *diary_changed(struct process *process, struct diary_entry *entry, bool was_on_record) {
    struct contribution *contribution = person_contribution_in(entry->person, entry->round);
    bool had = contribution->on_record > 0;
    contribution->on_record += diary_is_on_record(entry) - was_on_record;
    tracked_touch(process, &entry->tracked);
    tracked_touch(process, &diary_of(entry->round)->pattern);
    if (had != (contribution->on_record > 0)) {
        round_count_answered(process, entry->round, had ? -1 : 1);
    }
    return &entry->tracked;
}

/* ---- settings ---- */

/* Whoever reads a diary with an organisation's name on it reads a person's, where few are of one. */
static enum reason judge_settings(const struct process *process, const struct round_entry *old,
                                  const struct event_round_put *put) {
    (void)process, (void)old;
    bool fits = round_puts_only(put, ROUND_FORM_DIARY) && put->visibility == VISIBILITY_OWN &&
                put->authorship != AUTHORSHIP_ORGANISATION;
    return fits ? REASON_ABSENT : REASON_WRONG_FORM;
}

static void begin(struct process *process, struct round_entry *round) {
    struct diary *diary = memory_allocate(sizeof *diary);
    (void)process;
    diary->round = round;
    tracked_init(&diary->pattern, &diary_pattern_tracking, round->round.id);
    round->data = diary;
}

static void touch_pattern(struct process *process, struct round_entry *round) {
    tracked_touch(process, &diary_of(round)->pattern);
}

static void apply_settings(struct process *process, struct round_entry *round,
                           const struct event_round_put *put) {
    (void)put;
    touch_pattern(process, round);
}

static void sight_changed(struct process *process, struct round_entry *round) {
    struct diary *diary = diary_of(round);
    for (size_t i = 0; i < diary->count; i++) {
        tracked_touch(process, &diary->list[i]->tracked);
    }
    touch_pattern(process, round);
}

static struct subject subject(const struct process *process, const struct event *event) {
    if (event->kind == EVENT_DIARY_PUT) {
        return (struct subject){event->body.diary_put.round, event->body.diary_put.id};
    }
    struct id id = event->body.diary_answer.id;
    const struct diary_entry *entry = diary_find(process, id);
    return (struct subject){entry ? entry->round->round.id : (struct id){{0}}, id};
}

/* ---- texts that are due to be emptied ---- */

/* A diary is open for months: what another text took the place of, and what was removed or refused, goes at
 * once. An undo says the whole again. */
static void refused(struct process *process, const struct event *event, enum reason reason) {
    if (reason != REASON_EMPTY) {
        seqs_add(&process->stray, event->seq);
    }
}

/* What the organiser said to a removed entry comes back with it, for as long as that may be. */
static void due(const struct process *process, const struct round_entry *round, struct seqs *seqs) {
    const struct diary *diary = diary_of(round);
    for (size_t i = 0; i < diary->count; i++) {
        const struct diary_entry *entry = diary->list[i];
        if (!diary_is_on_record(entry) && entry->answer_seq > 0 &&
            !commands_at(&process->commands, entry->answer_seq)->redacted) {
            seqs_add(seqs, entry->answer_seq);
        }
    }
}

static void redact(struct process *process, struct tracked *tracked, int64_t seq) {
    struct diary_entry *entry = LIST_ENTRY(tracked, struct diary_entry, tracked);
    bool was_on_record = diary_is_on_record(entry);
    if (entry->text_seq == seq) {
        memory_free_str(&entry->text);
        memory_free_str(&entry->tags);
        entry->redacted = true;
    } else if (entry->answer_seq == seq) {
        memory_free_str(&entry->answer);
    } else {
        return;
    }
    diary_changed(process, entry, was_on_record);
}

struct erasable diary_erasable(const struct tracked *tracked) {
    const struct diary_entry *entry = LIST_ENTRY(tracked, struct diary_entry, tracked);
    return (struct erasable){.author = entry->person->actor,
                             .round = entry->round->round.id,
                             .session = entry->round->round.session,
                             .erased = entry->erased};
}

void diary_erase(struct process *process, struct tracked *tracked) {
    struct diary_entry *entry = LIST_ENTRY(tracked, struct diary_entry, tracked);
    bool was_on_record = diary_is_on_record(entry);
    memory_free_str(&entry->text);
    memory_free_str(&entry->tags);
    memory_free_str(&entry->answer);
    entry->removed = entry->redacted = entry->erased = true;
    diary_changed(process, entry, was_on_record);
}

/* ---- what only the server may say ---- */

/* Entries are never late: a diary is open for as long as it is kept. */
static bool complete(const struct process *process, const struct participant_entry *person, int64_t arrived,
                     struct event *event) {
    struct event_diary_put *put = &event->body.diary_put;
    enum reason reason;
    if (event->kind != EVENT_DIARY_PUT) {
        return false;
    }
    const struct round_entry *round = round_find_form(process, put->round, ROUND_FORM_DIARY, &reason);
    if (!round) {
        return false;
    }
    struct bearings bearings = round_bearings(process, round, person, NULL);
    put->consent = bearings.consent;
    put->consents = study_set_list(bearings.studies, &put->consents_count);
    put->role = bearings.role;
    put->organisation_type = bearings.organisation_type;
    return round_fixes_time(round, arrived, event);
}

static const struct handler handlers[] = {
    {EVENT_DIARY_PUT, BY_CONTRIBUTOR, diary_judge_put, diary_apply_put},
    {EVENT_DIARY_ANSWER, BY_HOST, diary_judge_answer, diary_apply_answer},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* ---- what is seen ---- */

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process;
    return diary_is_on_record(LIST_ENTRY(tracked, struct diary_entry, tracked)) ? SEEN_BY_HOST : 0;
}

static void fill_state(const struct diary_entry *entry, struct arena *arena, struct entity_diary *body) {
    body->author = actor_text(entry->person->actor, arena);
    body->consent = entry->consent;
    body->consents = study_set_list(entry->studies, &body->consents_count);
    body->role = entry->role;
    body->organisation_type = entry->organisation_type;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct diary_entry *entry = LIST_ENTRY(tracked, struct diary_entry, tracked);
    const struct round *round = &entry->round->round;
    struct entity_diary *body = &entity->body.diary;
    *body = (struct entity_diary){.round = round->id,
                                  .about = entry->about,
                                  .day = {entry->day, DAY_TEXT_LENGTH},
                                  .text = entry->text,
                                  .tags = entry->tags,
                                  .answer = entry->answer,
                                  .redacted = entry->redacted};
    if (round->authorship == AUTHORSHIP_NAMED) {
        const struct participant_entry *person = participant_find(process, entry->person->actor.id);
        body->name = person ? person->participant.name : (struct str){0};
    }
    if (view == VIEW_OWN || view == VIEW_STATE) {
        body->removed = entry->removed;
        body->erased = entry->erased;
        body->rev = entry->rev;
    }
    if (view == VIEW_STATE) {
        fill_state(entry, arena, body);
    }
}

const struct tracked_kind diary_tracking = {ENTITY_DIARY, seen_by, NULL, fill, redact};

static void finish(struct round_entry *round) {
    struct diary *diary = diary_of(round);
    for (size_t i = 0; i < diary->count; i++) {
        struct diary_entry *entry = diary->list[i];
        memory_free_str(&entry->text);
        memory_free_str(&entry->tags);
        memory_free_str(&entry->answer);
        memory_free_str(&entry->organisation_type);
        memory_free(entry);
    }
    tracked_forget(&diary->pattern);
    memory_free(diary->list);
    memory_free(diary);
    round->data = NULL;
}

const struct round_kind diary_round_kind = {
    .form = ROUND_FORM_DIARY,
    .reveals = true,
    .judge_settings = judge_settings,
    .begin = begin,
    .apply_settings = apply_settings,
    .sight_changed = sight_changed,
    .state_changed = touch_pattern,
    .due = due,
    .refused = refused,
    .subject = subject,
    .complete = complete,
    .end = NULL,
    .finish = finish,
    .handlers = handlers,
};

/* ---- for records ---- */

const struct diary_page *process_diary(const struct process *process, const struct round *round,
                                       struct arena *arena, size_t *count) {
    const struct round_entry *found = round_find(process, round->id);
    const struct diary *diary = found && found->kind == &diary_round_kind ? diary_of(found) : NULL;
    struct diary_page *pages = arena_allocate_array(arena, diary ? diary->count : 0, sizeof *pages);
    *count = 0;
    for (size_t i = 0; diary && i < diary->count; i++) {
        const struct diary_entry *entry = diary->list[i];
        if (diary_is_on_record(entry)) {
            pages[(*count)++] = (struct diary_page){.id = entry->id,
                                                    .author = entry->person->actor,
                                                    .round = &found->round,
                                                    .about = entry->about,
                                                    .day = {entry->day, DAY_TEXT_LENGTH},
                                                    .text = entry->text,
                                                    .tags = entry->tags,
                                                    .answer = entry->answer,
                                                    .consent = entry->consent,
                                                    .studies = entry->studies,
                                                    .role = entry->role,
                                                    .organisation_type = entry->organisation_type};
        }
    }
    return pages;
}
