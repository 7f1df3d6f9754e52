/* What a participant means to do next: their own, and nobody else's to see until they share it. A text that
 * another took the place of, or that was removed, is due to be emptied at once: an undo brings its own. */
#include "base/memory.h"
#include "core/erasures.h"
#include "core/handler.h"
#include "core/rounds/note.h"
#include "core/state.h"

struct step_entry {
    struct step step;
    struct tracked tracked;
    struct participant_entry *person;
};

static struct step_entry *find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &step_tracking);
    return tracked ? LIST_ENTRY(tracked, struct step_entry, tracked) : NULL;
}

static bool is_full(const struct participant_entry *person, const struct step_entry *old, bool removed) {
    if (!old && person->steps_made >= PROCESS_STEPS_MADE) {
        return true;
    }
    bool one_more = !removed && (!old || old->step.removed);
    return one_more && person->steps >= PROCESS_STEPS;
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_step_put *put = &event->body.step_put;
    const struct step_entry *old = find(process, put->id);
    const struct participant_entry *person = participant_find(process, event->actor.id);
    if (!person) {
        return REASON_UNKNOWN_PARTICIPANT;
    }
    if (old ? old->person != person : thing_find(process, put->id) != NULL) {
        return REASON_ID_TAKEN;
    }
    if (put->rev < 1 || (old && put->rev <= old->step.rev)) {
        return REASON_STALE;
    }
    if (old && old->step.erased) {
        return REASON_REDACTED;
    }
    if (!session_may_be_named(process, put->session, old ? old->step.session : (struct id){{0}})) {
        return REASON_UNKNOWN_SESSION;
    }
    if (is_full(person, old, put->removed)) {
        return REASON_TOO_MANY;
    }
    enum reason reason = persons_judge_bytes(process, event, NULL);
    return reason == REASON_ABSENT && !event->redacted ? note_judge_text(put->text, 0) : reason;
}

static struct step_entry *add_step(struct process *process, const struct event *event) {
    struct step_entry *entry = memory_allocate(sizeof *entry);
    struct id id = event->body.step_put.id;
    process->steps = memory_grow(process->steps, &process->step_capacity, process->step_count + 1,
                                 sizeof(struct step_entry *));
    process->steps[process->step_count++] = entry;
    entry->step.id = id;
    entry->person = participant_find(process, event->actor.id);
    entry->person->steps++;
    entry->person->steps_made++;
    entry->step.person = &entry->person->participant;
    tracked_init(&entry->tracked, &step_tracking, id);
    thing_add(process, &entry->tracked);
    person_add_own(persons_get(&process->persons, event->actor), NULL, &entry->tracked);
    return entry;
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_step_put *put = &event->body.step_put;
    struct step_entry *entry = find(process, put->id);
    if (!entry) {
        entry = add_step(process, event);
    } else if (!entry->step.removed) {
        seqs_add(&process->stray, entry->step.text_seq);
    }
    if (put->removed) {
        seqs_add(&process->stray, event->seq);
    }
    struct step *step = &entry->step;
    entry->person->steps += step->removed - put->removed;
    keep_str(&step->text, event->redacted ? (struct str){0} : put->text);
    step->text_seq = event->seq;
    step->redacted = false; /* whatever event->redacted says: a redaction comes by its own event */
    step->rev = put->rev;
    step->session = put->session;
    step->until = put->until;
    step->done = put->done;
    step->shared = put->shared;
    step->removed = put->removed;
    persons_count_bytes(process, event, NULL);
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

const struct handler step_handlers[] = {
    {EVENT_STEP_PUT, BY_PARTICIPANT, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

static const struct step *step_of(const struct tracked *tracked) {
    return &LIST_ENTRY(tracked, struct step_entry, tracked)->step;
}

bool step_is_shared(const struct step *step) {
    return step->shared && !step->removed && !step->redacted;
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process;
    return step_is_shared(step_of(tracked)) ? SEEN_BY_ALL : 0;
}

static void fill_state(const struct step *step, struct arena *arena, struct entity_step *body) {
    char author[ACTOR_TEXT_SIZE];
    actor_format((struct actor){ACTOR_PARTICIPANT, step->person->id}, author);
    body->author = arena_copy(arena, str_of(author));
    body->redacted = step->redacted;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct step *step = step_of(tracked);
    struct entity_step *body = &entity->body.step;
    (void)process;
    *body = (struct entity_step){
        .session = step->session,
        .text = step->text,
        .until = step->until,
        .done = step->done,
        .shared = step->shared,
    };
    if (view == VIEW_OWN || view == VIEW_STATE) {
        body->rev = step->rev;
        body->removed = step->removed;
        body->erased = step->erased;
    }
    if (view == VIEW_STATE) {
        fill_state(step, arena, body);
    } else if (view != VIEW_OWN) {
        body->name = step->person->name;
    }
}

static void redact(struct process *process, struct tracked *tracked, int64_t seq) {
    struct step_entry *entry = LIST_ENTRY(tracked, struct step_entry, tracked);
    if (entry->step.text_seq == seq) {
        memory_free_str(&entry->step.text);
        entry->step.redacted = true;
        tracked_touch(process, tracked);
    }
}

const struct tracked_kind step_tracking = {ENTITY_STEP, seen_by, NULL, fill, redact};

struct erasable step_erasable(const struct tracked *tracked) {
    const struct step *step = step_of(tracked);
    return (struct erasable){
        .author = {ACTOR_PARTICIPANT, step->person->id}, .session = step->session, .erased = step->erased};
}

void step_erase(struct process *process, struct tracked *tracked) {
    struct step_entry *entry = LIST_ENTRY(tracked, struct step_entry, tracked);
    entry->person->steps -= !entry->step.removed;
    memory_free_str(&entry->step.text);
    entry->step.removed = entry->step.redacted = entry->step.erased = true;
    tracked_touch(process, tracked);
}

void steps_finish(struct process *process) {
    for (size_t i = 0; i < process->step_count; i++) {
        memory_free_str(&process->steps[i]->step.text);
        memory_free(process->steps[i]);
    }
    memory_free(process->steps);
}

const struct step *process_step(const struct process *process, struct id id) {
    const struct step_entry *entry = find(process, id);
    return entry ? &entry->step : NULL;
}

size_t process_step_count(const struct process *process) {
    return process->step_count;
}

const struct step *process_step_at(const struct process *process, size_t index) {
    return &process->steps[index]->step;
}
