#include "core/state.h"

#include <string.h>

#include "base/memory.h"

struct session_entry *session_entry_of(const struct session *session) {
    return (struct session_entry *)(uintptr_t)session;
}

struct participant_entry *participant_entry_of(const struct participant *participant) {
    return (struct participant_entry *)(uintptr_t)participant;
}

struct session_entry *session_find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &session_tracking);
    struct session_entry *entry = tracked ? LIST_ENTRY(tracked, struct session_entry, tracked) : NULL;
    return entry && !entry->session.removed ? entry : NULL;
}

bool session_may_be_named(const struct process *process, struct id id, struct id before) {
    return id_is_none(id) || id_equal(id, before) || session_find(process, id);
}

bool session_has_answers(const struct process *process, struct id session) {
    for (size_t i = 0; i < process->all_round_count; i++) {
        const struct round *round = &process->all_rounds[i]->round;
        if (round->contributions > 0 && (id_is_none(session) || id_equal(round->session, session))) {
            return true;
        }
    }
    return false;
}

bool process_is_used(const struct process *process) {
    return process->participant_count > 0 || session_has_answers(process, (struct id){{0}});
}

struct item_entry *item_find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &item_tracking);
    return tracked ? LIST_ENTRY(tracked, struct item_entry, tracked) : NULL;
}

struct entry_entry *entry_find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &entry_tracking);
    return tracked ? LIST_ENTRY(tracked, struct entry_entry, tracked) : NULL;
}

struct material_entry *material_find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &material_tracking);
    return tracked ? LIST_ENTRY(tracked, struct material_entry, tracked) : NULL;
}

struct round_entry *round_find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &round_tracking);
    return tracked ? LIST_ENTRY(tracked, struct round_entry, tracked) : NULL;
}

struct picture_entry *picture_find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &picture_tracking);
    return tracked ? LIST_ENTRY(tracked, struct picture_entry, tracked) : NULL;
}

struct participant_entry *participant_find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &participant_tracking);
    return tracked ? LIST_ENTRY(tracked, struct participant_entry, tracked) : NULL;
}

struct word_list_entry *word_list_find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &word_list_tracking);
    return tracked ? LIST_ENTRY(tracked, struct word_list_entry, tracked) : NULL;
}

const struct organisation *organisation_find(const struct profile *profile, struct id id) {
    for (size_t i = 0; i < profile->organisations_count; i++) {
        if (id_equal(profile->organisations[i].id, id)) {
            return &profile->organisations[i];
        }
    }
    return NULL;
}

const struct session *process_session(const struct process *process, struct id id) {
    struct session_entry *entry = session_find(process, id);
    return entry ? &entry->session : NULL;
}

const struct item *process_item(const struct process *process, struct id id) {
    struct item_entry *entry = item_find(process, id);
    return entry ? &entry->item : NULL;
}

const struct round *process_round(const struct process *process, struct id id) {
    struct round_entry *entry = round_find(process, id);
    return entry ? &entry->round : NULL;
}

const struct entry *process_entry(const struct process *process, struct id id) {
    struct entry_entry *entry = entry_find(process, id);
    return entry ? &entry->entry : NULL;
}

const struct material *process_material(const struct process *process, struct id id) {
    struct material_entry *entry = material_find(process, id);
    return entry ? &entry->material : NULL;
}

const struct picture *process_picture(const struct process *process, struct id id) {
    struct picture_entry *entry = picture_find(process, id);
    return entry ? &entry->picture : NULL;
}

const struct participant *process_participant(const struct process *process, struct id id) {
    struct participant_entry *entry = participant_find(process, id);
    return entry ? &entry->participant : NULL;
}

const struct word_list *process_word_list(const struct process *process, struct id id) {
    struct word_list_entry *entry = word_list_find(process, id);
    return entry ? &entry->list : NULL;
}

const struct session *const *process_sessions(const struct process *process, size_t *count) {
    *count = process->session_count;
    return process->sessions;
}

const struct item *const *process_items(const struct process *process, size_t *count) {
    *count = process->item_count;
    return process->items;
}

const struct round *const *process_rounds(const struct process *process, size_t *count) {
    *count = process->round_count;
    return process->rounds;
}

const struct entry *const *process_entries(const struct process *process, size_t *count) {
    *count = process->entry_count;
    return process->entries;
}

const struct material *const *process_materials(const struct process *process, size_t *count) {
    *count = process->material_count;
    return process->materials;
}

const struct picture *const *process_pictures(const struct process *process, size_t *count) {
    *count = process->picture_count;
    return process->pictures;
}

const struct participant *const *process_participants(const struct process *process, size_t *count) {
    *count = process->participant_count;
    return process->participants;
}

const struct word_list *const *process_word_lists(const struct process *process, size_t *count) {
    *count = process->list_count;
    return process->lists;
}

const struct looked_up_form *const *process_forms(const struct process *process, size_t *count) {
    *count = process->form_count;
    return process->forms;
}

/* Who saw the thing after it was last put may put it, also where its entity has another seq by then because
 * somebody joined or answered. */
bool base_is_stale(const struct process *process, int64_t base, int64_t changed) {
    return changed == 0 ? base != 0 : base < changed || base > process->head;
}

void keep_str(struct str *kept, struct str text) {
    struct str copy = memory_copy_str(text);
    memory_free_str(kept);
    *kept = copy;
}

bool named_has(const struct named *named, size_t count, struct id id) {
    for (size_t i = 0; i < count; i++) {
        if (id_equal(named[i].id, id)) {
            return true;
        }
    }
    return false;
}

struct named *named_copy(const struct named *named, size_t count) {
    struct named *copy = memory_allocate(count * sizeof *copy);
    for (size_t i = 0; i < count; i++) {
        copy[i] = (struct named){named[i].id, memory_copy_str(named[i].name)};
    }
    return copy;
}

void named_free(const struct named *named, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct str name = named[i].name;
        memory_free_str(&name);
    }
    memory_free((void *)(uintptr_t)named);
}

bool named_is_sound(const struct named *named, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (id_is_none(named[i].id) || named_has(named, i, named[i].id)) {
            return false;
        }
    }
    return true;
}

bool named_keeps_used(const struct process *process, const struct named *old, size_t old_count,
                      const struct named *named, size_t count) {
    for (size_t i = 0; i < old_count; i++) {
        bool used = map_find(&process->used, old[i].id.bytes, sizeof old[i].id.bytes) != NULL;
        if (used && !named_has(named, count, old[i].id)) {
            return false;
        }
    }
    return true;
}

void process_mark_used(struct process *process, struct id id) {
    if (!id_is_none(id)) {
        map_put(&process->used, id.bytes, sizeof id.bytes, process);
    }
}
