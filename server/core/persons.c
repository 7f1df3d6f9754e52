#include "core/persons.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "core/groupings.h"
#include "core/state.h"

enum { KEY_SIZE = 17 };

static void make_key(struct actor actor, uint8_t key[KEY_SIZE]) {
    key[0] = (uint8_t)actor.kind;
    memcpy(key + 1, actor.id.bytes, sizeof actor.id.bytes);
}

void persons_init(struct persons *persons, struct map_seed seed) {
    map_init(&persons->by_actor, seed);
}

void persons_finish(struct persons *persons) {
    const void *cursor = NULL;
    struct person *person;
    while ((person = map_next(&persons->by_actor, &cursor))) {
        memory_free(person->contributions);
        memory_free(person->usages);
        memory_free(person->own);
        memory_free(person);
    }
    map_finish(&persons->by_actor);
}

struct person *persons_find(const struct persons *persons, struct actor actor) {
    uint8_t key[KEY_SIZE];
    make_key(actor, key);
    return map_find(&persons->by_actor, key, sizeof key);
}

struct person *persons_get(struct persons *persons, struct actor actor) {
    struct person *person = persons_find(persons, actor);
    if (!person) {
        uint8_t key[KEY_SIZE];
        make_key(actor, key);
        person = memory_allocate(sizeof *person);
        person->actor = actor;
        map_put(&persons->by_actor, key, sizeof key, person);
    }
    return person;
}

struct contribution person_contribution(const struct person *person, const struct round_entry *round) {
    for (size_t i = 0; person && i < person->contribution_count; i++) {
        if (person->contributions[i].round == round) {
            return person->contributions[i];
        }
    }
    return (struct contribution){0};
}

struct usage person_usage(const struct person *person, const struct session_entry *session) {
    for (size_t i = 0; person && i < person->usage_count; i++) {
        if (person->usages[i].session == session) {
            return person->usages[i];
        }
    }
    return (struct usage){0};
}

struct contribution *person_contribution_in(struct person *person, struct round_entry *round) {
    for (size_t i = 0; i < person->contribution_count; i++) {
        if (person->contributions[i].round == round) {
            return &person->contributions[i];
        }
    }
    person->contributions = memory_grow(person->contributions, &person->contribution_capacity,
                                        person->contribution_count + 1, sizeof *person->contributions);
    struct contribution *contribution = &person->contributions[person->contribution_count++];
    *contribution = (struct contribution){.round = round};
    return contribution;
}

struct usage *person_usage_in(struct person *person, const struct session_entry *session) {
    for (size_t i = 0; i < person->usage_count; i++) {
        if (person->usages[i].session == session) {
            return &person->usages[i];
        }
    }
    person->usages =
        memory_grow(person->usages, &person->usage_capacity, person->usage_count + 1, sizeof *person->usages);
    struct usage *usage = &person->usages[person->usage_count++];
    *usage = (struct usage){.session = session};
    return usage;
}

void person_add_own(struct person *person, struct round_entry *round, struct tracked *tracked) {
    person->own = memory_grow(person->own, &person->own_capacity, person->own_count + 1, sizeof *person->own);
    person->own[person->own_count++] = (struct own_thing){tracked, round};
}

struct tracked *person_own_in(const struct person *person, const struct round_entry *round,
                              const struct tracked_kind *kind) {
    for (size_t i = 0; person && i < person->own_count; i++) {
        if (person->own[i].round == round && person->own[i].tracked->kind == kind) {
            return person->own[i].tracked;
        }
    }
    return NULL;
}

/* The size is what the body was when it was stored: emptying texts later must not make room for what was
 * refused. */
enum reason persons_judge_bytes(const struct process *process, const struct event *event,
                                const struct session_entry *session) {
    struct usage usage = person_usage(persons_find(&process->persons, event->actor), session);
    return usage.bytes + event->size > PROCESS_BYTES_PER_SESSION ? REASON_TOO_MANY_BYTES : REASON_ABSENT;
}

struct person *persons_count_bytes(struct process *process, const struct event *event,
                                   const struct session_entry *session) {
    struct person *person = persons_get(&process->persons, event->actor);
    person_usage_in(person, session)->bytes += event->size;
    return person;
}

/* ---- what is one's own ---- */

static int compare_entities(const void *left, const void *right) {
    const struct entity *a = left, *b = right;
    return a->kind != b->kind ? (a->kind > b->kind) - (a->kind < b->kind) : id_compare(a->id, b->id);
}

/* There is room for all that there are. */
static size_t fill_field_notes(const struct process *process, struct id observer, struct arena *arena,
                               struct entity *entities) {
    size_t count = 0;
    for (size_t i = 0; i < process->field_note_count; i++) {
        const struct tracked *tracked = field_note_own(process, i, observer);
        if (tracked) {
            tracked_fill(process, tracked, VIEW_OWN, arena, &entities[count++]);
        }
    }
    return count;
}

void process_own(const struct process *process, const struct actor *actors, size_t actor_count,
                 struct arena *arena, process_entity_fn *each, void *context) {
    size_t count = 0, capacity = 0;
    struct entity *entities = NULL;
    for (size_t i = 0; i < actor_count; i++) {
        if (actors[i].kind == ACTOR_ACCOUNT) {
            entities = memory_grow(entities, &capacity, count + process->field_note_count, sizeof *entities);
            count += fill_field_notes(process, actors[i].id, arena, entities + count);
            continue;
        }
        const struct participant_entry *participant =
            actors[i].kind == ACTOR_PARTICIPANT ? participant_find(process, actors[i].id) : NULL;
        const struct person *person = persons_find(&process->persons, actors[i]);
        size_t own_count = person ? person->own_count : 0;
        size_t places = participant ? participant->placing_count : 0;
        entities = memory_grow(entities, &capacity, count + own_count + places + 1, sizeof *entities);
        if (participant) {
            tracked_fill(process, &participant->tracked, VIEW_OWN, arena, &entities[count++]);
        }
        for (size_t j = 0; j < places; j++) {
            tracked_fill(process, &participant->placings[j]->tracked, VIEW_OWN, arena, &entities[count++]);
        }
        for (size_t j = 0; j < own_count; j++) {
            tracked_fill(process, person->own[j].tracked, VIEW_OWN, arena, &entities[count++]);
        }
    }
    if (count > 0) {
        qsort(entities, count, sizeof *entities, compare_entities);
    }
    for (size_t i = 0; i < count; i++) {
        each(context, &entities[i]);
    }
    memory_free(entities);
}
