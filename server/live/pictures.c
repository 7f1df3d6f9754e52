/* What HTTP asks about pictures: who may upload, where files are kept, who may fetch which. */
#include <string.h>

#include "access/secret.h"
#include "base/memory.h"
#include "core/model.h"
#include "live/blobs.h"
#include "live/client.h"
#include "live/registry.h"
#include "live/room.h"
#include "live/ticket.h"
#include "live/view.h"

/* ---- uploading ---- */

/* Whether the process is in memory, where the files that it has are known; else it is being loaded. */
static enum reason find_room(struct live *live, struct id process, struct room **room) {
    *room = room_open(live, process);
    switch ((*room)->state) {
    case ROOM_LIVE:
        return REASON_ABSENT;
    case ROOM_LOADING:
        return REASON_LOADING;
    case ROOM_REFUSED:
        break;
    }
    return (*room)->removed ? REASON_UNKNOWN_PROCESS : REASON_REFUSED_PROCESS;
}

enum reason live_may_upload(struct live *live, struct str cookie, struct id process, struct id *account) {
    const struct account *found = NULL;
    char hash[SECRET_HASH + 1];
    struct room *room;
    if (secret_is_one(cookie)) {
        secret_hash(cookie, hash);
        found = house_login(registry_house(live), (struct str){hash, SECRET_HASH}, live_wall(live));
    }
    if (!found) {
        return REASON_DENIED;
    }
    if (!house_process(registry_house(live), process)) {
        return REASON_UNKNOWN_PROCESS;
    }
    if (!registry_may(live, found->id, GRANT_ROLE_FACILITATOR, process)) {
        return REASON_DENIED;
    }
    if (live->stopping || !journal_is_writable(live->options.journal)) {
        return REASON_READ_ONLY;
    }
    *account = found->id;
    enum reason reason = find_room(live, process, &room);
    bool is_full = reason == REASON_ABSENT && room->blobs.by_hash.count + LIVE_FILES > BLOBS_MOST;
    return is_full ? REASON_TOO_MANY : reason;
}

/* Files on their way into the store. */
struct keeping {
    struct live *live;
    struct id process;
    struct journal_blob blobs[LIVE_FILES];
    size_t left;
    enum reason reason;
    live_stored_fn *done;
    void *context;
};

static enum reason reason_of(enum status status) {
    switch (status) {
    case STATUS_OK:
        return REASON_ABSENT;
    case STATUS_ERASED:
        return REASON_UNKNOWN_PROCESS;
    case STATUS_TOO_LARGE:
        return REASON_TOO_LARGE;
    default:
        return REASON_NOT_STORED;
    }
}

static void one_stored(struct journal_blob *blob, struct keeping *keeping) {
    struct room *room = room_find(keeping->live, keeping->process);
    enum reason reason = reason_of(blob->status);
    if (reason != REASON_ABSENT) {
        keeping->reason = reason;
    } else if (room && room->state == ROOM_LIVE) { /* else it is found when the room is loaded */
        blobs_add(room, blob->sha256, blob->type);
    }
    if (--keeping->left == 0) {
        keeping->done(keeping->context, keeping->reason);
        memory_free(keeping);
    }
}

static void first_stored(struct journal_blob *blob) {
    one_stored(blob, LIST_ENTRY(blob, struct keeping, blobs[0]));
}

static void second_stored(struct journal_blob *blob) {
    one_stored(blob, LIST_ENTRY(blob, struct keeping, blobs[1]));
}

static enum reason may_store(struct live *live, struct id process, const struct live_file *files) {
    struct room *room;
    enum reason reason = find_room(live, process, &room);
    for (size_t i = 0; i < LIVE_FILES && reason == REASON_ABSENT; i++) {
        reason = blobs_take_in(room, files[i].sha256);
    }
    return reason;
}

void live_store_files(struct live *live, struct id process, const struct live_file files[LIVE_FILES],
                      live_stored_fn *done, void *context) {
    enum reason reason = live->options.journal ? may_store(live, process, files) : REASON_NOT_STORED;
    if (reason != REASON_ABSENT) {
        done(context, reason);
        return;
    }
    struct keeping *keeping = memory_allocate(sizeof *keeping);
    *keeping = (struct keeping){
        .live = live, .process = process, .left = LIVE_FILES, .done = done, .context = context};
    for (size_t i = 0; i < LIVE_FILES; i++) {
        keeping->blobs[i] = (struct journal_blob){.process = process,
                                                  .type = files[i].type,
                                                  .bytes = files[i].bytes,
                                                  .done = i == 0 ? first_stored : second_stored};
        memcpy(keeping->blobs[i].sha256, files[i].sha256, BLOB_HASH);
    }
    for (size_t i = 0; i < LIVE_FILES; i++) {
        journal_store_blob(live->options.journal, &keeping->blobs[i]);
    }
}

/* ---- fetching ---- */

static bool may_see(const struct client *client, struct id process, struct id picture) {
    const struct room *room = client->room;
    if (!room || room->state != ROOM_LIVE || !client->crowd || !id_equal(room->id, process)) {
        return false;
    }
    if (!registry_client_may(client->live, client)) {
        return false;
    }
    return process_shows(room->process, ENTITY_PICTURE, picture, &client->crowd->audience);
}

enum reason live_find_picture(const struct live *live, struct str ticket, struct id process,
                              struct id picture, bool small, uint8_t sha256[BLOB_HASH]) {
    const struct client *client = ticket_find(live, ticket);
    if (!client || !may_see(client, process, picture)) {
        return REASON_UNKNOWN_PICTURE;
    }
    const struct picture *found = process_picture(client->room->process, picture);
    bool named = blob_hash_parse(small ? found->small : found->blob, sha256);
    return named ? REASON_ABSENT : REASON_UNKNOWN_PICTURE;
}
