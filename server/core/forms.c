/* What the analyser knew of word forms. The first answer for a form stands; a later one, which a race may
 * bring, is kept behind it without effect: whether it is accepted must not hang on texts that may be emptied
 * between the two. */
#include <string.h>

#include "base/memory.h"
#include "core/handler.h"
#include "core/state.h"

enum { MOST_FORM_BYTES = 80 * 4 };

struct key {
    char bytes[1 + MOST_FORM_BYTES];
    size_t size;
};

static struct key make_key(enum language language, struct str form) {
    struct key key;
    key.bytes[0] = (char)language;
    memcpy(key.bytes + 1, form.data, form.size);
    key.size = 1 + form.size;
    return key;
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_form_put *put = &event->body.form_put;
    (void)process;
    if (put->language == LANGUAGE_ABSENT) {
        return REASON_WRONG_FORM;
    }
    bool fits = event->redacted || (!str_is_empty(put->form) && put->form.size <= MOST_FORM_BYTES);
    return fits ? REASON_ABSENT : REASON_EMPTY;
}

static struct form_entry *find_first(const struct process *process, enum language language, struct str form) {
    if (str_is_empty(form) || form.size > MOST_FORM_BYTES) {
        return NULL;
    }
    struct key key = make_key(language, form);
    return map_find(&process->forms_by_text, key.bytes, key.size);
}

/* The id is of no use to anybody but the digest, which orders by it. */
static struct id id_of_seq(int64_t seq) {
    struct id id = {{0}};
    for (size_t i = 0; i < 8; i++) {
        id.bytes[15 - i] = (uint8_t)(seq >> 8 * i);
    }
    return id;
}

static void put_last(struct process *process, struct form_entry *entry) {
    struct form_entry *first = find_first(process, entry->form.language, entry->form.form);
    if (!first) {
        struct key key = make_key(entry->form.language, entry->form.form);
        map_put(&process->forms_by_text, key.bytes, key.size, entry);
        return;
    }
    while (first->later) {
        first = first->later;
    }
    first->later = entry;
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_form_put *put = &event->body.form_put;
    struct form_entry *entry = memory_allocate(sizeof *entry);
    process->all_forms = memory_grow(process->all_forms, &process->all_form_capacity,
                                     process->all_form_count + 1, sizeof(struct form_entry *));
    process->all_forms[process->all_form_count++] = entry;
    process->forms =
        memory_resize_array(process->forms, process->all_form_capacity, sizeof(struct looked_up_form *));
    entry->seq = event->seq;
    entry->form.language = put->language;
    tracked_init(&entry->tracked, &form_tracking, id_of_seq(event->seq));
    if (!event->redacted) {
        entry->form.form = memory_copy_str(put->form);
        entry->form.analyses = memory_copy_str(put->analyses);
        put_last(process, entry);
        if (find_first(process, put->language, put->form) == entry) {
            process->forms[process->form_count++] = &entry->form;
        }
    }
    tracked_touch(process, &entry->tracked);
    word_lists_touch_all(process, put->language);
    return &entry->tracked;
}

const struct handler form_handlers[] = {
    {EVENT_FORM_PUT, BY_SERVER, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

const struct looked_up_form *process_form(const struct process *process, enum language language,
                                          struct str form) {
    const struct form_entry *entry = find_first(process, language, form);
    return entry ? &entry->form : NULL;
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process, (void)tracked;
    return 0;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct looked_up_form *form = &LIST_ENTRY(tracked, struct form_entry, tracked)->form;
    (void)process, (void)view, (void)arena;
    entity->body.form = (struct entity_form){form->language, form->form, form->analyses};
}

static void take_out(struct process *process, struct form_entry *entry) {
    struct form_entry *first = find_first(process, entry->form.language, entry->form.form);
    struct key key = make_key(entry->form.language, entry->form.form);
    if (first != entry) {
        while (first->later != entry) {
            first = first->later;
        }
        first->later = entry->later;
    } else if (entry->later) {
        map_put(&process->forms_by_text, key.bytes, key.size, entry->later);
    } else {
        map_remove(&process->forms_by_text, key.bytes, key.size);
    }
    entry->later = NULL;
}

void forms_relist(struct process *process) {
    process->form_count = 0;
    for (size_t i = 0; i < process->all_form_count; i++) {
        const struct looked_up_form *form = &process->all_forms[i]->form;
        if (process_form(process, form->language, form->form) == form) {
            process->forms[process->form_count++] = form;
        }
    }
}

static void redact(struct process *process, struct tracked *tracked, int64_t seq) {
    struct form_entry *entry = LIST_ENTRY(tracked, struct form_entry, tracked);
    (void)seq;
    if (!str_is_absent(entry->form.form)) {
        take_out(process, entry);
        memory_free_str(&entry->form.form);
        memory_free_str(&entry->form.analyses);
    }
    tracked_touch(process, &entry->tracked);
    word_lists_touch_all(process, entry->form.language);
}

const struct tracked_kind form_tracking = {ENTITY_FORM, seen_by, NULL, fill, redact};

size_t process_unused_forms(const struct process *process, process_form_used_fn *used, void *context,
                            int64_t *seqs, size_t capacity) {
    size_t count = 0;
    for (size_t i = 0; count < capacity && i < process->all_form_count; i++) {
        const struct form_entry *entry = process->all_forms[i];
        if (!str_is_absent(entry->form.form) && !used(context, entry->form.language, entry->form.form)) {
            seqs[count++] = entry->seq;
        }
    }
    return count;
}

void forms_finish(struct process *process) {
    for (size_t i = 0; i < process->all_form_count; i++) {
        memory_free_str(&process->all_forms[i]->form.form);
        memory_free_str(&process->all_forms[i]->form.analyses);
        memory_free(process->all_forms[i]);
    }
    memory_free(process->all_forms);
    memory_free(process->forms);
}
