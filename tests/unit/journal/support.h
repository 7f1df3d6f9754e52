/* What the contract's tests share: both engines behind one opener, and appends that are easy to make. */
#ifndef SAMSKAP_TESTS_JOURNAL_SUPPORT_H
#define SAMSKAP_TESTS_JOURNAL_SUPPORT_H

#include <criterion/criterion.h>

#include "journal/journal.h"
#include "journal/memory.h"
#include "journal/sqlite.h"

enum { LOG_SIZE = 8192, PATH_ROOM = 128 };

struct bench {
    struct mailbox mailbox;
    struct journal *journal;
    struct journal_memory_faults faults; /* of the memory engine */
    bool is_sqlite;
    char folder[PATH_ROOM];
    char path[PATH_ROOM];
    struct buffer log; /* what happened, in order: "f3 " event 3 was followed, "c3 " append 3 completed */
};

struct entry {
    struct journal_append append;
    struct bench *bench;
    int completions;
};

typedef void contract_test(struct bench *bench);
/* Runs the test over every engine, each with a fresh store. */
void run_over_engines(contract_test *test);

void bench_open(struct bench *bench, bool is_sqlite);
void bench_close(struct bench *bench);
void bench_reopen(struct bench *bench); /* SQLite only */
/* Opens the mailbox until nothing is pending. */
void bench_settle(struct bench *bench);

struct id id_number(unsigned number);
/* command 0: the next of a counter. */
struct entry *entry_create(struct bench *bench, struct id process, unsigned command, const char *body);
void entry_send(struct entry *entry);
void entry_destroy(struct entry *entry);
/* Appends one event and waits: its status and seq. */
enum status append_one(struct bench *bench, struct id process, unsigned command, const char *body,
                       int64_t *seq);

void log_followed(void *bench, const struct journal_event *event);
void expect_log(const struct bench *bench, const char *expected);
/* Whether text stands in any file of the folder. */
bool folder_contains(const char *folder, const char *text);
enum status redact_to_empty(const struct journal_event *event, struct buffer *body);

#endif
