/* A store that is only read: beside its server, after a server that was killed, and what is no store. */
#include "support.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct id process_a = {{0xaa}};

static void add_seq(void *context, const struct journal_event *event) {
    *(int64_t *)context += event->seq;
}

static int64_t sum_of_seqs(struct journal *journal) {
    int64_t sum = 0, last = 0;
    cr_assert_eq(journal_read(journal, process_a, 0, add_seq, &sum, &last), STATUS_OK);
    return sum;
}

static void count_process(void *context, const struct journal_process *process) {
    (void)process;
    ++*(int *)context;
}

static void note_blob(struct journal_blob *blob) {
    (void)blob;
}

/* Opens bench's store a second time, for reading only. */
static void open_beside(struct bench *reader, const struct bench *bench) {
    *reader = (struct bench){.is_sqlite = true};
    mailbox_init(&reader->mailbox, NULL, NULL);
    buffer_init(&reader->log);
    cr_assert_eq(journal_sqlite_open_read_only(bench->path, &reader->mailbox, &reader->journal), STATUS_OK);
}

static void close_beside(struct bench *reader) {
    journal_close(reader->journal);
    mailbox_finish(&reader->mailbox);
    buffer_finish(&reader->log);
}

Test(read_only, reads_what_a_server_stores_meanwhile, .timeout = 20) {
    struct bench bench, reader;
    int64_t seq;
    int processes = 0;
    bench_open(&bench, true);
    cr_assert_eq(append_one(&bench, process_a, 1, "{}", &seq), STATUS_OK);
    open_beside(&reader, &bench);
    cr_expect(id_equal(journal_epoch(reader.journal), journal_epoch(bench.journal)));
    cr_expect_eq(sum_of_seqs(reader.journal), 1);
    cr_assert_eq(append_one(&bench, process_a, 2, "{}", &seq), STATUS_OK);
    cr_expect_eq(sum_of_seqs(reader.journal), 3);
    cr_assert_eq(journal_read_processes(reader.journal, count_process, &processes), STATUS_OK);
    cr_expect_eq(processes, 1);
    close_beside(&reader);
    cr_assert_eq(append_one(&bench, process_a, 3, "{}", &seq), STATUS_OK);
    bench_close(&bench);
}

Test(read_only, reads_blobs, .timeout = 20) {
    struct bench bench, reader;
    struct buffer bytes, type;
    bench_open(&bench, true);
    struct journal_blob blob = {.process = process_a,
                                .sha256 = {1, 2, 3},
                                .type = STR("image/png"),
                                .bytes = STR("not really"),
                                .done = note_blob};
    int64_t seq;
    journal_store_blob(bench.journal, &blob);
    cr_assert_eq(append_one(&bench, process_a, 1, "{}", &seq), STATUS_OK);
    cr_assert_eq(blob.status, STATUS_OK);
    open_beside(&reader, &bench);
    buffer_init(&bytes);
    buffer_init(&type);
    cr_assert_eq(journal_read_blob(reader.journal, process_a, blob.sha256, &bytes, &type), STATUS_OK);
    cr_expect(str_equal(buffer_str(&bytes), blob.bytes));
    cr_expect(str_equal(buffer_str(&type), blob.type));
    buffer_finish(&bytes);
    buffer_finish(&type);
    close_beside(&reader);
    bench_close(&bench);
}

Test(read_only, refuses_every_write, .timeout = 20) {
    struct bench bench, reader;
    int64_t seq;
    bench_open(&bench, true);
    cr_assert_eq(append_one(&bench, process_a, 1, "{}", &seq), STATUS_OK);
    open_beside(&reader, &bench);
    cr_expect_not(journal_is_writable(reader.journal));
    cr_expect_eq(append_one(&reader, process_a, 2, "{}", &seq), STATUS_DENIED);
    cr_expect_eq(seq, 0);
    struct journal_blob blob = {
        .process = process_a, .type = STR("text/plain"), .bytes = STR("x"), .done = note_blob};
    journal_store_blob(reader.journal, &blob);
    cr_assert(mailbox_open_all(&reader.mailbox));
    cr_expect_eq(blob.status, STATUS_DENIED);
    cr_expect_not(journal_is_writable(reader.journal));
    cr_expect_eq(sum_of_seqs(bench.journal), 1);
    close_beside(&reader);
    bench_close(&bench);
}

Test(read_only, a_write_that_waits_completes_when_it_is_closed, .timeout = 20) {
    struct bench bench, reader;
    bench_open(&bench, true);
    open_beside(&reader, &bench);
    struct entry *entry = entry_create(&reader, process_a, 1, "{}");
    entry_send(entry);
    journal_close(reader.journal);
    cr_expect_eq(entry->append.status, STATUS_DENIED);
    entry_destroy(entry);
    reader.journal = NULL;
    close_beside(&reader);
    bench_close(&bench);
}

Test(read_only, followers_get_what_is_stored, .timeout = 20) {
    struct bench bench, reader;
    int64_t seq;
    bench_open(&bench, true);
    for (unsigned i = 1; i <= 3; i++) {
        cr_assert_eq(append_one(&bench, process_a, i, "{}", &seq), STATUS_OK);
    }
    open_beside(&reader, &bench);
    struct journal_follower *follower = journal_follow(reader.journal, process_a, 1, log_followed, &reader);
    mailbox_open_all(&reader.mailbox);
    expect_log(&reader, "f2 f3 ");
    journal_unfollow(follower);
    close_beside(&reader);
    bench_close(&bench);
}

/* Stores three events and is killed, so that they stand in the WAL only. */
static void store_and_die(const char *path) {
    pid_t child = fork();
    if (child == 0) {
        struct bench bench = {.is_sqlite = true};
        int64_t seq;
        mailbox_init(&bench.mailbox, NULL, NULL);
        if (journal_sqlite_open(path, &bench.mailbox, &bench.journal) != STATUS_OK) {
            _exit(1);
        }
        for (unsigned i = 1; i <= 3; i++) {
            if (append_one(&bench, process_a, i, "{}", &seq) != STATUS_OK) {
                _exit(1);
            }
        }
        raise(SIGKILL);
    }
    int how;
    cr_assert_eq(waitpid(child, &how, 0), child);
    cr_assert(WIFSIGNALED(how));
}

Test(read_only, reads_the_wal_of_a_killed_server, .timeout = 20) {
    struct bench bench, reader;
    char wal[PATH_ROOM + 8], index[PATH_ROOM + 8];
    bench_open(&bench, true);
    journal_close(bench.journal);
    store_and_die(bench.path);
    snprintf(wal, sizeof wal, "%s-wal", bench.path);
    cr_assert_eq(access(wal, F_OK), 0);
    open_beside(&reader, &bench);
    cr_expect_eq(sum_of_seqs(reader.journal), 6);
    close_beside(&reader);
    snprintf(index, sizeof index, "%s-shm", bench.path);
    unlink(index); /* as in a copy of the folder */
    open_beside(&reader, &bench);
    cr_expect_eq(sum_of_seqs(reader.journal), 6);
    close_beside(&reader);
    cr_assert_eq(journal_sqlite_open(bench.path, &bench.mailbox, &bench.journal), STATUS_OK);
    cr_expect_eq(sum_of_seqs(bench.journal), 6);
    bench_close(&bench);
}

Test(read_only, reads_a_store_that_was_closed, .timeout = 20) {
    struct bench bench, reader;
    int64_t seq;
    bench_open(&bench, true);
    cr_assert_eq(append_one(&bench, process_a, 1, "{}", &seq), STATUS_OK);
    journal_close(bench.journal);
    open_beside(&reader, &bench);
    cr_expect_eq(sum_of_seqs(reader.journal), 1);
    cr_assert_eq(journal_sqlite_open(bench.path, &bench.mailbox, &bench.journal), STATUS_OK,
                 "a reader is in no server's way");
    cr_assert_eq(append_one(&bench, process_a, 2, "{}", &seq), STATUS_OK);
    cr_expect_eq(sum_of_seqs(reader.journal), 3);
    close_beside(&reader);
    bench_close(&bench);
}

static void expect_refusal(struct bench *bench, const char *path, enum status expected) {
    struct journal *journal = NULL;
    cr_expect_eq(journal_sqlite_open_read_only(path, &bench->mailbox, &journal), expected);
    cr_expect_null(journal);
}

Test(read_only, says_why_it_cannot_be_opened, .timeout = 20) {
    struct bench bench;
    char other[PATH_ROOM + 8];
    sqlite3 *db;
    bench_open(&bench, true);
    journal_close(bench.journal);
    snprintf(other, sizeof other, "%s.other", bench.path);
    expect_refusal(&bench, other, STATUS_NOT_FOUND);
    cr_expect_neq(access(other, F_OK), 0, "nothing is made");
    cr_assert_eq(sqlite3_open(bench.path, &db), SQLITE_OK);
    cr_assert_eq(
        sqlite3_exec(db, "update meta set value = '999' where key = 'schema_version'", NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(db);
    expect_refusal(&bench, bench.path, STATUS_UNSUPPORTED);
    cr_assert_eq(sqlite3_open(other, &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, "create table other (x)", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    expect_refusal(&bench, other, STATUS_CORRUPT);
    FILE *file = fopen(other, "w");
    for (int i = 0; i < 1000; i++) {
        fputs("this is no store ", file);
    }
    fclose(file);
    expect_refusal(&bench, other, STATUS_CORRUPT);
    bench.journal = NULL;
    bench_close(&bench);
}
