/* Erasing for good. The fold lets go of the texts at once and remembers that something was erased, never
 * what; the events that the texts are of are due to be emptied from then on, in all versions, so that who
 * comes back after a crash goes on with what is left (redactions.c). Nothing that is decided here hangs on a
 * text. */
#include "core/erasures.h"

#include "base/memory.h"
#include "core/rounds/blank.h"
#include "core/rounds/diary.h"
#include "core/rounds/note.h"
#include "core/state.h"

struct erasure_entry {
    struct erasure erasure;
    struct tracked tracked;
};

static const struct {
    const struct tracked_kind *kind;
    enum erased_kind what;
    struct erasable (*tell)(const struct tracked *tracked);
    void (*erase)(struct process *process, struct tracked *tracked);
} rows[] = {
    {&note_tracking, ERASED_KIND_NOTE, note_erasable, note_erase},
    {&diary_tracking, ERASED_KIND_DIARY, diary_erasable, diary_erase},
    {&step_tracking, ERASED_KIND_STEP, step_erasable, step_erase},
    {&entry_tracking, ERASED_KIND_ENTRY, entry_erasable, entry_erase},
    {&picture_tracking, ERASED_KIND_PICTURE, picture_erasable, picture_erase},
};

enum { ROWS = sizeof rows / sizeof *rows };

static size_t find_row(const struct tracked *tracked) {
    size_t row = 0;
    while (row < ROWS && !(tracked && tracked->kind == rows[row].kind)) {
        row++;
    }
    return row;
}

bool erasable_of(const struct tracked *tracked, struct erasable *erasable) {
    size_t row = find_row(tracked);
    if (row < ROWS) {
        *erasable = rows[row].tell(tracked);
    }
    return row < ROWS;
}

/* ---- who erases ---- */

struct subject erasure_subject(const struct process *process, struct id thing) {
    const struct tracked *tracked = thing_find(process, thing);
    struct erasable erasable;
    if (!tracked) {
        return (struct subject){.thing = thing}; /* it may be on its way */
    }
    bool is_of_round =
        erasable_of(tracked, &erasable) && erasable.author.kind != 0 && !id_is_none(erasable.round);
    return is_of_round ? (struct subject){erasable.round, thing} : (struct subject){0};
}

/* When somebody erases what they wrote anonymously is not to be told by the time of it. */
bool erasure_complete(const struct process *process, struct event *event) {
    struct subject subject = erasure_subject(process, event->body.contribution_erase.thing);
    const struct round *round = process_round(process, subject.round);
    if (!round || round->authorship != AUTHORSHIP_ANONYMOUS || round->opened == 0) {
        return false;
    }
    event->at = round->opened;
    return true;
}

/* ---- one thing ---- */

static bool is_by_host(const struct event *event) {
    return (BY_HOST & 1u << event->actor.kind) != 0;
}

static enum reason judge_words(const struct event_contribution_erase *erase, bool by_host) {
    if (by_host) {
        bool says_why = !text_is_blank(erase->reason) && !text_is_blank(erase->decision);
        return says_why ? REASON_ABSENT : REASON_EMPTY;
    }
    bool says_nothing =
        str_is_empty(erase->reason) && str_is_empty(erase->decision) && str_is_empty(erase->reference);
    return says_nothing ? REASON_ABSENT : REASON_WRONG_FORM;
}

static enum reason judge_erase(const struct process *process, const struct event *event) {
    const struct event_contribution_erase *erase = &event->body.contribution_erase;
    const struct tracked *tracked = thing_find(process, erase->thing);
    bool by_host = is_by_host(event);
    struct erasable erasable;
    if (!erasable_of(tracked, &erasable) || (by_host && !tracked_was_seen_by_hosts(tracked))) {
        return REASON_UNKNOWN_THING;
    }
    if (!by_host && !actor_equal(erasable.author, event->actor)) {
        return REASON_NOT_YOURS;
    }
    if (erasable.erased) {
        return REASON_REDACTED;
    }
    return thing_is_held(process, erase->thing, &erasable) ? REASON_HELD : judge_words(erase, by_host);
}

static struct erasure_entry *add_erasure(struct process *process, const struct tracked *tracked,
                                         const struct event *event) {
    struct erasure_entry *entry = memory_allocate(sizeof *entry);
    struct erasable erasable = rows[find_row(tracked)].tell(tracked);
    process->erasures = memory_grow(process->erasures, &process->erasure_capacity, process->erasure_count + 1,
                                    sizeof(struct erasure_entry *));
    process->erasures[process->erasure_count++] = entry;
    entry->erasure = (struct erasure){
        .thing = tracked->id,
        .what = rows[find_row(tracked)].what,
        .session = erasable.session,
        .round = erasable.round,
        .by_author = !is_by_host(event),
        .told = tracked_was_seen_by_hosts(tracked),
        .at = event->actor.kind == ACTOR_AUTHOR ? 0 : event->at,
    };
    tracked_init(&entry->tracked, &erasure_tracking, tracked->id);
    tracked_touch(process, &entry->tracked);
    return entry;
}

static struct erasure_entry *erase(struct process *process, struct tracked *tracked,
                                   const struct event *event) {
    struct erasure_entry *entry = add_erasure(process, tracked, event);
    rows[find_row(tracked)].erase(process, tracked);
    return entry;
}

static bool bears_text(enum event_kind kind) {
    switch (kind) {
    case EVENT_NOTE_PUT:
    case EVENT_NOTE_ENTER:
    case EVENT_NOTE_HIDE:
    case EVENT_DIARY_PUT:
    case EVENT_DIARY_ANSWER:
    case EVENT_STEP_PUT:
    case EVENT_ENTRY_PUT:
    case EVENT_PICTURE_PUT:
        return true;
    default:
        return false;
    }
}

/* All versions of all that is erased: one pass, however many things one event erases. */
static void find_texts(struct process *process) {
    struct erasable erasable;
    for (size_t i = 0; i < process->commands.count; i++) {
        const struct command *command = &process->commands.list[i];
        if (!command->redacted && bears_text((enum event_kind)command->event_kind) &&
            erasable_of(command->about, &erasable) && erasable.erased) {
            seqs_add(&process->stray, (int64_t)i + 1);
        }
    }
}

/* An author is answered with what is theirs, a host with what is left to be told. */
static struct tracked *apply_erase(struct process *process, const struct event *event) {
    const struct event_contribution_erase *put = &event->body.contribution_erase;
    struct tracked *tracked = thing_find(process, put->thing);
    struct erasure_entry *entry = erase(process, tracked, event);
    keep_str(&entry->erasure.reason, put->reason);
    keep_str(&entry->erasure.decision, put->decision);
    keep_str(&entry->erasure.reference, put->reference);
    find_texts(process);
    return is_by_host(event) ? &entry->tracked : tracked;
}

/* ---- all that somebody wrote as themself ---- */

/* Whether it is one that can be erased, and has not been. */
static bool stands(const struct tracked *tracked) {
    struct erasable erasable;
    return erasable_of(tracked, &erasable) && !erasable.erased;
}

static enum reason judge_erase_all(const struct process *process, const struct event *event) {
    const struct person *person = persons_find(&process->persons, event->actor);
    struct erasable erasable;
    if (!participant_find(process, event->actor.id)) {
        return REASON_UNKNOWN_PARTICIPANT;
    }
    for (size_t i = 0; person && i < person->own_count; i++) {
        const struct tracked *tracked = person->own[i].tracked;
        if (stands(tracked) && erasable_of(tracked, &erasable) &&
            thing_is_held(process, tracked->id, &erasable)) {
            return REASON_HELD;
        }
    }
    return REASON_ABSENT;
}

static struct tracked *apply_erase_all(struct process *process, const struct event *event) {
    const struct person *person = persons_find(&process->persons, event->actor);
    for (size_t i = 0; person && i < person->own_count; i++) {
        if (stands(person->own[i].tracked)) {
            (void)erase(process, person->own[i].tracked, event);
        }
    }
    find_texts(process);
    return &participant_find(process, event->actor.id)->tracked;
}

const struct handler erasure_handlers[] = {
    {EVENT_CONTRIBUTION_ERASE, BY_HOST | BY_CONTRIBUTOR, judge_erase, apply_erase},
    {EVENT_PARTICIPANT_ERASE, BY_PARTICIPANT, judge_erase_all, apply_erase_all},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* ---- what is told of it ---- */

static const struct erasure *erasure_of(const struct tracked *tracked) {
    return &LIST_ENTRY(tracked, struct erasure_entry, tracked)->erasure;
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process;
    return erasure_of(tracked)->told ? SEEN_BY_HOST : 0;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct erasure *erasure = erasure_of(tracked);
    (void)process, (void)view, (void)arena;
    entity->body.erasure = (struct entity_erasure){
        .what = erasure->what,
        .session = erasure->session,
        .round = erasure->round,
        .by_author = erasure->by_author,
        .at = erasure->at,
        .reason = erasure->reason,
        .decision = erasure->decision,
        .reference = erasure->reference,
    };
}

const struct tracked_kind erasure_tracking = {ENTITY_ERASURE, seen_by, NULL, fill, NULL};

size_t process_erasure_count(const struct process *process) {
    return process->erasure_count;
}

const struct erasure *process_erasure_at(const struct process *process, size_t index) {
    return &process->erasures[index]->erasure;
}

void erasures_finish(struct process *process) {
    for (size_t i = 0; i < process->erasure_count; i++) {
        struct erasure *erasure = &process->erasures[i]->erasure;
        memory_free_str(&erasure->reason);
        memory_free_str(&erasure->decision);
        memory_free_str(&erasure->reference);
        memory_free(process->erasures[i]);
    }
    memory_free(process->erasures);
}
