/* Studies that ask people whether what they say may be used. What people say yes to is a text, and each text
 * has a number of its own: the version. Until anybody has joined the process nobody can have read it, so it
 * can be written and mended as version 1; from then on another text is another version, and one that was
 * there before (an undo) has its number again, with the answers that were given to it. */
#include "core/studies.h"

#include "base/memory.h"
#include "core/handler.h"

struct study_entry *study_find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &study_tracking);
    return tracked ? LIST_ENTRY(tracked, struct study_entry, tracked) : NULL;
}

struct study_entry *study_entry_of(const struct study *study) {
    return (struct study_entry *)(uintptr_t)study;
}

/* Its number; 0: it is a new one. */
static int64_t find_version(const struct study_entry *entry, struct str text) {
    for (size_t i = 0; i < entry->version_count; i++) {
        if (str_equal(entry->versions[i], text)) {
            return (int64_t)i + 1;
        }
    }
    return 0;
}

static bool may_have_been_read(const struct process *process) {
    return process->participant_count > 0;
}

/* The version that the study will have. */
static int64_t version_of(const struct process *process, const struct study_entry *old, struct str text) {
    int64_t found = old ? find_version(old, text) : 0;
    if (!old || found > 0) {
        return old ? found : 1;
    }
    return (int64_t)old->version_count + may_have_been_read(process);
}

static size_t count_standing(const struct process *process) {
    size_t count = 0;
    for (size_t i = 0; i < process->study_count; i++) {
        count += !process->studies[i]->removed;
    }
    return count;
}

static bool are_too_many(const struct process *process, const struct study_entry *old,
                         const struct event_study_put *put) {
    bool one_more = !put->removed && (!old || old->study.removed);
    return (!old && process->study_count >= PROCESS_STUDIES_MADE) ||
           (one_more && count_standing(process) >= PROCESS_STUDIES);
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_study_put *put = &event->body.study_put;
    const struct study_entry *old = study_find(process, put->id);
    if (!old && thing_find(process, put->id)) {
        return REASON_ID_TAKEN;
    }
    if (base_is_stale(process, put->base, old ? old->study.changed : 0)) {
        return REASON_STALE;
    }
    if (str_is_empty(put->title) || str_is_empty(put->text)) {
        return REASON_EMPTY;
    }
    int64_t version = version_of(process, old, put->text);
    if (are_too_many(process, old, put) || version > PROCESS_STUDY_VERSIONS) {
        return REASON_TOO_MANY;
    }
    if (old && put->removed && old->answered > 0) {
        return REASON_HAS_ANSWERS;
    }
    return put->from_version <= version ? REASON_ABSENT : REASON_WRONG_FORM;
}

static struct study_entry *add_study(struct process *process, struct id id) {
    struct study_entry *entry = memory_allocate(sizeof *entry);
    process->studies = memory_grow(process->studies, &process->study_capacity, process->study_count + 1,
                                   sizeof(struct study *));
    process->studies[process->study_count++] = &entry->study;
    entry->study.id = id;
    tracked_init(&entry->tracked, &study_tracking, id);
    thing_add(process, &entry->tracked);
    return entry;
}

static void set_text(const struct process *process, struct study_entry *entry, struct str text) {
    int64_t version = version_of(process, entry->version_count > 0 ? entry : NULL, text);
    if ((size_t)version > entry->version_count) {
        entry->versions =
            memory_grow(entry->versions, &entry->version_capacity, (size_t)version, sizeof *entry->versions);
        entry->versions[entry->version_count++] = (struct str){0};
    }
    keep_str(&entry->versions[version - 1], text);
    entry->study.version = version;
    entry->study.text = entry->versions[version - 1];
}

/* Names of people go from the journal as soon as others take their place. */
static void set_names(struct process *process, struct study_entry *entry, const struct event *event) {
    const struct event_study_put *put = &event->body.study_put;
    if (entry->names_seq > 0 && !entry->study.removed) {
        seqs_add(&process->stray, entry->names_seq);
    }
    if (put->removed) {
        seqs_add(&process->stray, event->seq);
    }
    keep_str(&entry->study.investigator, put->investigator);
    keep_str(&entry->study.contact, put->contact);
    entry->names_seq = event->seq;
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_study_put *put = &event->body.study_put;
    struct study_entry *entry = study_find(process, put->id);
    if (!entry) {
        entry = add_study(process, put->id);
    }
    struct study *study = &entry->study;
    set_text(process, entry, put->text);
    set_names(process, entry, event);
    keep_str(&study->title, put->title);
    keep_str(&study->organisation, put->organisation);
    keep_str(&study->review, put->review);
    keep_str(&study->hash, put->hash);
    study->from_version = put->from_version;
    study->closed = put->closed;
    study->removed = put->removed;
    study->changed = event->seq;
    consents_follow_studies(process);
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

const struct handler study_handlers[] = {
    {EVENT_STUDY_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

static struct study_entry *entry_of(const struct tracked *tracked) {
    return LIST_ENTRY(tracked, struct study_entry, tracked);
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process;
    return entry_of(tracked)->study.removed ? 0 : SEEN_BY_ALL;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct study *study = &entry_of(tracked)->study;
    (void)process, (void)view, (void)arena;
    entity->body.study = (struct entity_study){
        .title = study->title,
        .organisation = study->organisation,
        .investigator = study->investigator,
        .contact = study->contact,
        .review = study->review,
        .text = study->text,
        .hash = study->hash,
        .version = study->version,
        .from_version = study->from_version,
        .closed = study->closed,
        .removed = study->removed,
    };
}

static void redact(struct process *process, struct tracked *tracked, int64_t seq) {
    struct study_entry *entry = entry_of(tracked);
    if (entry->names_seq == seq) {
        memory_free_str(&entry->study.investigator);
        memory_free_str(&entry->study.contact);
        tracked_touch(process, tracked);
    }
}

const struct tracked_kind study_tracking = {ENTITY_STUDY, seen_by, NULL, fill, redact};

static void free_study(struct study_entry *entry) {
    for (size_t i = 0; i < entry->version_count; i++) {
        memory_free_str(&entry->versions[i]);
    }
    memory_free(entry->versions);
    memory_free_str(&entry->study.title);
    memory_free_str(&entry->study.organisation);
    memory_free_str(&entry->study.investigator);
    memory_free_str(&entry->study.contact);
    memory_free_str(&entry->study.review);
    memory_free_str(&entry->study.hash);
    memory_free(entry);
}

void studies_finish(struct process *process) {
    for (size_t i = 0; i < process->study_count; i++) {
        free_study(study_entry_of(process->studies[i]));
    }
    memory_free(process->studies);
}

const struct study *process_study(const struct process *process, struct id id) {
    const struct study_entry *entry = study_find(process, id);
    return entry ? &entry->study : NULL;
}

const struct study *const *process_studies(const struct process *process, size_t *count) {
    *count = process->study_count;
    return process->studies;
}

int64_t study_version_count(const struct study *study) {
    return (int64_t)study_entry_of(study)->version_count;
}

struct str study_text_of(const struct study *study, int64_t version) {
    return study_entry_of(study)->versions[version - 1];
}
