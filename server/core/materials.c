/* What there is to read or look at: links, for the process, one session or one item of a programme. */
#include "base/memory.h"
#include "core/handler.h"
#include "core/sound.h"
#include "core/state.h"

/* What it belongs to stays so where that is removed later. */
static enum reason judge_place(const struct process *process, const struct material *old,
                               const struct event_material_put *put) {
    const struct item_entry *item = item_find(process, put->item);
    if (!session_may_be_named(process, put->session, old ? old->session : (struct id){{0}})) {
        return REASON_UNKNOWN_SESSION;
    }
    if (id_is_none(put->item)) {
        return REASON_ABSENT;
    }
    bool was_there = old && id_equal(old->item, put->item);
    if (!item || (item->item.removed && !was_there)) {
        return REASON_UNKNOWN_ITEM;
    }
    bool fits = id_is_none(put->session) || id_equal(put->session, item->item.session);
    return fits ? REASON_ABSENT : REASON_UNKNOWN_ITEM;
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_material_put *put = &event->body.material_put;
    const struct material *old = process_material(process, put->id);
    if (!old && thing_find(process, put->id)) {
        return REASON_ID_TAKEN;
    }
    if (base_is_stale(process, put->base, old ? old->changed : 0)) {
        return REASON_STALE;
    }
    if (!old && process->material_count >= PROCESS_MATERIALS) {
        return REASON_TOO_MANY;
    }
    if (str_is_empty(put->title)) {
        return REASON_EMPTY;
    }
    return link_is_sound(put->url, LINK_HTTP_TOO) ? judge_place(process, old, put) : REASON_BAD_FIELDS;
}

static struct material_entry *add_material(struct process *process, struct id id) {
    struct material_entry *entry = memory_allocate(sizeof *entry);
    process->materials = memory_grow(process->materials, &process->material_capacity,
                                     process->material_count + 1, sizeof(struct material *));
    process->materials[process->material_count++] = &entry->material;
    entry->material.id = id;
    tracked_init(&entry->tracked, &material_tracking, id);
    thing_add(process, &entry->tracked);
    return entry;
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_material_put *put = &event->body.material_put;
    struct material_entry *entry = material_find(process, put->id);
    if (!entry) {
        entry = add_material(process, put->id);
    }
    struct material *material = &entry->material;
    material->session = put->session;
    material->item = put->item;
    keep_str(&material->title, put->title);
    keep_str(&material->url, put->url);
    keep_str(&material->about, put->about);
    material->position = put->position;
    material->removed = put->removed;
    material->changed = event->seq;
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

const struct handler material_handlers[] = {
    {EVENT_MATERIAL_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

static const struct material *material_of(const struct tracked *tracked) {
    return &LIST_ENTRY(tracked, struct material_entry, tracked)->material;
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process;
    return material_of(tracked)->removed ? 0 : SEEN_BY_ALL;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct material *material = material_of(tracked);
    (void)process, (void)view, (void)arena;
    entity->body.material = (struct entity_material){
        .session = material->session,
        .item = material->item,
        .title = material->title,
        .url = material->url,
        .about = material->about,
        .position = material->position,
        .removed = material->removed,
    };
}

const struct tracked_kind material_tracking = {ENTITY_MATERIAL, seen_by, NULL, fill, NULL};

void materials_finish(struct process *process) {
    for (size_t i = 0; i < process->material_count; i++) {
        struct material_entry *entry = material_find(process, process->materials[i]->id);
        memory_free_str(&entry->material.title);
        memory_free_str(&entry->material.url);
        memory_free_str(&entry->material.about);
        memory_free(entry);
    }
    memory_free(process->materials);
}
