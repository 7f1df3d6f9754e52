/* Stores that fail: the outcome is unknown, and sending again settles it. */
#include "support.h"

#include <signal.h>
#include <sys/resource.h>

#include "base/memory.h"

static const struct id process_a = {{0xaa}};

static void log_seq(void *context, const struct journal_event *event) {
    buffer_format(context, "%lld ", (long long)event->seq);
}

static void expect_seqs(struct bench *bench, const char *expected) {
    int64_t last;
    buffer_clear(&bench->log);
    cr_expect_eq(journal_read(bench->journal, process_a, 0, log_seq, &bench->log, &last), STATUS_OK);
    expect_log(bench, expected);
}

Test(fault, a_write_that_fails_is_stored_when_sent_again, .timeout = 20) {
    struct bench bench;
    int64_t seq;
    bench_open(&bench, false);
    bench.faults.fail_at = 2;
    cr_expect_eq(append_one(&bench, process_a, 1, "{}", &seq), STATUS_OK);
    cr_expect_eq(append_one(&bench, process_a, 2, "{}", &seq), STATUS_UNKNOWN_OUTCOME);
    cr_expect_not(journal_is_writable(bench.journal));
    cr_expect_eq(append_one(&bench, process_a, 2, "{}", &seq), STATUS_OK);
    cr_expect_eq(seq, 2);
    cr_expect(journal_is_writable(bench.journal));
    expect_seqs(&bench, "1 2 ");
    bench_close(&bench);
}

Test(fault, a_write_that_fails_after_storing_is_found_when_sent_again, .timeout = 20) {
    struct bench bench;
    int64_t seq;
    bench_open(&bench, false);
    journal_follow(bench.journal, process_a, 0, log_followed, &bench);
    mailbox_open_all(&bench.mailbox);
    bench.faults.fail_after_at = 1;
    cr_expect_eq(append_one(&bench, process_a, 1, "{}", &seq), STATUS_UNKNOWN_OUTCOME);
    expect_log(&bench, "c0 ");
    cr_expect_eq(append_one(&bench, process_a, 1, "{}", &seq), STATUS_EXISTS);
    expect_log(&bench, "c0 f1 c1 ");
    bench_close(&bench);
}

Test(fault, followers_get_what_a_failed_write_stored_before_anything_later, .timeout = 20) {
    struct bench bench;
    int64_t seq;
    bench_open(&bench, false);
    journal_follow(bench.journal, process_a, 0, log_followed, &bench);
    mailbox_open_all(&bench.mailbox);
    bench.faults.fail_after_at = 1;
    cr_expect_eq(append_one(&bench, process_a, 1, "{}", &seq), STATUS_UNKNOWN_OUTCOME);
    cr_expect_eq(append_one(&bench, process_a, 2, "{}", &seq), STATUS_OK);
    expect_log(&bench, "c0 f1 f2 c2 ");
    bench_close(&bench);
}

static void ignore_blob(struct journal_blob *blob) {
    blob->bytes = (struct str){0};
}

Test(fault, blobs_count_as_writes, .timeout = 20) {
    struct bench bench;
    struct journal_blob blob = {
        .process = process_a, .type = STR("t"), .bytes = STR("b"), .done = ignore_blob};
    bench_open(&bench, false);
    bench.faults.fail_at = 1;
    journal_store_blob(bench.journal, &blob);
    mailbox_open_all(&bench.mailbox);
    cr_expect_eq(blob.status, STATUS_UNKNOWN_OUTCOME);
    cr_expect(str_is_absent(blob.bytes), "done was called");
    bench_close(&bench);
}

static void limit_file_size(rlim_t size) {
    struct rlimit limit;
    cr_assert_eq(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = size < limit.rlim_max ? size : limit.rlim_max;
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

/* No file may grow beyond what it has, as on a full disk. */
Test(fault, a_full_disk_gives_unknown_outcomes_and_heals, .timeout = 30) {
    enum { EVENTS = 40 };
    static char body[20000];
    struct bench bench;
    int64_t seq = 0;
    int unknown = 0;
    signal(SIGXFSZ, SIG_IGN);
    for (size_t i = 0; i + 1 < sizeof body; i++) {
        body[i] = 'x';
    }
    bench_open(&bench, true);
    journal_follow(bench.journal, process_a, 0, log_followed, &bench);
    limit_file_size(300000);
    for (unsigned i = 1; i <= EVENTS; i++) {
        enum status status = append_one(&bench, process_a, i, body, &seq);
        cr_assert(status == STATUS_OK || status == STATUS_UNKNOWN_OUTCOME, "%s", status_text(status));
        unknown += status == STATUS_UNKNOWN_OUTCOME;
    }
    cr_expect_gt(unknown, 0);
    cr_expect_not(journal_is_writable(bench.journal));
    limit_file_size(RLIM_INFINITY);
    for (unsigned i = 1; i <= EVENTS; i++) {
        enum status status = append_one(&bench, process_a, i, "{}", &seq);
        cr_expect(status == STATUS_OK || status == STATUS_EXISTS, "%s", status_text(status));
    }
    cr_expect(journal_is_writable(bench.journal));
    struct buffer expected;
    buffer_init(&expected);
    for (int i = 1; i <= EVENTS; i++) {
        buffer_format(&expected, "%d ", i);
    }
    buffer_append_byte(&expected, '\0');
    expect_seqs(&bench, expected.data);
    buffer_finish(&expected);
    bench_close(&bench);
}
