/* Support for somebody else's note, such as a question to who lectures. How many support a note stands with
 * it; who they are is nobody's to see. */
#include "base/memory.h"
#include "core/rounds/note.h"

struct support {
    struct note_entry *note;
    int64_t rev;
    bool on;
};

/* What one person supports in one round. */
struct supporter {
    struct tracked tracked;
    struct round_entry *round;
    struct actor author;
    struct support *list; /* in the order of the first command about each */
    size_t count, capacity;
};

static const struct tracked_kind supports_tracking;

static struct supporter *find_supporter(const struct process *process, const struct round_entry *round,
                                        struct actor actor) {
    struct tracked *tracked =
        person_own_in(persons_find(&process->persons, actor), round, &supports_tracking);
    return tracked ? LIST_ENTRY(tracked, struct supporter, tracked) : NULL;
}

static struct support *find_support(const struct supporter *supporter, const struct note_entry *note) {
    for (size_t i = 0; supporter && i < supporter->count; i++) {
        if (supporter->list[i].note == note) {
            return &supporter->list[i];
        }
    }
    return NULL;
}

static enum reason judge_note(const struct note *note, const struct event *event) {
    if (!note->round->notes.supports) {
        return REASON_WRONG_FORM;
    }
    if (actor_equal(note->author, event->actor)) {
        return REASON_DENIED;
    }
    if (note->removed) {
        return REASON_REMOVED;
    }
    return note_is_visible_to_all(note) ? round_judge_time(note->round, event->at) : REASON_HIDDEN;
}

enum reason support_judge(const struct process *process, const struct event *event) {
    const struct event_note_support *put = &event->body.note_support;
    const struct note_entry *note = note_find(process, put->note);
    enum reason reason;
    if (!note) {
        return REASON_UNKNOWN_NOTE;
    }
    if ((reason = round_judge_contributor(process, note->round, event)) != REASON_ABSENT ||
        (reason = judge_note(&note->note, event)) != REASON_ABSENT) {
        return reason;
    }
    const struct support *support = find_support(find_supporter(process, note->round, event->actor), note);
    if (put->rev <= (support ? support->rev : 0)) {
        return REASON_STALE;
    }
    const struct person *person = persons_find(&process->persons, event->actor);
    if (!support && person_usage(person, note->round->session).supports >= PROCESS_NOTES_PER_SESSION) {
        return REASON_TOO_MANY;
    }
    return persons_judge_bytes(process, event, note->round->session);
}

static struct supporter *add_supporter(struct process *process, struct round_entry *round,
                                       struct actor actor) {
    struct notes *notes = notes_in(round);
    struct supporter *supporter = memory_allocate(sizeof *supporter);
    notes->supporters = memory_grow(notes->supporters, &notes->supporter_capacity, notes->supporter_count + 1,
                                    sizeof(struct supporter *));
    notes->supporters[notes->supporter_count++] = supporter;
    supporter->round = round;
    supporter->author = actor;
    tracked_init(&supporter->tracked, &supports_tracking, round_id_of_person(&round->round, actor));
    person_add_own(persons_get(&process->persons, actor), round, &supporter->tracked);
    return supporter;
}

static struct support *add_support(struct process *process, struct supporter *supporter,
                                   struct note_entry *note) {
    supporter->list =
        memory_grow(supporter->list, &supporter->capacity, supporter->count + 1, sizeof *supporter->list);
    supporter->list[supporter->count] = (struct support){.note = note};
    struct person *person = persons_get(&process->persons, supporter->author);
    person_usage_in(person, supporter->round->session)->supports++;
    return &supporter->list[supporter->count++];
}

/* In no order that anything hangs on. */
static void note_supporter_changed(struct note_entry *note, struct person *person, bool on) {
    if (on) {
        note->supporters = memory_grow(note->supporters, &note->supporter_capacity, note->supporter_count + 1,
                                       sizeof(struct person *));
        note->supporters[note->supporter_count++] = person;
    }
    for (size_t i = 0; !on && i < note->supporter_count; i++) {
        if (note->supporters[i] == person) {
            note->supporters[i] = note->supporters[--note->supporter_count];
        }
    }
    note->note.supports = (int64_t)note->supporter_count;
}

struct tracked *support_apply(struct process *process, const struct event *event) {
    const struct event_note_support *put = &event->body.note_support;
    struct note_entry *note = note_find(process, put->note);
    struct supporter *supporter = find_supporter(process, note->round, event->actor);
    if (!supporter) {
        supporter = add_supporter(process, note->round, event->actor);
    }
    struct support *support = find_support(supporter, note);
    if (!support) {
        support = add_support(process, supporter, note);
    }
    if (put->on != support->on) {
        struct person *person = persons_get(&process->persons, event->actor);
        note_supporter_changed(note, person, put->on);
        sortings_count_vote(process, note, person, put->on ? 1 : -1);
    }
    support->on = put->on;
    support->rev = put->rev;
    persons_count_bytes(process, event, note->round->session);
    tracked_touch(process, &supporter->tracked);
    tracked_touch(process, &note->tracked);
    return &supporter->tracked;
}

/* ---- what is seen ---- */

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process, (void)tracked;
    return 0;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct supporter *supporter = LIST_ENTRY(tracked, struct supporter, tracked);
    struct id *notes = arena_allocate_array(arena, supporter->count, sizeof *notes);
    struct entity_supports *body = &entity->body.supports;
    (void)process;
    *body = (struct entity_supports){.notes = notes};
    for (size_t i = 0; i < supporter->count; i++) {
        const struct support *support = &supporter->list[i];
        if (support->on) {
            notes[body->notes_count++] = support->note->note.id;
        }
        body->rev = support->rev > body->rev ? support->rev : body->rev;
    }
    if (view != VIEW_STATE) {
        entity->id = supporter->round->round.id;
        return;
    }
    body->round = supporter->round->round.id;
    body->author = actor_text(supporter->author, arena);
}

static const struct tracked_kind supports_tracking = {ENTITY_SUPPORTS, seen_by, NULL, fill, NULL};

void supporters_finish(struct notes *notes) {
    for (size_t i = 0; i < notes->supporter_count; i++) {
        memory_free(notes->supporters[i]->list);
        memory_free(notes->supporters[i]);
    }
    memory_free(notes->supporters);
}
