#include "live/blobs.h"

#include <string.h>

#include "base/memory.h"
#include "core/model.h"
#include "live/append.h"
#include "live/chance.h"
#include "live/room.h"

enum { MILLISECOND = 1000, RETRY = 1000000 /* microseconds */, MOST = 200 /* at once: the schema's cap */ };

struct blob {
    struct list link;
    uint8_t sha256[BLOB_HASH];
    enum picture_type type; /* ABSENT: none of a picture */
    int64_t free_from; /* microseconds: since when nothing keeps it; 0: something does, or not looked yet */
    bool kept, erasing;
    bool at_once; /* its picture was erased: it waits for nothing */
};

void blobs_init(struct blobs *blobs, struct map_seed seed) {
    map_init(&blobs->by_hash, seed);
    list_init(&blobs->list);
    blobs->due = INT64_MAX;
}

static struct blob *blob_at(struct list *link) {
    return LIST_ENTRY(link, struct blob, link);
}

static void forget(struct blobs *blobs, struct blob *blob) {
    (void)map_remove(&blobs->by_hash, blob->sha256, BLOB_HASH);
    list_remove(&blob->link);
    memory_free(blob);
}

void blobs_finish(struct blobs *blobs) {
    struct list *link;
    while ((link = list_first(&blobs->list))) {
        forget(blobs, blob_at(link));
    }
    map_finish(&blobs->by_hash);
}

/* ---- names ---- */

static struct blob *find(const struct blobs *blobs, const uint8_t sha256[BLOB_HASH]) {
    return map_find(&blobs->by_hash, sha256, BLOB_HASH);
}

static struct blob *find_named(const struct blobs *blobs, struct str name) {
    uint8_t sha256[BLOB_HASH];
    return blob_hash_parse(name, sha256) ? find(blobs, sha256) : NULL;
}

static enum picture_type type_of(struct str media_type) {
    if (str_equal(media_type, STR("image/jpeg"))) {
        return PICTURE_TYPE_JPEG;
    }
    return str_equal(media_type, STR("image/png")) ? PICTURE_TYPE_PNG : PICTURE_TYPE_ABSENT;
}

/* ---- what there is ---- */

static struct blob *find_or_make(struct blobs *blobs, const uint8_t sha256[BLOB_HASH], struct str type) {
    struct blob *blob = find(blobs, sha256);
    if (!blob) {
        blob = memory_allocate(sizeof *blob);
        memcpy(blob->sha256, sha256, BLOB_HASH);
        blob->type = type_of(type);
        list_append(&blobs->list, &blob->link);
        (void)map_put(&blobs->by_hash, blob->sha256, BLOB_HASH, blob);
    }
    return blob;
}

static void take(void *context, const uint8_t sha256[BLOB_HASH], struct str type, int64_t size) {
    (void)size;
    (void)find_or_make(context, sha256, type);
}

enum status blobs_load(struct blobs *blobs, struct journal *journal, struct id process) {
    return journal_read_blobs(journal, process, take, blobs);
}

enum reason blobs_take_in(struct room *room, const uint8_t sha256[BLOB_HASH]) {
    struct blob *blob = find(&room->blobs, sha256);
    if (!blob) {
        return room->blobs.by_hash.count < BLOBS_MOST ? REASON_ABSENT : REASON_TOO_MANY;
    }
    blob->free_from = 0;
    blob->at_once = false;
    blobs_look(room);
    return blob->erasing ? REASON_NOT_STORED : REASON_ABSENT;
}

void blobs_add(struct room *room, const uint8_t sha256[BLOB_HASH], struct str type) {
    find_or_make(&room->blobs, sha256, type)->free_from = 0;
    blobs_look(room);
}

enum reason blobs_judge(const struct room *room, const struct event *event) {
    const struct event_picture_put *put = &event->body.picture_put;
    if (event->kind != EVENT_PICTURE_PUT || put->removed) {
        return REASON_ABSENT;
    }
    const struct blob *large = find_named(&room->blobs, put->blob),
                      *small = find_named(&room->blobs, put->small);
    bool stands = large && small && !large->erasing && !small->erasing && large->type == put->type;
    return stands ? REASON_ABSENT : REASON_UNKNOWN_BLOB;
}

/* ---- what is let go ---- */

void blobs_look(struct room *room) {
    room->blobs.due = live_monotonic(room->live);
    room_schedule(room);
}

static void hurry(struct blobs *blobs, struct str name) {
    struct blob *blob = find_named(blobs, name);
    if (blob) {
        blob->at_once = true;
    }
}

void blobs_hurry(struct room *room) {
    size_t count;
    const struct picture *const *pictures = process_pictures(room->process, &count);
    for (size_t i = 0; i < count; i++) {
        if (pictures[i]->erased) {
            hurry(&room->blobs, pictures[i]->blob);
            hurry(&room->blobs, pictures[i]->small);
        }
    }
    blobs_look(room);
}

int64_t blobs_due(const struct room *room) {
    return room->state == ROOM_LIVE ? room->blobs.due : INT64_MAX;
}

static void keep(struct blobs *blobs, struct str name) {
    struct blob *blob = find_named(blobs, name);
    if (blob) {
        blob->kept = true;
    }
}

static void mark_kept(struct room *room) {
    size_t count;
    const struct picture *const *pictures = process_pictures(room->process, &count);
    for (size_t i = 0; i < count; i++) {
        if (picture_keeps_blobs(room->process, pictures[i])) {
            keep(&room->blobs, pictures[i]->blob);
            keep(&room->blobs, pictures[i]->small);
        }
    }
    const void *cursor = NULL;
    const struct pending *pending;
    while ((pending = map_next(&room->pending, &cursor))) {
        if (pending->event.kind == EVENT_PICTURE_PUT) {
            keep(&room->blobs, pending->event.body.picture_put.blob);
            keep(&room->blobs, pending->event.body.picture_put.small);
        }
    }
}

/* Those whose time is over; when the next one's is, goes into due. */
static size_t find_due(struct room *room, struct blob **found) {
    struct blobs *blobs = &room->blobs;
    int64_t now = live_monotonic(room->live), grace = room->live->options.limits.file_grace * MILLISECOND;
    size_t count = 0;
    blobs->due = INT64_MAX;
    for (struct list *link = blobs->list.next; link != &blobs->list; link = link->next) {
        struct blob *blob = blob_at(link);
        blob->at_once = blob->at_once && !blob->kept;
        blob->free_from = blob->kept ? 0 : blob->free_from > 0 ? blob->free_from : now;
        blob->kept = false;
        if (blob->free_from == 0) {
            continue;
        }
        bool is_over = blob->at_once || now - blob->free_from >= grace;
        if (is_over && count < MOST) {
            found[count++] = blob;
        } else if (is_over || blob->free_from + grace < blobs->due) {
            blobs->due = is_over ? now : blob->free_from + grace;
        }
    }
    return count;
}

static void erase(struct room *room, struct blob **found, size_t count) {
    struct arena arena;
    arena_init(&arena);
    struct str *names = arena_allocate_array(&arena, count, sizeof *names);
    uint8_t(*hashes)[BLOB_HASH] = arena_allocate_array(&arena, count, sizeof *hashes);
    for (size_t i = 0; i < count; i++) {
        char name[2 * BLOB_HASH + 1];
        blob_hash_format(found[i]->sha256, name);
        names[i] = arena_copy(&arena, str_of(name));
        memcpy(hashes[i], found[i]->sha256, BLOB_HASH);
        found[i]->erasing = true;
    }
    union event_body body = {.redact = {.blobs = names, .blobs_count = count}};
    struct pending *pending = append_own(room, chance_id(room->live), EVENT_REDACT, &body, &arena);
    pending->append.erase_blobs = (const uint8_t(*)[BLOB_HASH])hashes;
    pending->append.erase_count = count;
    room->redacting = true;
    append_start(pending);
    arena_finish(&arena);
}

void blobs_sweep(struct room *room) {
    struct blob *found[MOST];
    int64_t now = live_monotonic(room->live);
    if (room->redacting || now < room->blobs.due) {
        return;
    }
    if (room->in_doubt) { /* what the journal has that the state does not know may name one */
        room->blobs.due = now + RETRY;
        return;
    }
    mark_kept(room);
    size_t count = find_due(room, found);
    if (count > 0) {
        erase(room, found, count);
    }
}

/* Where the outcome is not known it is tried again, and may be found not to be there any more. */
void blobs_erased(struct room *room, const struct journal_append *append) {
    bool tried = append->status != STATUS_UNKNOWN_OUTCOME && append->status != STATUS_CANCELLED;
    for (size_t i = 0; i < append->erase_count; i++) {
        struct blob *blob = find(&room->blobs, append->erase_blobs[i]);
        if (blob && tried) {
            forget(&room->blobs, blob);
        } else if (blob) {
            blob->erasing = false;
        }
    }
    if (append->erase_count > 0) {
        room->blobs.due = live_monotonic(room->live);
    }
}
