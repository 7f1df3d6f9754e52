/* Pictures of what was drawn, or written on paper, in a session. The fold knows their blobs by name only:
 * that these are stored is seen to before a picture comes here, and when they are erased follows from what
 * picture_keeps_blobs says. A picture keeps its bytes, so that whoever has them has them for good: another
 * photograph is another picture. A picture is put whole; a caption that was superseded, removed or refused is
 * due to be emptied at once. */
#include "base/memory.h"
#include "core/erasures.h"
#include "core/handler.h"
#include "core/rounds/round_kind.h"
#include "core/state.h"

/* What it belongs to stays so where that is removed later. */
static enum reason judge_item(const struct process *process, const struct picture *old,
                              const struct event_picture_put *put) {
    const struct item_entry *item = item_find(process, put->item);
    if (id_is_none(put->item) || (old && id_equal(old->item, put->item))) {
        return REASON_ABSENT;
    }
    bool stands = item && !item->item.removed && id_equal(item->item.session, put->session);
    return stands ? REASON_ABSENT : REASON_UNKNOWN_ITEM;
}

static enum reason judge_round(const struct process *process, const struct picture *old,
                               const struct event_picture_put *put) {
    const struct round_entry *round = round_find(process, put->round);
    if (id_is_none(put->round) || (old && id_equal(old->round, put->round))) {
        return REASON_ABSENT;
    }
    if (!round || round->round.removed || !id_equal(round->round.session, put->session)) {
        return REASON_UNKNOWN_ROUND;
    }
    return round->kind->reveals ? REASON_ABSENT : REASON_WRONG_FORM; /* others have no answers to be shown */
}

static enum reason judge_group(const struct process *process, const struct picture *old,
                               const struct event_picture_put *put) {
    const struct session *session = &session_find(process, put->session)->session;
    const struct round_entry *round = round_find(process, put->round);
    bool stays = old && id_equal(old->group, put->group) && id_equal(old->round, put->round);
    if (id_is_none(put->group) || stays) {
        return REASON_ABSENT;
    }
    return round ? round_judge_group(process, round, put->group)
           : named_has(session->tables, session->table_count, put->group) ? REASON_ABSENT
                                                                          : REASON_UNKNOWN_TABLE;
}

static bool has_the_bytes(const struct picture *picture, const struct event_picture_put *put) {
    return id_equal(picture->session, put->session) && str_equal(picture->blob, put->blob) &&
           str_equal(picture->small, put->small) && picture->type == put->type &&
           picture->width == put->width && picture->height == put->height;
}

static enum reason judge_count(const struct process *process, const struct picture *old,
                               const struct event_picture_put *put) {
    bool comes_to_stand = !put->removed && (!old || old->removed);
    bool is_full = (comes_to_stand && process->pictures_standing >= PROCESS_PICTURES) ||
                   (!old && process->picture_count >= PROCESS_PICTURES_MADE);
    return is_full ? REASON_TOO_MANY : REASON_ABSENT;
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_picture_put *put = &event->body.picture_put;
    const struct picture *old = process_picture(process, put->id);
    enum reason reason;
    if (!old && thing_find(process, put->id)) {
        return REASON_ID_TAKEN;
    }
    if (!session_find(process, put->session)) {
        return REASON_UNKNOWN_SESSION;
    }
    if (old && !has_the_bytes(old, put)) {
        return REASON_ID_TAKEN;
    }
    if (base_is_stale(process, put->base, old ? old->changed : 0)) {
        return REASON_STALE;
    }
    if (old && old->erased) {
        return REASON_REDACTED;
    }
    if ((reason = judge_count(process, old, put)) != REASON_ABSENT ||
        (reason = judge_item(process, old, put)) != REASON_ABSENT ||
        (reason = judge_round(process, old, put)) != REASON_ABSENT) {
        return reason;
    }
    return judge_group(process, old, put);
}

static struct picture_entry *add_picture(struct process *process, const struct event *event) {
    const struct event_picture_put *put = &event->body.picture_put;
    struct picture_entry *entry = memory_allocate(sizeof *entry);
    process->pictures = memory_grow(process->pictures, &process->picture_capacity, process->picture_count + 1,
                                    sizeof(struct picture *));
    process->pictures[process->picture_count++] = &entry->picture;
    process->pictures_standing++;
    entry->picture.id = put->id;
    entry->picture.session = put->session;
    keep_str(&entry->picture.blob, put->blob);
    keep_str(&entry->picture.small, put->small);
    entry->picture.type = put->type;
    entry->picture.width = put->width;
    entry->picture.height = put->height;
    entry->picture.at = event->at;
    tracked_init(&entry->tracked, &picture_tracking, put->id);
    thing_add(process, &entry->tracked);
    return entry;
}

/* What a removed one says is due already. */
static void note_captions(struct process *process, const struct picture *picture, const struct event *event) {
    if (!picture->removed && !str_is_empty(picture->caption)) {
        seqs_add(&process->stray, picture->caption_seq);
    }
    if (event->body.picture_put.removed && !str_is_empty(event->body.picture_put.caption)) {
        seqs_add(&process->stray, event->seq);
    }
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_picture_put *put = &event->body.picture_put;
    struct picture_entry *entry = picture_find(process, put->id);
    if (!entry) {
        entry = add_picture(process, event);
    }
    struct picture *picture = &entry->picture;
    note_captions(process, picture, event);
    process->pictures_standing += !put->removed;
    process->pictures_standing -= !picture->removed;
    keep_str(&picture->caption, put->caption);
    picture->caption_seq = event->seq;
    picture->item = put->item;
    picture->round = put->round;
    picture->group = put->group;
    picture->drawn = put->drawn;
    picture->position = put->position;
    picture->removed = put->removed;
    picture->changed = event->seq;
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

const struct handler picture_handlers[] = {
    {EVENT_PICTURE_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* ---- who sees it ---- */

static const struct picture *picture_of(const struct tracked *tracked) {
    return &LIST_ENTRY(tracked, struct picture_entry, tracked)->picture;
}

bool picture_is_visible_to_all(const struct process *process, const struct picture *picture) {
    const struct round *round = process_round(process, picture->round);
    bool round_shows = !round || (round->opened > 0 && !round->removed && round_is_open_to_all(round));
    return !picture->removed && round_shows;
}

bool picture_keeps_blobs(const struct process *process, const struct picture *picture) {
    const struct session *session = process_session(process, picture->session);
    bool may_be_undone = session && session->state == SESSION_STATE_LIVE && !picture->erased;
    return !picture->removed || may_be_undone;
}

/* Its own group, or table, sees what its round's answers of that group are. */
static bool is_with_group(const struct process *process, const struct picture *picture) {
    const struct round *round = process_round(process, picture->round);
    return round && round->opened > 0 && !round->removed && round->visibility == VISIBILITY_GROUP &&
           !id_is_none(picture->group);
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    const struct picture *picture = picture_of(tracked);
    if (picture->removed) {
        return 0;
    }
    return (picture_is_visible_to_all(process, picture) ? SEEN_BY_ALL : SEEN_BY_HOST) |
           (is_with_group(process, picture) ? SEEN_BY_GROUP : 0u);
}

static struct place place(const struct tracked *tracked) {
    return (struct place){.session = picture_of(tracked)->session, .group = picture_of(tracked)->group};
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct picture *picture = picture_of(tracked);
    (void)process, (void)arena;
    entity->body.picture = (struct entity_picture){
        .session = picture->session,
        .item = picture->item,
        .round = picture->round,
        .group = picture->group,
        .type = picture->type,
        .width = picture->width,
        .height = picture->height,
        .caption = picture->caption,
        .drawn = picture->drawn,
        .position = picture->position,
        .at = picture->at,
        .removed = picture->removed,
    };
    if (view == VIEW_HOST || view == VIEW_STATE) {
        entity->body.picture.blob = picture->blob;
        entity->body.picture.small = picture->small;
    }
}

static void redact(struct process *process, struct tracked *tracked, int64_t seq) {
    struct picture *picture = &LIST_ENTRY(tracked, struct picture_entry, tracked)->picture;
    if (picture->caption_seq == seq) {
        memory_free_str(&picture->caption);
        tracked_touch(process, tracked);
    }
}

const struct tracked_kind picture_tracking = {ENTITY_PICTURE, seen_by, place, fill, redact};

struct erasable picture_erasable(const struct tracked *tracked) {
    const struct picture *picture = picture_of(tracked);
    return (struct erasable){.session = picture->session, .round = picture->round, .erased = picture->erased};
}

void picture_erase(struct process *process, struct tracked *tracked) {
    struct picture *picture = &LIST_ENTRY(tracked, struct picture_entry, tracked)->picture;
    process->pictures_standing -= !picture->removed;
    memory_free_str(&picture->caption);
    picture->removed = picture->erased = true;
    tracked_touch(process, tracked);
}

void pictures_touch_round(struct process *process, struct id round) {
    for (size_t i = 0; i < process->picture_count; i++) {
        if (id_equal(process->pictures[i]->round, round)) {
            tracked_touch(process, &picture_find(process, process->pictures[i]->id)->tracked);
        }
    }
}

void pictures_finish(struct process *process) {
    for (size_t i = 0; i < process->picture_count; i++) {
        struct picture_entry *entry = picture_find(process, process->pictures[i]->id);
        memory_free_str(&entry->picture.blob);
        memory_free_str(&entry->picture.small);
        memory_free_str(&entry->picture.caption);
        memory_free(entry);
    }
    memory_free(process->pictures);
}
