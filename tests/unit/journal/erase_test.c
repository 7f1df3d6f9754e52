/* Erasing a process for good, in one transaction with an event of another. Over every engine where it says
 * so. */
#include "support.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"

static const struct id house = {{0xaa}};
static const struct id process = {{0xbb}};
static const struct id other = {{0xcc}};
static const uint8_t hash[32] = {1, 2, 3};

enum { ERASING = 77 /* the command */ };

static void log_body(void *context, const struct journal_event *event) {
    buffer_format(context, "%lld:%.*s ", (long long)event->seq, STR_ARGS(event->body));
}

static void expect_stored(struct bench *bench, struct id id, enum status status, const char *expected) {
    int64_t last;
    buffer_clear(&bench->log);
    cr_expect_eq(journal_read(bench->journal, id, 0, log_body, &bench->log, &last), status);
    expect_log(bench, expected);
}

static struct entry *begin_erasing(struct bench *bench) {
    struct entry *entry = entry_create(bench, house, ERASING, "{\"removed\":1}");
    entry->append.erase = &process;
    entry_send(entry);
    return entry;
}

static enum status erase(struct bench *bench) {
    struct entry *entry = begin_erasing(bench);
    bench_settle(bench);
    enum status status = entry->append.status;
    entry_destroy(entry);
    return status;
}

static void blob_done(struct journal_blob *blob) {
    blob->link.next = &blob->link; /* says so to store_blob */
}

static enum status store_blob(struct bench *bench) {
    int64_t seq;
    struct journal_blob blob = {
        .process = process, .type = STR("image/png"), .bytes = STR("hemlig bild"), .done = blob_done};
    memcpy(blob.sha256, hash, sizeof blob.sha256);
    journal_store_blob(bench->journal, &blob);
    cr_assert_eq(append_one(bench, other, 0, "{}", &seq), STATUS_OK); /* completes after it */
    cr_assert_eq(blob.link.next, &blob.link);
    return blob.status;
}

static void fill(struct bench *bench) {
    static const char *const bodies[] = {"{\"text\":\"hemlig åäö\"}", "{}", "{\"text\":\"hemlig två\"}"};
    int64_t seq;
    cr_assert_eq(store_blob(bench), STATUS_OK);
    for (unsigned i = 0; i < 3; i++) {
        cr_assert_eq(append_one(bench, process, i + 1, bodies[i], &seq), STATUS_OK);
    }
    cr_assert_eq(append_one(bench, other, 9, "{\"text\":\"kvar\"}", &seq), STATUS_OK);
}

static void count_blob(void *context, const uint8_t sha256[32], struct str type, int64_t size) {
    (void)sha256;
    (void)type;
    (void)size;
    ++*(int *)context;
}

static void log_process(void *context, const struct journal_process *stored) {
    buffer_format(context, "%02x:%lld ", stored->id.bytes[0], (long long)stored->head);
}

static void expect_erased(struct bench *bench) {
    struct buffer bytes, type;
    int blobs = 0;
    buffer_init(&bytes);
    buffer_init(&type);
    expect_stored(bench, process, STATUS_ERASED, "");
    cr_expect_eq(journal_read_blob(bench->journal, process, hash, &bytes, &type), STATUS_NOT_FOUND);
    cr_expect_eq(journal_read_blobs(bench->journal, process, count_blob, &blobs), STATUS_OK);
    cr_expect_eq(blobs, 0);
    if (bench->is_sqlite) {
        cr_expect_not(folder_contains(bench->folder, "hemlig"));
        cr_expect(folder_contains(bench->folder, "kvar"), "searching finds what is there");
    }
    buffer_finish(&bytes);
    buffer_finish(&type);
}

static void erases(struct bench *bench) {
    fill(bench);
    cr_expect_eq(erase(bench), STATUS_OK);
    expect_erased(bench);
    expect_stored(bench, house, STATUS_OK, "1:{\"removed\":1} ");
    expect_stored(bench, other, STATUS_OK, "1:{} 2:{\"text\":\"kvar\"} ");
    buffer_clear(&bench->log);
    cr_expect_eq(journal_read_processes(bench->journal, log_process, &bench->log), STATUS_OK);
    expect_log(bench, "aa:1 cc:2 ");
}

Test(erase, nothing_is_left_but_the_event_that_says_so, .timeout = 20) {
    run_over_engines(erases);
}

static void is_spent(struct bench *bench) {
    int64_t seq;
    fill(bench);
    cr_expect_eq(erase(bench), STATUS_OK);
    for (int again = 0; again < 2; again++) {
        cr_expect_eq(append_one(bench, process, 4, "{\"text\":\"hemlig igen\"}", &seq), STATUS_ERASED);
        cr_expect_eq(append_one(bench, process, 1, "{}", &seq), STATUS_ERASED, "nor is it there already");
        cr_expect_eq(store_blob(bench), STATUS_ERASED);
        expect_erased(bench);
        if (bench->is_sqlite) {
            bench_reopen(bench);
        }
    }
    cr_expect_eq(append_one(bench, other, 0, "{}", &seq), STATUS_OK);
    cr_expect(journal_is_writable(bench->journal));
}

Test(erase, an_id_is_never_used_again, .timeout = 20) {
    run_over_engines(is_spent);
}

static void repeats(struct bench *bench) {
    fill(bench);
    cr_expect_eq(erase(bench), STATUS_OK);
    cr_expect_eq(erase(bench), STATUS_EXISTS);
    struct entry *entry = entry_create(bench, house, 0, "{\"again\":1}");
    entry->append.erase = &process;
    entry_send(entry);
    bench_settle(bench);
    cr_expect_eq(entry->append.status, STATUS_OK, "there is nothing more to be done");
    entry_destroy(entry);
    expect_erased(bench);
}

Test(erase, doing_it_again_changes_nothing, .timeout = 20) {
    run_over_engines(repeats);
}

static void erases_nothing(struct bench *bench) {
    int64_t seq;
    cr_assert_eq(append_one(bench, other, 0, "{}", &seq), STATUS_OK);
    cr_expect_eq(erase(bench), STATUS_OK);
    expect_stored(bench, process, STATUS_ERASED, "");
    cr_expect_eq(append_one(bench, process, 0, "{}", &seq), STATUS_ERASED);
}

Test(erase, what_was_never_there_cannot_come_any_more_either, .timeout = 20) {
    run_over_engines(erases_nothing);
}

static void refuses_its_own(struct bench *bench) {
    int64_t seq;
    struct entry *entry = entry_create(bench, process, 0, "{}");
    cr_assert_eq(append_one(bench, process, 0, "{}", &seq), STATUS_OK);
    entry->append.erase = &process;
    entry_send(entry);
    bench_settle(bench);
    cr_expect_eq(entry->append.status, STATUS_INVALID);
    entry_destroy(entry);
    expect_stored(bench, process, STATUS_OK, "1:{} ");
}

Test(erase, an_event_does_not_erase_its_own_process, .timeout = 20) {
    run_over_engines(refuses_its_own);
}

/* What was sent before is stored and then erased; what was sent behind is refused. */
static void keeps_the_order(struct bench *bench) {
    struct entry *before = entry_create(bench, process, 1, "{\"text\":\"hemlig\"}");
    struct entry *behind = entry_create(bench, process, 2, "{\"text\":\"hemlig\"}");
    int64_t seq;
    cr_assert_eq(append_one(bench, other, 0, "{\"text\":\"kvar\"}", &seq), STATUS_OK);
    journal_follow(bench->journal, process, 0, log_followed, bench);
    mailbox_open_all(&bench->mailbox);
    buffer_clear(&bench->log);
    entry_send(before);
    struct entry *erasing = begin_erasing(bench);
    entry_send(behind);
    bench_settle(bench);
    cr_expect_eq(erasing->append.status, STATUS_OK);
    cr_expect_eq(behind->append.status, STATUS_ERASED);
    cr_expect(before->append.status == STATUS_OK || before->append.status == STATUS_UNKNOWN_OUTCOME);
    entry_destroy(before);
    entry_destroy(erasing);
    entry_destroy(behind);
    expect_erased(bench);
}

Test(erase, what_is_on_its_way_goes_with_it, .timeout = 20) {
    run_over_engines(keeps_the_order);
}

static enum status redact_none(const struct journal_event *event, struct buffer *body) {
    (void)event;
    (void)body;
    return STATUS_DENIED;
}

static void is_all_or_nothing(struct bench *bench) {
    static const int64_t seqs[] = {1};
    int64_t seq;
    fill(bench);
    cr_assert_eq(append_one(bench, house, 0, "{\"title\":\"hemlig\"}", &seq), STATUS_OK);
    struct entry *entry = entry_create(bench, house, 0, "{}");
    entry->append.erase = &process;
    entry->append.redact_seqs = seqs;
    entry->append.redact_count = 1;
    entry->append.redact = redact_none;
    entry_send(entry);
    bench_settle(bench);
    cr_expect_eq(entry->append.status, STATUS_DENIED);
    entry_destroy(entry);
    expect_stored(bench, process, STATUS_OK, "1:{\"text\":\"hemlig åäö\"} 2:{} 3:{\"text\":\"hemlig två\"} ");
}

Test(erase, a_refusal_leaves_all_as_it_was, .timeout = 20) {
    run_over_engines(is_all_or_nothing);
}

Test(erase, a_write_that_fails_after_storing_is_found_when_sent_again, .timeout = 20) {
    struct bench bench;
    bench_open(&bench, false);
    fill(&bench);
    bench.faults.fail_after_at = 7; /* behind a blob and five events, that with the blob among them */
    cr_expect_eq(erase(&bench), STATUS_UNKNOWN_OUTCOME);
    expect_erased(&bench);
    cr_expect_eq(erase(&bench), STATUS_EXISTS);
    bench_close(&bench);
}

Test(erase, a_write_that_fails_erases_nothing, .timeout = 20) {
    struct bench bench;
    bench_open(&bench, false);
    fill(&bench);
    bench.faults.fail_at = 7;
    cr_expect_eq(erase(&bench), STATUS_UNKNOWN_OUTCOME);
    expect_stored(&bench, process, STATUS_OK,
                  "1:{\"text\":\"hemlig åäö\"} 2:{} 3:{\"text\":\"hemlig två\"} ");
    cr_expect_eq(erase(&bench), STATUS_OK);
    expect_erased(&bench);
    bench_close(&bench);
}

/* ---- on a disk ---- */

enum { MANY = 1200, TEXT_SIZE = 5200 };

/* Texts of all sizes, some over several pages, of two processes side by side. */
static void fill_much(struct bench *bench) {
    char text[TEXT_SIZE];
    unsigned state = 7;
    int64_t seq;
    for (unsigned i = 0; i < MANY; i += 60) {
        struct entry *entries[60];
        char *texts[60];
        for (unsigned j = 0; j < 60; j++) {
            state = state * 1103515245 + 12345;
            int filler = (int)(state >> 16) % (j % 20 == 0 ? 5000 : 500);
            bool mine = j % 2 == 0;
            snprintf(text, sizeof text, "{\"text\":\"%s%0*u\"}", mine ? "hemlig" : "kvar", filler, i + j);
            texts[j] = strdup(text);
            entries[j] = entry_create(bench, mine ? process : other, i + j + 1000, texts[j]);
            entry_send(entries[j]);
        }
        bench_settle(bench);
        for (unsigned j = 0; j < 60; j++) {
            cr_assert_eq(entries[j]->append.status, STATUS_OK);
            entry_destroy(entries[j]);
            free(texts[j]);
        }
    }
    cr_assert_eq(append_one(bench, other, 0, "{}", &seq), STATUS_OK);
}

static void say_line(void *context, const char *line) {
    (void)context;
    cr_expect(false, "%s", line);
}

Test(erase, no_page_of_any_file_keeps_a_trace, .timeout = 60) {
    struct bench bench;
    bench_open(&bench, true);
    fill_much(&bench);
    cr_expect_eq(store_blob(&bench), STATUS_OK);
    cr_expect(folder_contains(bench.folder, "hemlig"));
    cr_expect_eq(erase(&bench), STATUS_OK);
    expect_erased(&bench);
    cr_expect_eq(journal_sqlite_verify(bench.path, say_line, NULL), STATUS_OK);
    bench_close(&bench);
}

static void log_line(void *context, const char *line) {
    buffer_append_str(context, str_of(line));
}

Test(erase, verifying_finds_what_came_back, .timeout = 20) {
    struct bench bench;
    sqlite3 *db;
    bench_open(&bench, true);
    fill(&bench);
    cr_expect_eq(erase(&bench), STATUS_OK);
    cr_assert_eq(sqlite3_open(bench.path, &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, "update event set body = '{}' where seq = 3", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    buffer_clear(&bench.log);
    cr_expect_eq(journal_sqlite_verify(bench.path, log_line, &bench.log), STATUS_CORRUPT);
    buffer_append_byte(&bench.log, '\0');
    cr_expect(strstr(bench.log.data, "was erased, but something of it is there"), "%s", bench.log.data);
    bench_close(&bench);
}

static void limit_file_size(rlim_t size) {
    struct rlimit limit;
    cr_assert_eq(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = size < limit.rlim_max ? size : limit.rlim_max;
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void count_event(void *context, const struct journal_event *event) {
    cr_assert(memmem(event->body.data, event->body.size, "hemlig", 6));
    ++*(int *)context;
}

static int count_all(struct bench *bench) {
    int count = 0;
    int64_t last = 0, before;
    do {
        before = last;
        cr_assert_eq(journal_read(bench->journal, process, before, count_event, &count, &last), STATUS_OK);
    } while (last > before);
    return count;
}

Test(erase, on_a_full_disk_nothing_is_erased_until_there_is_room, .timeout = 60) {
    struct bench bench;
    signal(SIGXFSZ, SIG_IGN);
    bench_open(&bench, true);
    fill_much(&bench);
    bench_reopen(&bench); /* the log that is written ahead begins anew, and finds no room to grow */
    limit_file_size(100000);
    cr_expect_eq(erase(&bench), STATUS_UNKNOWN_OUTCOME);
    cr_expect_eq(count_all(&bench), MANY / 2);
    limit_file_size(RLIM_INFINITY);
    cr_expect_eq(erase(&bench), STATUS_OK);
    expect_erased(&bench);
    bench_close(&bench);
}

/* Opens the store, begins to erase, and is killed so many microseconds later. */
static void erase_and_be_killed(const char *path, useconds_t after) {
    pid_t child = fork();
    if (child == 0) {
        struct bench bench = {.is_sqlite = true};
        mailbox_init(&bench.mailbox, NULL, NULL);
        if (journal_sqlite_open(path, &bench.mailbox, &bench.journal) != STATUS_OK) {
            _exit(1);
        }
        begin_erasing(&bench);
        usleep(after);
        kill(getpid(), SIGKILL);
    }
    waitpid(child, NULL, 0);
}

static bool is_erased(struct bench *bench) {
    int64_t last;
    int count = 0;
    return journal_read(bench->journal, process, 0, count_event, &count, &last) == STATUS_ERASED;
}

static void log_any(void *context, const struct journal_event *event) {
    (void)event;
    ++*(int *)context;
}

Test(erase, a_killed_server_has_erased_all_or_nothing, .timeout = 120) {
    struct bench bench;
    bool erased = false;
    bench_open(&bench, true);
    fill_much(&bench);
    journal_close(bench.journal);
    for (useconds_t after = 0; !erased; after += 1000) {
        int told = 0;
        int64_t last;
        erase_and_be_killed(bench.path, after);
        cr_assert_eq(journal_sqlite_open(bench.path, &bench.mailbox, &bench.journal), STATUS_OK);
        erased = is_erased(&bench);
        cr_assert_eq(journal_read(bench.journal, house, 0, log_any, &told, &last), STATUS_OK);
        cr_expect_eq(told, erased ? 1 : 0, "the event that says so goes with it");
        if (erased) {
            cr_expect_not(folder_contains(bench.folder, "hemlig"), "also where the log was not emptied yet");
        } else {
            cr_expect_eq(count_all(&bench), MANY / 2);
            journal_close(bench.journal);
        }
    }
    cr_expect(folder_contains(bench.folder, "kvar"));
    cr_expect_eq(journal_sqlite_verify(bench.path, say_line, NULL), STATUS_OK);
    bench_close(&bench);
}

Test(erase, a_store_from_before_is_brought_up_to_date, .timeout = 20) {
    struct bench bench;
    sqlite3 *db;
    int64_t seq;
    bench_open(&bench, true);
    cr_assert_eq(append_one(&bench, process, 1, "{\"text\":\"hemlig\"}", &seq), STATUS_OK);
    cr_assert_eq(append_one(&bench, other, 1, "{\"text\":\"kvar\"}", &seq), STATUS_OK);
    journal_close(bench.journal);
    cr_assert_eq(sqlite3_open(bench.path, &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db,
                              "alter table process drop column erased;"
                              "update meta set value = '1' where key = 'schema_version'",
                              NULL, NULL, NULL),
                 SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_close(db);
    cr_expect_eq(journal_sqlite_verify(bench.path, say_line, NULL), STATUS_OK,
                 "an older one can be verified");
    cr_assert_eq(journal_sqlite_open(bench.path, &bench.mailbox, &bench.journal), STATUS_OK);
    expect_stored(&bench, process, STATUS_OK, "1:{\"text\":\"hemlig\"} ");
    cr_expect_eq(erase(&bench), STATUS_OK);
    expect_erased(&bench);
    bench_close(&bench);
}
