#include "live/loading.h"

#include "base/random.h"
#include "live/blob_hash.h"
#include "live/stored.h"

struct fold {
    enum status status;
    bool any;
    struct process *process;
    struct house *house;
};

static void fold_event(void *context, const struct journal_event *stored) {
    struct fold *fold = context;
    if (fold->status != STATUS_OK) {
        return;
    }
    struct arena arena;
    arena_init(&arena);
    struct event event;
    struct house_event house_event;
    fold->any = true;
    if (fold->process) {
        fold->status = stored_event(stored, process_head(fold->process) + 1, &arena, &event);
        if (fold->status == STATUS_OK) {
            (void)process_apply(fold->process, &event);
        }
    } else {
        fold->status = stored_house_event(stored, house_head(fold->house) + 1, &arena, &house_event);
        if (fold->status == STATUS_OK) {
            (void)house_apply(fold->house, &house_event);
        }
    }
    arena_finish(&arena);
}

static enum status fold_journal(struct journal *journal, struct id id, struct fold *fold) {
    int64_t after = 0, last = 0;
    do {
        after = last;
        enum status status = journal_read(journal, id, after, fold_event, fold, &last);
        if (status != STATUS_OK) {
            return status;
        }
    } while (fold->status == STATUS_OK && last > after);
    return fold->status;
}

enum status load_process(struct journal *journal, struct id id, struct process **process) {
    struct fold fold = {.process = process_create(random_map_seed())};
    enum status status = fold_journal(journal, id, &fold);
    if (status == STATUS_OK && !fold.any) {
        status = STATUS_NOT_FOUND;
    }
    if (status != STATUS_OK) {
        process_destroy(fold.process);
        fold.process = NULL;
    }
    *process = fold.process;
    return status;
}

enum status load_blob(struct journal *journal, struct id process, struct str name, struct buffer *bytes) {
    struct buffer type;
    uint8_t sha256[BLOB_HASH];
    buffer_init(&type);
    enum status status = blob_hash_parse(name, sha256)
                             ? journal_read_blob(journal, process, sha256, bytes, &type)
                             : STATUS_NOT_FOUND;
    buffer_finish(&type);
    return status;
}

enum status load_house(struct journal *journal, struct house **house) {
    struct fold fold = {.house = house_create(random_map_seed())};
    enum status status = fold_journal(journal, house_id(), &fold);
    if (status != STATUS_OK) {
        house_destroy(fold.house);
        fold.house = NULL;
    }
    *house = fold.house;
    return status;
}
