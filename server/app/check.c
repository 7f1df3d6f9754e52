/* samskap check: the store itself (pages, numbering), then every journal folded anew, and the state digest of
 * each process. Reads only. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "access/house.h"
#include "app/command.h"
#include "app/store.h"
#include "core/model.h"
#include "journal/sqlite.h"
#include "live/blob_hash.h"
#include "live/loading.h"
#include "protocol/entity.h"

struct check {
    struct journal *journal;
    struct house *house; /* NULL: cannot be read */
    bool wrong;
};

static void say(void *context, const char *line) {
    struct check *check = context;
    check->wrong = true;
    printf("store: %s\n", line);
}

/* All that there is, whoever may see it. */
static void write_digest(const struct process *process, char text[DIGEST_TEXT_SIZE + 1]) {
    struct audience everything = {.kind = AUDIENCE_STATE};
    struct arena arena, one;
    struct digest digest;
    struct entity entity;
    struct gone gone;
    struct change_cursor position = {0, INT64_MAX};
    enum change change;
    arena_init(&arena);
    arena_init(&one);
    digest_init(&digest);
    struct change_walk *walk = process_changes(process, everything, position, &arena);
    while ((change = process_next_change(walk, &one, &entity, &gone, &position)) != CHANGE_END) {
        if (change == CHANGE_ENTITY) {
            digest_add(&digest, &entity);
        }
        arena_reset(&one);
    }
    digest_finish(&digest, text);
    arena_finish(&one);
    arena_finish(&arena);
}

static void check_house(struct check *check) {
    enum status status = load_house(check->journal, &check->house);
    int64_t seq;
    if (status == STATUS_OK) {
        printf("house: %lld events\n", (long long)house_head(check->house));
        if (house_due_titles(check->house, &seq, 1) > 0) {
            check->wrong = true;
            printf("house: event %lld holds the title of a process that was removed; a start of the server "
                   "empties it\n",
                   (long long)seq);
        }
    } else {
        check->wrong = true;
        printf("house: refused: %s\n", status_text(status));
    }
}

static bool has_file(const struct check *check, struct id process, struct str name) {
    struct buffer bytes;
    uint8_t sum[BLOB_HASH], wanted[BLOB_HASH];
    buffer_init(&bytes);
    bool found = blob_hash_parse(name, wanted) &&
                 load_blob(check->journal, process, name, &bytes) == STATUS_OK &&
                 crypto_hash_sha256(sum, (const unsigned char *)bytes.data, bytes.size) == 0;
    buffer_finish(&bytes);
    return found && memcmp(sum, wanted, sizeof sum) == 0;
}

/* That the files of all pictures that stand are there, and are what their names say. */
static void check_pictures(struct check *check, struct id process_id, const struct process *process) {
    size_t count;
    const struct picture *const *pictures = process_pictures(process, &count);
    char picture[ID_TEXT_LENGTH + 1];
    for (size_t i = 0; i < count; i++) {
        const struct str names[] = {pictures[i]->blob, pictures[i]->small};
        for (size_t j = 0; j < 2 && !pictures[i]->removed; j++) {
            if (!has_file(check, process_id, names[j])) {
                check->wrong = true;
                id_format(pictures[i]->id, picture);
                printf("picture %s lacks a file, or has another\n", picture);
            }
        }
    }
}

static void check_process(void *context, const struct journal_process *stored) {
    struct check *check = context;
    struct process *process = NULL;
    char id[ID_TEXT_LENGTH + 1], digest[DIGEST_TEXT_SIZE + 1];
    if (id_equal(stored->id, house_id())) {
        return;
    }
    id_format(stored->id, id);
    if (check->house && house_has_removed(check->house, stored->id)) {
        check->wrong = true;
        printf("%s was removed, but it is there\n", id);
        return;
    }
    enum status status = load_process(check->journal, stored->id, &process);
    if (status == STATUS_OK) {
        write_digest(process, digest);
        printf("%s %s %lld events\n", id, digest, (long long)process_head(process));
        check_pictures(check, stored->id, process);
    } else {
        check->wrong = true;
        printf("%s refused: %s\n", id, status_text(status));
    }
    process_destroy(process);
}

static bool verify(struct check *check, const struct config *config) {
    char *path = store_path(config);
    enum status status = journal_sqlite_verify(path, say, check);
    if (status == STATUS_NOT_FOUND) {
        command_fail("there is no store %s; --data names the folder it is in", path);
    } else if (status != STATUS_OK) {
        command_fail("the store %s: %s", path, status_text(status));
    }
    free(path);
    return status == STATUS_OK;
}

int check_run(const struct arguments *arguments) {
    struct check check = {0};
    struct mailbox mailbox;
    check.wrong = !verify(&check, arguments->config);
    mailbox_init(&mailbox, NULL, NULL);
    if (!check.wrong && store_open_to_read(arguments->config, &mailbox, &check.journal) == STATUS_OK) {
        check_house(&check);
        enum status status = journal_read_processes(check.journal, check_process, &check);
        if (status != STATUS_OK) {
            command_fail("the store cannot be read: %s", status_text(status));
        }
        check.wrong |= status != STATUS_OK;
        house_destroy(check.house);
        journal_close(check.journal);
    } else {
        check.wrong = true;
    }
    mailbox_finish(&mailbox);
    return check.wrong ? EXIT_FAILURE : EXIT_SUCCESS;
}
