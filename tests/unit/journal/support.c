#include "support.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"

/* Criterion's own process forgets a few of its small blocks; ours are looked at in the tests' processes. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_options(void);
const char *__lsan_default_suppressions(void) {
    return "leak:libcriterion";
}

const char *__lsan_default_options(void) {
    return "print_suppressions=0";
}

static void open_journal(struct bench *bench) {
    if (bench->is_sqlite) {
        cr_assert_eq(journal_sqlite_open(bench->path, &bench->mailbox, &bench->journal), STATUS_OK);
    } else {
        bench->journal = journal_memory_open(&bench->mailbox, &bench->faults);
    }
}

void bench_open(struct bench *bench, bool is_sqlite) {
    *bench = (struct bench){.is_sqlite = is_sqlite};
    mailbox_init(&bench->mailbox, NULL, NULL);
    buffer_init(&bench->log);
    snprintf(bench->folder, sizeof bench->folder, "/tmp/journal-test-XXXXXX");
    cr_assert_not_null(mkdtemp(bench->folder));
    snprintf(bench->path, sizeof bench->path, "%.100s/store.db", bench->folder);
    open_journal(bench);
}

static void remove_folder(const char *folder) {
    DIR *dir = opendir(folder);
    for (struct dirent *file; dir && (file = readdir(dir));) {
        unlinkat(dirfd(dir), file->d_name, 0);
    }
    closedir(dir);
    rmdir(folder);
}

void bench_close(struct bench *bench) {
    journal_close(bench->journal);
    bench->journal = NULL;
    mailbox_finish(&bench->mailbox);
    buffer_finish(&bench->log);
    remove_folder(bench->folder);
}

void bench_reopen(struct bench *bench) {
    cr_assert(bench->is_sqlite);
    journal_close(bench->journal);
    open_journal(bench);
}

void bench_settle(struct bench *bench) {
    while (journal_pending(bench->journal) > 0) {
        if (!mailbox_open_all(&bench->mailbox)) {
            poll(NULL, 0, 1);
        }
    }
    mailbox_open_all(&bench->mailbox);
}

void run_over_engines(contract_test *test) {
    for (int is_sqlite = 0; is_sqlite < 2; is_sqlite++) {
        struct bench bench;
        bench_open(&bench, is_sqlite);
        test(&bench);
        bench_close(&bench);
    }
}

struct id id_number(unsigned number) {
    struct id id = {{0x5a}};
    memcpy(id.bytes + 12, &(uint32_t){__builtin_bswap32(number)}, 4);
    return id;
}

static void note_done(struct journal_append *append) {
    struct entry *entry = LIST_ENTRY(append, struct entry, append);
    entry->completions++;
    buffer_format(&entry->bench->log, "c%lld ", (long long)append->event.seq);
}

struct entry *entry_create(struct bench *bench, struct id process, unsigned command, const char *body) {
    static unsigned counter = 1000000;
    struct entry *entry = memory_allocate(sizeof *entry);
    entry->bench = bench;
    entry->append = (struct journal_append){
        .process = process,
        .event = {.command = id_number(command ? command : ++counter),
                  .at = 1000,
                  .version = 1,
                  .actor = STR("actor"),
                  .kind = STR("note.put"),
                  .body = str_of(body)},
        .done = note_done,
    };
    return entry;
}

void entry_send(struct entry *entry) {
    journal_append(entry->bench->journal, &entry->append);
}

void entry_destroy(struct entry *entry) {
    cr_assert_eq(entry->completions, 1, "every append completes exactly once");
    memory_free(entry);
}

enum status append_one(struct bench *bench, struct id process, unsigned command, const char *body,
                       int64_t *seq) {
    struct entry *entry = entry_create(bench, process, command, body);
    entry_send(entry);
    bench_settle(bench);
    enum status status = entry->append.status;
    *seq = entry->append.event.seq;
    entry_destroy(entry);
    return status;
}

void log_followed(void *bench, const struct journal_event *event) {
    buffer_format(&((struct bench *)bench)->log, "f%lld ", (long long)event->seq);
}

void expect_log(const struct bench *bench, const char *expected) {
    struct str log = buffer_str(&bench->log);
    cr_expect(str_equal(log, str_of(expected)), "the log is '%.*s', not '%s'", STR_ARGS(log), expected);
}

static bool file_contains(int folder, const char *name, const char *text) {
    FILE *file = fdopen(openat(folder, name, O_RDONLY), "r");
    if (!file) {
        return false;
    }
    struct buffer bytes;
    size_t count;
    buffer_init(&bytes);
    while ((count = fread(buffer_reserve(&bytes, 65536), 1, 65536, file)) > 0) {
        bytes.size += count;
    }
    fclose(file);
    bool found = bytes.size > 0 && memmem(bytes.data, bytes.size, text, strlen(text));
    buffer_finish(&bytes);
    return found;
}

bool folder_contains(const char *folder, const char *text) {
    DIR *dir = opendir(folder);
    bool found = false;
    for (struct dirent *file; !found && (file = readdir(dir));) {
        found = file->d_type == DT_REG && file_contains(dirfd(dir), file->d_name, text);
    }
    closedir(dir);
    return found;
}

enum status redact_to_empty(const struct journal_event *event, struct buffer *body) {
    if (str_equal(event->body, STR("{\"refuse\":true}"))) {
        return STATUS_DENIED;
    }
    buffer_append_str(body, STR("{}"));
    return STATUS_OK;
}
