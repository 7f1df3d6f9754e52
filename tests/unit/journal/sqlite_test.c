/* What only a store on the disk does: locks, killed servers, foreign files, copies, checks, readers beside.
 */
#include "support.h"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct id process_a = {{0xaa}};

static void run_sql(const char *path, const char *sql) {
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(path, &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

static mode_t mode_of(const char *path) {
    struct stat file;
    cr_assert_eq(stat(path, &file), 0);
    return file.st_mode & 0777;
}

Test(sqlite, a_second_opener_is_refused, .timeout = 20) {
    struct bench bench;
    struct journal *second = NULL;
    bench_open(&bench, true);
    cr_expect_eq(journal_sqlite_open(bench.path, &bench.mailbox, &second), STATUS_BUSY);
    cr_expect_null(second);
    bench_reopen(&bench);
    bench_close(&bench);
}

Test(sqlite, files_are_private, .timeout = 20) {
    struct bench bench;
    char wal[PATH_ROOM + 8];
    int64_t seq;
    umask(0);
    bench_open(&bench, true);
    cr_assert_eq(append_one(&bench, process_a, 0, "{}", &seq), STATUS_OK);
    snprintf(wal, sizeof wal, "%s-wal", bench.path);
    cr_expect_eq(mode_of(bench.path), 0600);
    cr_expect_eq(mode_of(wal), 0600);
    bench_close(&bench);
}

static void reopen_expecting(struct bench *bench, enum status expected) {
    struct journal *journal = NULL;
    cr_expect_eq(journal_sqlite_open(bench->path, &bench->mailbox, &journal), expected);
    journal_close(journal);
    bench->journal = NULL;
}

Test(sqlite, a_newer_store_is_not_touched, .timeout = 20) {
    struct bench bench;
    bench_open(&bench, true);
    journal_close(bench.journal);
    run_sql(bench.path, "update meta set value = '999' where key = 'schema_version'");
    reopen_expecting(&bench, STATUS_UNSUPPORTED);
    bench_close(&bench);
}

Test(sqlite, garbage_is_corrupt, .timeout = 20) {
    struct bench bench;
    bench_open(&bench, true);
    journal_close(bench.journal);
    FILE *file = fopen(bench.path, "w");
    for (int i = 0; i < 1000; i++) {
        fputs("this is no store ", file);
    }
    fclose(file);
    reopen_expecting(&bench, STATUS_CORRUPT);
    bench_close(&bench);
}

Test(sqlite, somebody_elses_database_is_corrupt, .timeout = 20) {
    struct bench bench;
    bench_open(&bench, true);
    journal_close(bench.journal);
    unlink(bench.path);
    run_sql(bench.path, "create table other (x)");
    reopen_expecting(&bench, STATUS_CORRUPT);
    bench_close(&bench);
}

Test(sqlite, a_folder_that_is_not_there_is_an_error, .timeout = 20) {
    struct mailbox mailbox;
    struct journal *journal;
    mailbox_init(&mailbox, NULL, NULL);
    cr_expect_eq(journal_sqlite_open("/tmp/no/such/folder/store.db", &mailbox, &journal), STATUS_IO);
    mailbox_finish(&mailbox);
}

/* Appends until it is killed, and says each acknowledged seq through the pipe. */
static _Noreturn void append_for_ever(const char *path, int acknowledgements) {
    struct bench bench = {.is_sqlite = true};
    mailbox_init(&bench.mailbox, NULL, NULL);
    if (journal_sqlite_open(path, &bench.mailbox, &bench.journal) != STATUS_OK) {
        _exit(1);
    }
    for (unsigned command = 1;; command++) {
        int64_t seq;
        if (append_one(&bench, process_a, command, "{}", &seq) != STATUS_OK ||
            write(acknowledgements, &seq, sizeof seq) != sizeof seq) {
            _exit(1);
        }
        buffer_clear(&bench.log);
    }
}

static void count_event(void *context, const struct journal_event *event) {
    cr_assert_eq(event->seq, *(int64_t *)context + 1);
    cr_assert(id_equal(event->command, id_number((unsigned)event->seq)));
    ++*(int64_t *)context;
}

static int64_t count_all(struct journal *journal) {
    int64_t count = 0, last = 0, before;
    do {
        before = last;
        cr_assert_eq(journal_read(journal, process_a, before, count_event, &count, &last), STATUS_OK);
    } while (last > before);
    return count;
}

Test(sqlite, a_killed_server_loses_nothing_that_it_acknowledged, .timeout = 60) {
    struct bench bench;
    bench_open(&bench, true);
    journal_close(bench.journal);
    int64_t acknowledged = 0, seq;
    int ends[2];
    cr_assert_eq(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        append_for_ever(bench.path, ends[1]);
    }
    close(ends[1]);
    while (read(ends[0], &seq, sizeof seq) == sizeof seq) {
        acknowledged = seq;
        if (acknowledged == 150) {
            kill(child, SIGKILL);
        }
    }
    close(ends[0]);
    waitpid(child, NULL, 0);
    cr_expect_geq(acknowledged, 150);
    cr_assert_eq(journal_sqlite_open(bench.path, &bench.mailbox, &bench.journal), STATUS_OK);
    int64_t stored = count_all(bench.journal);
    cr_expect_geq(stored, acknowledged);
    cr_expect_leq(stored, acknowledged + 1, "at most the one that was in flight");
    cr_expect_eq(append_one(&bench, process_a, 150, "{}", &seq), STATUS_EXISTS);
    cr_expect_eq(append_one(&bench, process_a, 1000000, "{}", &seq), STATUS_OK);
    cr_expect_eq(seq, stored + 1);
    bench_close(&bench);
}

struct reader {
    struct journal *journal;
    atomic_bool stop;
    int64_t seen;
};

static void *read_on(void *context) {
    struct reader *reader = context;
    while (!reader->stop) {
        int64_t count = count_all(reader->journal);
        cr_assert_geq(count, reader->seen, "what was seen stays");
        reader->seen = count;
    }
    reader->seen = count_all(reader->journal);
    return NULL;
}

Test(sqlite, other_threads_read_while_the_writer_writes, .timeout = 60) {
    enum { READERS = 3, EVENTS = 400 };
    struct reader readers[READERS];
    pthread_t threads[READERS];
    struct bench bench;
    int64_t seq;
    bench_open(&bench, true);
    for (int i = 0; i < READERS; i++) {
        readers[i] = (struct reader){.journal = bench.journal};
        cr_assert_eq(pthread_create(&threads[i], NULL, read_on, &readers[i]), 0);
    }
    for (unsigned i = 1; i <= EVENTS; i++) {
        cr_assert_eq(append_one(&bench, process_a, i, "{}", &seq), STATUS_OK);
    }
    for (int i = 0; i < READERS; i++) {
        readers[i].stop = true;
        pthread_join(threads[i], NULL);
        cr_expect_eq(readers[i].seen, EVENTS);
    }
    bench_close(&bench);
}

static void log_line(void *context, const char *line) {
    buffer_append_str(context, str_of(line));
    buffer_append_byte(context, '\n');
}

Test(sqlite, a_copy_made_while_in_use_is_whole_and_has_its_own_epoch, .timeout = 30) {
    struct bench bench;
    char copy[PATH_ROOM + 8];
    int64_t seq;
    bench_open(&bench, true);
    for (unsigned i = 1; i <= 20; i++) {
        cr_assert_eq(append_one(&bench, process_a, i, "{}", &seq), STATUS_OK);
    }
    snprintf(copy, sizeof copy, "%s.copy", bench.path);
    cr_assert_eq(journal_sqlite_backup(bench.path, copy), STATUS_OK);
    cr_expect_eq(journal_sqlite_backup(bench.path, copy), STATUS_EXISTS);
    cr_expect_eq(journal_sqlite_backup("/tmp/no/such/store", copy), STATUS_NOT_FOUND);
    cr_expect_eq(mode_of(copy), 0600);
    buffer_clear(&bench.log);
    cr_expect_eq(journal_sqlite_verify(copy, log_line, &bench.log), STATUS_OK);
    expect_log(&bench, "");
    struct journal *copied;
    cr_assert_eq(journal_sqlite_open(copy, &bench.mailbox, &copied), STATUS_OK);
    cr_expect_eq(count_all(copied), 20);
    cr_expect_not(id_equal(journal_epoch(copied), journal_epoch(bench.journal)));
    journal_close(copied);
    cr_expect_eq(append_one(&bench, process_a, 21, "{}", &seq), STATUS_OK);
    bench_close(&bench);
}

static void expect_verdict(struct bench *bench, enum status expected, const char *word) {
    buffer_clear(&bench->log);
    cr_expect_eq(journal_sqlite_verify(bench->path, log_line, &bench->log), expected);
    buffer_append_byte(&bench->log, '\0');
    cr_expect(strstr(bench->log.data, word), "'%s' not in '%s'", word, bench->log.data);
}

Test(sqlite, verifying_says_what_is_wrong, .timeout = 20) {
    struct bench bench;
    int64_t seq;
    bench_open(&bench, true);
    for (unsigned i = 1; i <= 5; i++) {
        cr_assert_eq(append_one(&bench, process_a, i, "{}", &seq), STATUS_OK);
    }
    expect_verdict(&bench, STATUS_OK, "");
    run_sql(bench.path, "delete from event where seq = 3");
    expect_verdict(&bench, STATUS_CORRUPT, "the head is 5, but there are 4 events from 1 to 5");
    run_sql(bench.path, "pragma foreign_keys = off; delete from process");
    expect_verdict(&bench, STATUS_CORRUPT, "events without a head");
    cr_expect_eq(journal_sqlite_verify("/tmp/no/such/store", log_line, &bench.log), STATUS_NOT_FOUND);
    bench_close(&bench);
}
