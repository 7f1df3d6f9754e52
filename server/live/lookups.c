/* A form goes: queued (once) → looked up on a worker, many at a time → form.put appended. What is lost on the
 * way, by a crash or a write that failed, is found missing by lookups_begin. */
#include "live/lookups.h"

#include "base/memory.h"
#include "core/model.h"
#include "live/append.h"
#include "live/chance.h"
#include "live/forms_used.h"
#include "live/room.h"

enum {
    BATCH = 200,
    ANALYSES = 2000,     /* bytes: the schema's cap */
    MOST_QUEUED = 50000, /* what comes beyond is found missing later */
    LOOK_AGAIN = 5000000 /* microseconds */
};

struct lookup {
    struct list link;
    struct id process;
    enum language language;
    struct str form;
    struct buffer analyses;
    struct str key;
};

struct lookups {
    struct live *live;
    struct map known; /* by key: queued or under way */
    struct list queue;
    struct list batch; /* the worker's, while running */
    bool running;
    struct job job;
};

static void start(struct lookups *lookups);

static void free_lookup(struct lookups *lookups, struct lookup *lookup) {
    list_remove(&lookup->link);
    (void)map_remove(&lookups->known, lookup->key.data, lookup->key.size);
    buffer_finish(&lookup->analyses);
    memory_free_str(&lookup->form);
    memory_free_str(&lookup->key);
    memory_free(lookup);
}

static void look_up(struct job *job) {
    struct lookups *lookups = LIST_ENTRY(job, struct lookups, job);
    const struct live_options *options = &lookups->live->options;
    for (struct list *link = lookups->batch.next; link != &lookups->batch; link = link->next) {
        struct lookup *lookup = LIST_ENTRY(link, struct lookup, link);
        options->look_up(options->context, forms_language(lookup->language), lookup->form, &lookup->analyses);
    }
}

/* Whole analyses only. */
static struct str cut(struct str analyses) {
    while (analyses.size > ANALYSES) {
        analyses.size--;
        while (analyses.size > 0 && analyses.data[analyses.size] != '|') {
            analyses.size--;
        }
    }
    return analyses;
}

static void store(struct lookups *lookups, const struct lookup *lookup) {
    struct room *room = room_find(lookups->live, lookup->process);
    if (!room || room->state != ROOM_LIVE || process_form(room->process, lookup->language, lookup->form)) {
        return;
    }
    struct arena arena;
    arena_init(&arena);
    union event_body body = {
        .form_put = {.language = lookup->language,
                     .form = arena_copy(&arena, lookup->form),
                     .analyses = arena_copy(&arena, cut(buffer_str(&lookup->analyses)))}};
    append_start(append_own(room, chance_id(lookups->live), EVENT_FORM_PUT, &body, &arena));
    arena_finish(&arena);
}

static void finish(struct job *job) {
    struct lookups *lookups = LIST_ENTRY(job, struct lookups, job);
    struct list *link;
    while ((link = list_first(&lookups->batch))) {
        struct lookup *lookup = LIST_ENTRY(link, struct lookup, link);
        store(lookups, lookup);
        free_lookup(lookups, lookup);
    }
    lookups->running = false;
    start(lookups);
}

static void start(struct lookups *lookups) {
    struct list *link;
    if (lookups->live->stopping) {
        return; /* a start finds what is missing */
    }
    for (int i = 0; !lookups->running && i < BATCH && (link = list_first(&lookups->queue)); i++) {
        list_remove(link);
        list_append(&lookups->batch, link);
    }
    if (!lookups->running && !list_is_empty(&lookups->batch)) {
        lookups->running = true;
        lookups->job = (struct job){.run = look_up, .done = finish};
        workers_start(lookups->live->options.workers, &lookups->job);
    }
}

static struct str key_of(const struct room *room, enum language language, struct str form) {
    struct buffer key;
    buffer_init(&key);
    buffer_append(&key, room->id.bytes, sizeof room->id.bytes);
    buffer_append_byte(&key, (char)language);
    buffer_append_str(&key, form);
    return buffer_take(&key);
}

static void queue_form(struct lookups *lookups, struct room *room, enum language language, struct str form) {
    if (process_form(room->process, language, form)) {
        return;
    }
    if (lookups->known.count >= MOST_QUEUED) {
        room->lookups_due = true;
        room->lookups_from = live_monotonic(lookups->live) + LOOK_AGAIN;
        return;
    }
    struct str key = key_of(room, language, form);
    if (map_find(&lookups->known, key.data, key.size)) {
        memory_free_str(&key);
        return;
    }
    struct lookup *lookup = memory_allocate(sizeof *lookup);
    lookup->process = room->id;
    lookup->language = language;
    lookup->form = memory_copy_str(form);
    buffer_init(&lookup->analyses);
    lookup->key = key;
    list_append(&lookups->queue, &lookup->link);
    (void)map_put(&lookups->known, key.data, key.size, lookup);
}

static void queue_text(struct room *room, struct str text) {
    const struct profile *profile = process_profile(room->process);
    if (!profile || str_is_empty(text)) {
        return;
    }
    struct arena arena;
    arena_init(&arena);
    struct str *forms;
    size_t count = words_forms_of(forms_language(profile->language), text, &arena, &forms);
    for (size_t i = 0; i < count; i++) {
        queue_form(room->live->lookups, room, profile->language, forms[i]);
    }
    arena_finish(&arena);
}

void lookups_of_event(struct room *room, const struct event *event) {
    if (!room->live->lookups) {
        return;
    }
    if (event->kind == EVENT_NOTE_PUT) {
        queue_text(room, event->body.note_put.text);
    } else if (event->kind == EVENT_NOTE_ENTER) {
        queue_text(room, event->body.note_enter.text);
    } else if (event->kind == EVENT_ROUND_PUT && event->body.round_put.form == ROUND_FORM_NOTES) {
        queue_text(room, event->body.round_put.question);
    }
    start(room->live->lookups);
}

void lookups_begin(struct room *room) {
    room->lookups_due = false;
    if (!room->live->lookups) {
        return;
    }
    size_t count;
    const struct round *const *rounds = process_rounds(room->process, &count);
    for (size_t i = 0; i < count; i++) {
        if (rounds[i]->form != ROUND_FORM_NOTES) {
            continue;
        }
        queue_text(room, rounds[i]->question);
        size_t note_count;
        const struct note *const *notes = process_notes(room->process, rounds[i], &note_count);
        for (size_t j = 0; j < note_count; j++) {
            queue_text(room, notes[j]->text);
        }
    }
    start(room->live->lookups);
}

struct lookups *lookups_create(struct live *live) {
    struct lookups *lookups = memory_allocate(sizeof *lookups);
    lookups->live = live;
    map_init(&lookups->known, live->seed);
    list_init(&lookups->queue);
    list_init(&lookups->batch);
    return lookups;
}

void lookups_destroy(struct lookups *lookups) {
    if (!lookups) {
        return;
    }
    struct list *link;
    while ((link = list_first(&lookups->queue)) || (link = list_first(&lookups->batch))) {
        free_lookup(lookups, LIST_ENTRY(link, struct lookup, link));
    }
    map_finish(&lookups->known);
    memory_free(lookups);
}
