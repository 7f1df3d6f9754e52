#include "app/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "access/house.h"
#include "app/command.h"
#include "base/memory.h"
#include "base/random.h"
#include "journal/sqlite.h"
#include "protocol/event.h"

enum { PATIENCE = 1000 }; /* microseconds between looks into the mailbox */

static char *format_path(const char *first, const char *second) {
    char *path = NULL;
    if (asprintf(&path, "%s%s", first, second) < 0) {
        abort();
    }
    return path;
}

char *store_path(const struct config *config) {
    return format_path(config->data, "/samskap.db");
}

enum status store_make_folder(const struct config *config) {
    char *path = format_path(config->data, "");
    enum status status = STATUS_OK;
    for (char *slash = path + 1; status == STATUS_OK; slash++) {
        if (*slash != '/' && *slash != '\0') {
            continue;
        }
        char kept = *slash;
        *slash = '\0';
        if (mkdir(path, S_IRWXU) != 0 && errno != EEXIST) {
            command_fail("the data folder %s cannot be made: %s", path, strerror(errno));
            status = STATUS_IO;
        }
        *slash = kept;
        if (kept == '\0') {
            break;
        }
    }
    free(path);
    return status;
}

static void say_why(enum status status, const char *path) {
    switch (status) {
    case STATUS_BUSY:
        command_fail("another samskap has the store %s open; stop it first, or do this on its pages", path);
        break;
    case STATUS_NOT_FOUND:
        command_fail("there is no store %s; --data names the folder it is in", path);
        break;
    case STATUS_UNSUPPORTED:
        command_fail(
            "the store %s was made by another version of samskap; start the server of this version on "
            "it once, or use the newer one",
            path);
        break;
    default:
        command_fail("the store %s cannot be opened: %s", path, status_text(status));
    }
}

enum status store_open(const struct config *config, struct mailbox *mailbox, struct journal **journal) {
    enum status status = store_make_folder(config);
    if (status != STATUS_OK) {
        return status;
    }
    char *path = store_path(config);
    status = journal_sqlite_open(path, mailbox, journal);
    if (status != STATUS_OK) {
        say_why(status, path);
    }
    free(path);
    return status;
}

enum status store_open_to_read(const struct config *config, struct mailbox *mailbox,
                               struct journal **journal) {
    char *path = store_path(config);
    enum status status = journal_sqlite_open_read_only(path, mailbox, journal);
    if (status != STATUS_OK) {
        say_why(status, path);
    }
    free(path);
    return status;
}

/* ---- appending ---- */

static void on_appended(struct journal_append *append) {
    (void)append; /* journal_pending tells */
}

enum status store_append(struct journal *journal, struct mailbox *mailbox, struct journal_append *append) {
    size_t before = journal_pending(journal);
    append->done = on_appended;
    journal_append(journal, append);
    while (journal_pending(journal) > before) {
        if (!mailbox_open_all(mailbox)) {
            usleep(PATIENCE);
        }
    }
    return append->status;
}

enum status store_append_house(struct journal *journal, struct mailbox *mailbox, enum house_kind kind,
                               const union house_body *body, int64_t at) {
    struct buffer text;
    buffer_init(&text);
    house_encode(kind, body, &text);
    struct journal_append append = {.process = house_id()};
    append.event.command = random_id();
    append.event.at = at;
    append.event.version = house_version(kind);
    append.event.actor = STR("server");
    append.event.kind = house_name(kind);
    append.event.body = buffer_str(&text);
    enum status status = store_append(journal, mailbox, &append);
    buffer_finish(&text);
    return status;
}
