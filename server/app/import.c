/* samskap import: takes in what archive wrote, if the store does not have the process yet. The archive was
 * read whole and found sound before the first event is stored; then its events are stored one after the
 * other under their own ids and times, its blobs, and last of all the process is entered in the house, which
 * is what makes it visible. An import that broke off before that is taken up again by the same command: what
 * is there already must be what the archive says, under the same numbers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "access/house.h"
#include "app/command.h"
#include "app/store.h"
#include "base/clock.h"
#include "base/memory.h"
#include "core/model.h"
#include "live/loading.h"
#include "transcript/archive.h"

struct waiting {
    struct journal_append append;
    struct import *import;
    int64_t seq; /* in the archive */
    struct buffer texts;
};

struct import {
    struct journal *journal;
    struct mailbox *mailbox;
    struct id process;
    int64_t events, blobs;
    enum status status;
    bool begun;
};

enum { MOST_WAITING = 500 };

static void on_appended(struct journal_append *append) {
    struct waiting *waiting = (struct waiting *)(void *)append;
    struct import *import = waiting->import;
    bool there = append->status == STATUS_OK || append->status == STATUS_EXISTS;
    if (import->status == STATUS_OK) {
        import->status = !there                              ? append->status
                         : append->event.seq == waiting->seq ? STATUS_OK
                                                             : STATUS_CONFLICT;
    }
    buffer_finish(&waiting->texts);
    memory_free(waiting);
}

static void wait_until(struct import *import, size_t pending) {
    while (journal_pending(import->journal) > pending) {
        mailbox_open_all(import->mailbox);
    }
}

static bool begin(void *context, struct id process, int64_t events, int64_t blobs) {
    struct import *import = context;
    import->process = process;
    import->events = events;
    import->blobs = blobs;
    struct house *house = NULL;
    import->status = load_house(import->journal, &house);
    if (house && house_process(house, process)) {
        import->status = STATUS_EXISTS;
    } else if (house && house_has_removed(house, process)) {
        import->status = STATUS_ERASED;
    }
    house_destroy(house);
    import->begun = import->status == STATUS_OK;
    return import->begun;
}

static struct str keep(struct waiting *waiting, struct str text) {
    struct str kept = {waiting->texts.data + waiting->texts.size, text.size};
    buffer_append_str(&waiting->texts, text);
    return kept;
}

static bool take_event(void *context, const struct archive_event *event) {
    struct import *import = context;
    struct waiting *waiting = memory_allocate(sizeof *waiting);
    waiting->import = import;
    waiting->seq = event->seq;
    buffer_init(&waiting->texts);
    buffer_reserve(&waiting->texts, event->actor.size + event->kind.size + event->body.size + 1);
    waiting->append.process = import->process;
    waiting->append.at_is_fixed = true; /* times are the archive's */
    waiting->append.done = on_appended;
    waiting->append.event = (struct journal_event){.command = event->command,
                                                   .at = event->at,
                                                   .version = event->version,
                                                   .redacted = event->redacted,
                                                   .actor = keep(waiting, event->actor),
                                                   .kind = keep(waiting, event->kind),
                                                   .body = keep(waiting, event->body)};
    journal_append(import->journal, &waiting->append);
    wait_until(import, MOST_WAITING);
    return import->status == STATUS_OK;
}

struct waiting_blob {
    struct journal_blob blob;
    struct import *import;
    bool done;
};

static void on_stored(struct journal_blob *blob) {
    struct waiting_blob *waiting = (struct waiting_blob *)(void *)blob;
    waiting->done = true;
    if (waiting->import->status == STATUS_OK) {
        waiting->import->status = blob->status;
    }
}

static bool take_blob(void *context, const struct archive_blob *blob) {
    struct import *import = context;
    struct waiting_blob waiting = {.import = import};
    waiting.blob = (struct journal_blob){
        .process = import->process, .type = blob->type, .bytes = blob->bytes, .done = on_stored};
    memcpy(waiting.blob.sha256, blob->sha256, sizeof waiting.blob.sha256);
    journal_store_blob(import->journal, &waiting.blob);
    while (!waiting.done) {
        mailbox_open_all(import->mailbox);
    }
    return import->status == STATUS_OK;
}

/* That it can be folded was not known before; a process that cannot is not entered. */
static enum status enter(struct import *import) {
    struct process *process = NULL;
    struct house *house = NULL;
    enum status status = load_process(import->journal, import->process, &process);
    if (status == STATUS_OK && !process_profile(process)) {
        status = STATUS_INVALID;
    }
    if (status == STATUS_OK) {
        status = load_house(import->journal, &house);
    }
    if (status == STATUS_OK && !house_process(house, import->process)) {
        union house_body body = {
            .process_add = {.process = import->process, .title = process_profile(process)->title}};
        status = store_append_house(import->journal, import->mailbox, HOUSE_PROCESS_ADD, &body, clock_wall());
    }
    house_destroy(house);
    process_destroy(process);
    return status;
}

static int fail(const struct import *import, enum status status, const char *path) {
    if (status == STATUS_CANCELLED && import->status == STATUS_EXISTS) {
        return command_fail("the store has this process already; nothing was changed");
    }
    if (status == STATUS_CANCELLED && import->status == STATUS_ERASED) {
        return command_fail("the store had this process, and it was removed for good; nothing was changed");
    }
    if (!import->begun) {
        return command_fail("%s was not taken in: %s; nothing was changed", path, status_text(status));
    }
    return command_fail("%s was taken in only in part, and is not shown: %s", path,
                        status_text(import->status == STATUS_OK ? status : import->status));
}

int import_run(const struct arguments *arguments) {
    struct mailbox mailbox;
    struct import import = {.mailbox = &mailbox};
    const char *path = arguments->words[0];
    int result = EXIT_FAILURE;
    mailbox_init(&mailbox, NULL, NULL);
    if (store_open(arguments->config, &mailbox, &import.journal) == STATUS_OK) {
        struct archive_taker taker = {&import, begin, take_event, take_blob};
        enum status status = archive_read_process(path, &taker);
        wait_until(&import, 0);
        status = status == STATUS_OK ? import.status : status;
        status = status == STATUS_OK ? enter(&import) : status;
        if (status == STATUS_OK) {
            char id[ID_TEXT_LENGTH + 1];
            id_format(import.process, id);
            printf("%s: %lld events, %lld blobs\n", id, (long long)import.events, (long long)import.blobs);
            result = EXIT_SUCCESS;
        } else {
            fail(&import, status, path);
        }
        journal_close(import.journal);
    }
    mailbox_finish(&mailbox);
    return result;
}
