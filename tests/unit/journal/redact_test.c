/* Redaction, blobs and what failing stores leave behind. Over every engine where it says so. */
#include "support.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"

static const struct id process_a = {{0xaa}};
static const struct id process_b = {{0xbb}};
static const uint8_t hash[1][32] = {{1, 2, 3}};

static void log_body(void *context, const struct journal_event *event) {
    buffer_format(context, "%lld%s:%.*s ", (long long)event->seq, event->redacted ? "r" : "",
                  STR_ARGS(event->body));
}

static void expect_stored(struct bench *bench, const char *expected) {
    int64_t last;
    buffer_clear(&bench->log);
    cr_expect_eq(journal_read(bench->journal, process_a, 0, log_body, &bench->log, &last), STATUS_OK);
    expect_log(bench, expected);
}

static enum status redact(struct bench *bench, const int64_t *seqs, size_t count) {
    struct entry *entry = entry_create(bench, process_a, 0, "{\"by\":1}");
    entry->append.redact_seqs = seqs;
    entry->append.redact_count = count;
    entry->append.redact = redact_to_empty;
    entry_send(entry);
    bench_settle(bench);
    enum status status = entry->append.status;
    entry_destroy(entry);
    return status;
}

static void redacts(struct bench *bench) {
    static const int64_t seqs[] = {1, 3};
    static const char *const bodies[] = {"{\"text\":\"hemlig ett\"}", "{}", "{\"text\":\"hemlig tre\"}"};
    int64_t seq;
    for (int i = 0; i < 3; i++) {
        cr_assert_eq(append_one(bench, process_a, 0, bodies[i], &seq), STATUS_OK);
    }
    cr_assert_eq(append_one(bench, process_b, 0, "{\"text\":\"kvar\"}", &seq), STATUS_OK);
    cr_expect_eq(redact(bench, seqs, 2), STATUS_OK);
    expect_stored(bench, "1r:{} 2:{} 3r:{} 4:{\"by\":1} ");
    if (bench->is_sqlite) {
        cr_expect_not(folder_contains(bench->folder, "hemlig"));
        cr_expect(folder_contains(bench->folder, "kvar"), "searching finds what is there");
    }
}

Test(redact, texts_are_emptied_with_the_event_that_says_so, .timeout = 20) {
    run_over_engines(redacts);
}

static void refuses_as_a_whole(struct bench *bench) {
    static const int64_t seqs[] = {1, 2};
    int64_t seq;
    cr_assert_eq(append_one(bench, process_a, 0, "{\"text\":1}", &seq), STATUS_OK);
    cr_assert_eq(append_one(bench, process_a, 0, "{\"refuse\":true}", &seq), STATUS_OK);
    cr_expect_eq(redact(bench, seqs, 2), STATUS_DENIED);
    expect_stored(bench, "1:{\"text\":1} 2:{\"refuse\":true} ");
}

Test(redact, what_cannot_be_emptied_leaves_all_as_it_was, .timeout = 20) {
    run_over_engines(refuses_as_a_whole);
}

enum { MANY = 1500, TEXT_SIZE = 700 };

/* Texts of all sizes, over pages that were split and joined many times, in two processes. */
static void fill(struct bench *bench, struct entry **entries, char texts[][TEXT_SIZE]) {
    unsigned state = 7;
    for (int i = 0; i < MANY; i++) {
        state = state * 1103515245 + 12345;
        int filler = (int)(state >> 16) % 600;
        snprintf(texts[i], TEXT_SIZE, "{\"text\":\"hemlig%0*d\"}", filler, i);
        entries[i] = entry_create(bench, i % 2 ? process_a : process_b, state | 1, texts[i]);
        entry_send(entries[i]);
        if (i % 50 == 0) {
            bench_settle(bench);
        }
    }
    bench_settle(bench);
    for (int i = 0; i < MANY; i++) {
        cr_assert_eq(entries[i]->append.status, STATUS_OK);
        entry_destroy(entries[i]);
    }
}

Test(redact, no_page_keeps_a_trace_of_what_moved_through_it, .timeout = 60) {
    static struct entry *entries[MANY];
    static char texts[MANY][TEXT_SIZE];
    static int64_t seqs[MANY / 2];
    struct bench bench;
    bench_open(&bench, true);
    fill(&bench, entries, texts);
    cr_expect(folder_contains(bench.folder, "hemlig"));
    for (int i = 0; i < MANY / 2; i++) {
        seqs[i] = i + 1;
    }
    struct entry *both[2];
    for (int i = 0; i < 2; i++) {
        both[i] = entry_create(&bench, i ? process_a : process_b, 0, "{}");
        both[i]->append.redact_seqs = seqs;
        both[i]->append.redact_count = MANY / 2;
        both[i]->append.redact = redact_to_empty;
        entry_send(both[i]);
    }
    bench_settle(&bench);
    for (int i = 0; i < 2; i++) {
        cr_expect_eq(both[i]->append.status, STATUS_OK);
        entry_destroy(both[i]);
    }
    cr_expect_not(folder_contains(bench.folder, "hemlig"));
    bench_close(&bench);
}

Test(redact, redacting_one_by_one_leaves_no_trace_either, .timeout = 60) {
    static struct entry *entries[MANY];
    static char texts[MANY][TEXT_SIZE];
    struct bench bench;
    bench_open(&bench, true);
    fill(&bench, entries, texts);
    for (int64_t seq = 3; seq <= MANY / 2; seq += 10) {
        cr_assert_eq(redact(&bench, &seq, 1), STATUS_OK);
    }
    for (int i = 0; i < MANY / 2; i++) {
        bool redacted = i + 1 >= 3 && (i + 1 - 3) % 10 == 0;
        if (redacted || i % 50 == 0) { /* of process_a, whose texts are the odd ones */
            cr_expect_eq(folder_contains(bench.folder, texts[i * 2 + 1]), !redacted, "seq %d", i + 1);
        }
    }
    bench_close(&bench);
}

static void blob_done(struct journal_blob *blob) {
    blob->link.next = &blob->link; /* says so to store_blob */
}

static enum status store_blob(struct bench *bench, struct str type, struct str bytes) {
    struct journal_blob blob = {.process = process_a, .type = type, .bytes = bytes, .done = blob_done};
    memcpy(blob.sha256, hash[0], sizeof blob.sha256);
    int64_t seq;
    journal_store_blob(bench->journal, &blob);
    /* An event behind it completes after it. */
    cr_assert_eq(append_one(bench, process_b, 0, "{}", &seq), STATUS_OK);
    cr_assert_eq(blob.link.next, &blob.link);
    return blob.status;
}

static void log_blob(void *context, const uint8_t sha256[32], struct str type, int64_t size) {
    buffer_format(context, "%d %.*s %lld;", sha256[0], STR_ARGS(type), (long long)size);
}

static void erase(struct bench *bench) {
    struct entry *entry = entry_create(bench, process_a, 0, "{}");
    entry->append.erase_blobs = hash;
    entry->append.erase_count = 1;
    entry_send(entry);
    bench_settle(bench);
    cr_expect_eq(entry->append.status, STATUS_OK);
    entry_destroy(entry);
}

static void keeps_blobs(struct bench *bench) {
    static char large[JOURNAL_BLOB_SIZE + 1];
    struct buffer bytes, type;
    buffer_init(&bytes);
    buffer_init(&type);
    cr_expect_eq(store_blob(bench, STR("image/png"), (struct str){large, sizeof large}), STATUS_TOO_LARGE);
    cr_expect_eq(store_blob(bench, STR("image/png"), STR("hemlig\0bild")), STATUS_OK);
    cr_expect_eq(store_blob(bench, STR("image/png"), STR("hemlig\0bild")), STATUS_OK, "there already");
    cr_expect_eq(journal_read_blob(bench->journal, process_a, hash[0], &bytes, &type), STATUS_OK);
    cr_expect(str_equal(buffer_str(&bytes), STR("hemlig\0bild")));
    cr_expect(str_equal(buffer_str(&type), STR("image/png")));
    cr_expect_eq(journal_read_blob(bench->journal, process_b, hash[0], &bytes, &type), STATUS_NOT_FOUND);
    buffer_clear(&bench->log);
    cr_expect_eq(journal_read_blobs(bench->journal, process_a, log_blob, &bench->log), STATUS_OK);
    expect_log(bench, "1 image/png 11;");
    erase(bench);
    cr_expect_eq(journal_read_blob(bench->journal, process_a, hash[0], &bytes, &type), STATUS_NOT_FOUND);
    buffer_clear(&bench->log);
    cr_expect_eq(journal_read_blobs(bench->journal, process_a, log_blob, &bench->log), STATUS_OK);
    expect_log(bench, "");
    cr_expect_not(folder_contains(bench->folder, "hemlig"));
    cr_expect_eq(store_blob(bench, STR("image/png"), STR("hemlig\0bild")), STATUS_OK, "it may come again");
    buffer_clear(&bytes);
    cr_expect_eq(journal_read_blob(bench->journal, process_a, hash[0], &bytes, &type), STATUS_OK);
    cr_expect(str_equal(buffer_str(&bytes), STR("hemlig\0bild")));
    buffer_finish(&bytes);
    buffer_finish(&type);
}

Test(redact, blobs_are_stored_once_read_and_erased, .timeout = 20) {
    run_over_engines(keeps_blobs);
}
