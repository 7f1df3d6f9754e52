/* The contract of journal.h, over every engine: appending, numbering, repeats, time, caps, closing. */
#include "support.h"

#include <string.h>

#include "base/memory.h"

enum { MANY = 2500 };

static const struct id process_a = {{0xaa}};
static const struct id process_b = {{0xbb}};

struct seen {
    int64_t count;
    int64_t next;
    int64_t at;
    bool dense;
    struct buffer bodies;
};

static void see(void *context, const struct journal_event *event) {
    struct seen *seen = context;
    seen->dense = seen->dense && event->seq == ++seen->next;
    seen->count++;
    seen->at = event->at;
    buffer_append_str(&seen->bodies, event->body);
}

static struct seen read_all(struct bench *bench, struct id process) {
    struct seen seen = {.dense = true};
    int64_t last = 0, before;
    do {
        before = last;
        cr_assert_eq(journal_read(bench->journal, process, before, see, &seen, &last), STATUS_OK);
        cr_assert_leq(last - before, JOURNAL_PAGE);
    } while (last > before);
    return seen;
}

static void expect_bodies(struct bench *bench, struct id process, const char *expected) {
    struct seen seen = read_all(bench, process);
    cr_expect(seen.dense);
    struct str bodies = buffer_str(&seen.bodies);
    cr_expect(str_equal(bodies, str_of(expected)), "'%.*s'", STR_ARGS(bodies));
    buffer_finish(&seen.bodies);
}

static void sees_dense_seqs(struct bench *bench) {
    static struct entry *entries[MANY];
    for (int i = 0; i < MANY; i++) {
        entries[i] = entry_create(bench, i % 3 == 0 ? process_a : process_b, 0, "{}");
        entry_send(entries[i]);
    }
    cr_expect_eq(journal_pending(bench->journal), MANY);
    bench_settle(bench);
    int64_t head_a = 0, head_b = 0;
    for (int i = 0; i < MANY; i++) {
        int64_t *head = i % 3 == 0 ? &head_a : &head_b;
        cr_assert_eq(entries[i]->append.status, STATUS_OK);
        cr_assert_eq(entries[i]->append.event.seq, ++*head);
        entry_destroy(entries[i]);
    }
    struct seen a = read_all(bench, process_a), b = read_all(bench, process_b);
    cr_expect(a.dense && b.dense);
    cr_expect_eq(a.count, head_a);
    cr_expect_eq(b.count, head_b);
    buffer_finish(&a.bodies);
    buffer_finish(&b.bodies);
}

Test(contract, seqs_are_dense_under_interleaved_processes, .timeout = 60) {
    run_over_engines(sees_dense_seqs);
}

static void answers_repeats(struct bench *bench) {
    struct entry *first = entry_create(bench, process_a, 7, "1");
    struct entry *other = entry_create(bench, process_a, 8, "2");
    struct entry *again = entry_create(bench, process_a, 7, "1");
    struct entry *elsewhere = entry_create(bench, process_b, 7, "1");
    struct entry *all[] = {first, other, again, elsewhere};
    int64_t seq;
    for (int i = 0; i < 4; i++) {
        entry_send(all[i]);
    }
    bench_settle(bench);
    cr_expect_eq(again->append.status, STATUS_EXISTS);
    cr_expect_eq(again->append.event.seq, 1);
    cr_expect_eq(other->append.event.seq, 2);
    cr_expect_eq(elsewhere->append.status, STATUS_OK, "a command is one process's");
    for (int i = 0; i < 4; i++) {
        entry_destroy(all[i]);
    }
    cr_expect_eq(append_one(bench, process_a, 8, "2", &seq), STATUS_EXISTS);
    cr_expect_eq(seq, 2);
    expect_bodies(bench, process_a, "12");
}

Test(contract, repeats_are_answered_with_the_first_seq, .timeout = 20) {
    run_over_engines(answers_repeats);
}

static int64_t append_at(struct bench *bench, int64_t at, bool fixed) {
    struct entry *entry = entry_create(bench, process_a, 0, "{}");
    entry->append.event.at = at;
    entry->append.at_is_fixed = fixed;
    entry_send(entry);
    bench_settle(bench);
    cr_expect_eq(entry->append.status, STATUS_OK);
    int64_t stored = entry->append.event.at;
    entry_destroy(entry);
    return stored;
}

static void keeps_time(struct bench *bench) {
    cr_expect_eq(append_at(bench, 500, false), 500);
    cr_expect_eq(append_at(bench, 400, false), 500, "raised");
    cr_expect_eq(append_at(bench, 100, true), 100, "fixed stays");
    cr_expect_eq(append_at(bench, 300, false), 500, "a fixed one does not let time go back");
    cr_expect_eq(append_at(bench, 900, true), 900);
    cr_expect_eq(append_at(bench, 600, false), 600, "nor does it push time on");
    if (bench->is_sqlite) {
        bench_reopen(bench);
        cr_expect_eq(append_at(bench, 10, false), 600, "also after opening again");
    }
    struct seen seen = read_all(bench, process_a);
    cr_expect_eq(seen.at, 600);
    buffer_finish(&seen.bodies);
}

Test(contract, time_never_goes_back, .timeout = 20) {
    run_over_engines(keeps_time);
}

static void expect_redacted(void *context, const struct journal_event *event) {
    cr_expect(event->redacted);
    cr_expect(str_equal(event->body, STR("{}")));
    (*(int *)context)++;
}

static void keeps_the_mark_of_redaction(struct bench *bench) {
    struct entry *entry = entry_create(bench, process_a, 0, "{}");
    int64_t last;
    int count = 0;
    entry->append.event.redacted = true;
    entry_send(entry);
    bench_settle(bench);
    cr_expect_eq(entry->append.status, STATUS_OK);
    entry_destroy(entry);
    cr_assert_eq(journal_read(bench->journal, process_a, 0, expect_redacted, &count, &last), STATUS_OK);
    cr_expect_eq(count, 1);
}

Test(contract, an_event_from_an_archive_may_be_redacted_already, .timeout = 20) {
    run_over_engines(keeps_the_mark_of_redaction);
}

static void keeps_every_field(struct bench *bench, const struct journal_event *event) {
    cr_expect(id_equal(event->command, id_number(5)));
    cr_expect_eq(event->at, 1234);
    cr_expect_eq(event->version, 3);
    cr_expect(str_equal(event->actor, STR("")));
    cr_expect(str_equal(event->kind, STR("note.put")));
    cr_expect(str_equal(event->body, STR("{\"text\":\"å\\u0000\"}")));
    cr_expect_not(event->redacted);
    buffer_append_str(&bench->log, STR("seen"));
}

static void check_fields(void *context, const struct journal_event *event) {
    keeps_every_field(context, event);
}

static void stores_fields(struct bench *bench) {
    struct entry *entry = entry_create(bench, process_a, 5, "{\"text\":\"å\\u0000\"}");
    entry->append.event.at = 1234;
    entry->append.event.version = 3;
    entry->append.event.actor = (struct str){0};
    entry_send(entry);
    bench_settle(bench);
    entry_destroy(entry);
    int64_t last;
    buffer_clear(&bench->log);
    cr_expect_eq(journal_read(bench->journal, process_a, 0, check_fields, bench, &last), STATUS_OK);
    expect_log(bench, "seen");
    cr_expect_eq(last, 1);
    cr_expect_eq(journal_read(bench->journal, process_a, 1, check_fields, bench, &last), STATUS_OK);
    cr_expect_eq(last, 1, "after, where there is nothing");
}

Test(contract, events_are_read_as_they_were_stored, .timeout = 20) {
    run_over_engines(stores_fields);
}

static enum status send_changed(struct bench *bench, void (*change)(struct journal_append *append)) {
    struct entry *before = entry_create(bench, process_a, 0, "{}");
    struct entry *entry = entry_create(bench, process_a, 0, "{}");
    struct entry *after = entry_create(bench, process_a, 0, "{}");
    change(&entry->append);
    entry_send(before);
    entry_send(entry);
    entry_send(after);
    bench_settle(bench);
    cr_expect_eq(before->append.status, STATUS_OK);
    cr_expect_eq(after->append.event.seq, before->append.event.seq + 1, "refused alone, without a gap");
    enum status status = entry->append.status;
    entry_destroy(before);
    entry_destroy(entry);
    entry_destroy(after);
    return status;
}

static char large[JOURNAL_BODY_SIZE + 1];
static const int64_t future_seq[] = {1000000}, zero_seq[] = {0};
static const uint8_t no_blob[1][32] = {{9}};

static void large_body(struct journal_append *append) {
    append->event.body = (struct str){large, sizeof large};
}

static void large_actor(struct journal_append *append) {
    append->event.actor = (struct str){large, JOURNAL_ACTOR_SIZE + 1};
}

static void large_kind(struct journal_append *append) {
    append->event.kind = (struct str){large, JOURNAL_KIND_SIZE + 1};
}

static void no_command(struct journal_append *append) {
    append->event.command = (struct id){0};
}

static void redact_future(struct journal_append *append) {
    append->redact_seqs = future_seq;
    append->redact_count = 1;
    append->redact = redact_to_empty;
}

static void redact_zero(struct journal_append *append) {
    redact_future(append);
    append->redact_seqs = zero_seq;
}

static void erase_nothing(struct journal_append *append) {
    append->erase_blobs = no_blob;
    append->erase_count = 1;
}

static void just_fits(struct journal_append *append) {
    append->event.body = (struct str){large, JOURNAL_BODY_SIZE};
    append->event.actor = (struct str){large, JOURNAL_ACTOR_SIZE};
    append->event.kind = (struct str){large, JOURNAL_KIND_SIZE};
}

static void refuses(struct bench *bench) {
    memset(large, 'x', sizeof large);
    cr_expect_eq(send_changed(bench, large_body), STATUS_TOO_LARGE);
    cr_expect_eq(send_changed(bench, large_actor), STATUS_TOO_LARGE);
    cr_expect_eq(send_changed(bench, large_kind), STATUS_TOO_LARGE);
    cr_expect_eq(send_changed(bench, no_command), STATUS_INVALID);
    cr_expect_eq(send_changed(bench, redact_future), STATUS_NOT_FOUND);
    cr_expect_eq(send_changed(bench, redact_zero), STATUS_NOT_FOUND);
    cr_expect_eq(send_changed(bench, erase_nothing), STATUS_NOT_FOUND);
    cr_expect(journal_is_writable(bench->journal), "a refusal is no failure of the store");
}

Test(contract, a_refusal_settles_its_event_alone, .timeout = 20) {
    run_over_engines(refuses);
}

static void takes_what_just_fits(struct bench *bench) {
    memset(large, 'x', sizeof large);
    struct entry *entry = entry_create(bench, process_a, 0, "{}");
    just_fits(&entry->append);
    entry_send(entry);
    bench_settle(bench);
    cr_expect_eq(entry->append.status, STATUS_OK);
    entry_destroy(entry);
}

Test(contract, what_is_as_large_as_allowed_is_stored, .timeout = 20) {
    run_over_engines(takes_what_just_fits);
}

static void list_process(void *context, const struct journal_process *process) {
    buffer_format(context, "%02x:%lld ", process->id.bytes[0], (long long)process->head);
}

static void lists_processes(struct bench *bench) {
    int64_t seq;
    buffer_clear(&bench->log);
    cr_expect_eq(journal_read_processes(bench->journal, list_process, &bench->log), STATUS_OK);
    expect_log(bench, "");
    (void)!append_one(bench, process_b, 0, "{}", &seq);
    (void)!append_one(bench, process_a, 0, "{}", &seq);
    (void)!append_one(bench, process_a, 0, "{}", &seq);
    (void)!append_one(bench, (struct id){0}, 0, "{}", &seq);
    buffer_clear(&bench->log);
    cr_expect_eq(journal_read_processes(bench->journal, list_process, &bench->log), STATUS_OK);
    expect_log(bench, "00:1 aa:2 bb:1 ");
}

Test(contract, processes_are_listed_by_id_with_their_heads, .timeout = 20) {
    run_over_engines(lists_processes);
}

Test(contract, closing_completes_everything_once, .timeout = 30) {
    for (int is_sqlite = 0; is_sqlite < 2; is_sqlite++) {
        static struct entry *entries[MANY];
        struct bench bench;
        int stored = 0, cancelled = 0;
        bench_open(&bench, is_sqlite);
        for (int i = 0; i < MANY; i++) {
            entries[i] = entry_create(&bench, process_a, 0, "{}");
            entry_send(entries[i]);
        }
        bench_close(&bench);
        for (int i = 0; i < MANY; i++) {
            stored += entries[i]->append.status == STATUS_OK;
            cancelled += entries[i]->append.status == STATUS_CANCELLED;
            entry_destroy(entries[i]);
        }
        cr_expect_eq(stored + cancelled, MANY);
        cr_expect_geq(stored, 1, "the batch in flight is let finish");
        cr_expect_geq(cancelled, 1);
    }
    journal_close(NULL);
}

Test(contract, epochs_of_stores_differ, .timeout = 20) {
    struct bench a, b;
    bench_open(&a, true);
    bench_open(&b, false);
    struct id epoch = journal_epoch(a.journal);
    cr_expect_not(id_is_none(epoch));
    cr_expect_not(id_equal(epoch, journal_epoch(b.journal)));
    bench_reopen(&a);
    cr_expect(id_equal(epoch, journal_epoch(a.journal)), "opening again is no restoring");
    bench_close(&a);
    bench_close(&b);
}
