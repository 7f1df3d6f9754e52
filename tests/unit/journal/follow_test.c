/* Following: order, gaps, what may be called from within. Over every engine. */
#include "support.h"

#include "base/memory.h"

static const struct id process_a = {{0xaa}};
static const struct id process_b = {{0xbb}};

static void send_three(struct bench *bench, struct entry *entries[3]) {
    for (int i = 0; i < 3; i++) {
        entries[i] = entry_create(bench, process_a, 0, "{}");
        entry_send(entries[i]);
    }
}

static void follows_before_completing(struct bench *bench) {
    struct entry *entries[3], *alone;
    struct journal_follower *follower = journal_follow(bench->journal, process_a, 0, log_followed, bench);
    mailbox_open_all(&bench->mailbox);
    alone = entry_create(bench, process_a, 0, "{}");
    entry_send(alone);
    expect_log(bench, "");
    bench_settle(bench);
    expect_log(bench, "f1 c1 ");
    entry_destroy(alone);
    send_three(bench, entries);
    bench_settle(bench);
    /* Three may go as one batch or two; each is followed before it completes, in order. */
    struct str log = buffer_str(&bench->log), word;
    int64_t followed = 1, completed = 1;
    log = (struct str){log.data + 6, log.size - 6};
    while (str_split(&log, ' ', &word) && word.size > 0) {
        int64_t *head = word.data[0] == 'f' ? &followed : &completed;
        cr_expect_eq(word.data[1] - '0', ++*head);
        cr_expect_leq(completed, followed);
    }
    cr_expect_eq(completed, 4);
    for (int i = 0; i < 3; i++) {
        entry_destroy(entries[i]);
    }
    journal_unfollow(follower);
}

Test(follow, comes_in_seq_order_and_before_the_completion, .timeout = 20) {
    run_over_engines(follows_before_completing);
}

static void follows_across_the_gap(struct bench *bench) {
    int64_t seq;
    for (int i = 0; i < 5; i++) {
        cr_assert_eq(append_one(bench, process_a, 0, "{}", &seq), STATUS_OK);
    }
    cr_assert_eq(append_one(bench, process_b, 0, "{}", &seq), STATUS_OK);
    buffer_clear(&bench->log);
    struct journal_follower *follower = journal_follow(bench->journal, process_a, 2, log_followed, bench);
    expect_log(bench, "");
    mailbox_open_all(&bench->mailbox);
    expect_log(bench, "f3 f4 f5 ");
    cr_assert_eq(append_one(bench, process_a, 0, "{}", &seq), STATUS_OK);
    expect_log(bench, "f3 f4 f5 f6 c6 ");
    journal_unfollow(follower);
}

Test(follow, what_was_stored_between_read_and_follow_comes_too, .timeout = 20) {
    run_over_engines(follows_across_the_gap);
}

static void follows_while_appending(struct bench *bench) {
    struct entry *entries[3];
    send_three(bench, entries);
    struct journal_follower *follower = journal_follow(bench->journal, process_a, 0, log_followed, bench);
    bench_settle(bench);
    int64_t seq;
    cr_assert_eq(append_one(bench, process_a, 0, "{}", &seq), STATUS_OK);
    int followed = 0;
    for (size_t i = 0; i < bench->log.size; i++) {
        if (bench->log.data[i] == 'f') {
            cr_expect_eq(bench->log.data[i + 1] - '0', ++followed);
        }
    }
    cr_expect_eq(followed, 4, "each once");
    for (int i = 0; i < 3; i++) {
        entry_destroy(entries[i]);
    }
    journal_unfollow(follower);
}

Test(follow, beginning_while_a_batch_is_in_flight_loses_and_doubles_nothing, .timeout = 20) {
    run_over_engines(follows_while_appending);
}

static void follows_more_than_a_page(struct bench *bench) {
    enum { EVENTS = 2 * JOURNAL_PAGE + 7 };
    static struct entry *entries[EVENTS];
    for (int i = 0; i < EVENTS; i++) {
        entries[i] = entry_create(bench, process_a, 0, "{}");
        entry_send(entries[i]);
    }
    bench_settle(bench);
    buffer_clear(&bench->log);
    journal_follow(bench->journal, process_a, 0, log_followed, bench); /* freed by closing */
    mailbox_open_all(&bench->mailbox);
    int followed = 0;
    for (size_t i = 0; i < bench->log.size; i++) {
        followed += bench->log.data[i] == 'f';
    }
    cr_expect_eq(followed, EVENTS);
    for (int i = 0; i < EVENTS; i++) {
        entry_destroy(entries[i]);
    }
}

Test(follow, a_long_gap_is_read_page_by_page, .timeout = 30) {
    run_over_engines(follows_more_than_a_page);
}

struct chain {
    struct bench *bench;
    struct journal_follower *self;
    struct journal_follower *other;
    struct entry *next;
};

static void act_within(void *context, const struct journal_event *event) {
    struct chain *chain = context;
    log_followed(chain->bench, event);
    if (event->seq == 1) {
        entry_send(chain->next);
        journal_unfollow(chain->other);
    } else {
        journal_unfollow(chain->self);
    }
}

static void never(void *context, const struct journal_event *event) {
    (void)context;
    cr_assert_fail("event %lld came to a follower that was removed", (long long)event->seq);
}

static void acts_within(struct bench *bench) {
    struct chain chain = {.bench = bench};
    int64_t seq;
    chain.next = entry_create(bench, process_a, 0, "{}");
    chain.self = journal_follow(bench->journal, process_a, 0, act_within, &chain);
    chain.other = journal_follow(bench->journal, process_a, 0, never, NULL);
    cr_assert_eq(append_one(bench, process_a, 0, "{}", &seq), STATUS_OK);
    bench_settle(bench);
    cr_assert_eq(append_one(bench, process_a, 0, "{}", &seq), STATUS_OK);
    expect_log(bench, "f1 c1 f2 c2 c3 ");
    entry_destroy(chain.next);
}

Test(follow, a_follower_may_append_and_unfollow, .timeout = 20) {
    run_over_engines(acts_within);
}

Test(follow, unfollowing_before_the_first_letter_is_quiet, .timeout = 20) {
    struct bench bench;
    int64_t seq;
    bench_open(&bench, false);
    cr_assert_eq(append_one(&bench, process_a, 0, "{}", &seq), STATUS_OK);
    journal_unfollow(journal_follow(bench.journal, process_a, 0, never, NULL));
    mailbox_open_all(&bench.mailbox);
    journal_unfollow(NULL);
    bench_close(&bench);
}
