/* Processes that are removed for good. */
#include <criterion/criterion.h>
#include <string.h>

#include "access/house.h"

static const struct map_seed seed = {{9}};
static const struct id anna = {{1, 1}};
static const struct id rehearsal = {{2, 1}}, real = {{2, 2}};
static const struct id morning = {{3, 1}}, evening = {{3, 2}};
static const struct id none;
static const char token[] = "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd";

static struct house *house;

static enum reason happen_as(enum house_kind kind, union house_body body, bool redacted) {
    struct house_event event = {
        .seq = house_head(house) + 1, .at = 1000, .kind = kind, .redacted = redacted, .body = body};
    enum reason judged = house_judge(house, &event);
    cr_expect_eq(house_apply(house, &event), judged, "judge and apply agree");
    return judged;
}

static enum reason happen(enum house_kind kind, union house_body body) {
    return happen_as(kind, body, false);
}

static enum reason add_process(struct id process, const char *title, bool is_rehearsal) {
    return happen(HOUSE_PROCESS_ADD, (union house_body){.process_add = {.process = process,
                                                                        .title = str_of(title),
                                                                        .account = anna,
                                                                        .rehearsal = is_rehearsal}});
}

static enum reason rename_process(struct id process, const char *title) {
    return happen(HOUSE_PROCESS_RENAME,
                  (union house_body){.process_rename = {.process = process, .title = str_of(title)}});
}

static enum reason remove_process(struct id process, const int64_t *seqs, size_t count) {
    return happen(
        HOUSE_PROCESS_REMOVE,
        (union house_body){.process_remove = {.process = process, .seqs = seqs, .seqs_count = count}});
}

static enum reason remove_unused(struct id process) {
    return happen(HOUSE_PROCESS_REMOVE,
                  (union house_body){.process_remove = {.process = process, .unused = true}});
}

static enum reason redact(const int64_t *seqs, size_t count) {
    return happen(HOUSE_REDACT, (union house_body){.redact = {.seqs = seqs, .seqs_count = count}});
}

static enum reason put_joining(struct id process, struct id session, const char *code, const char *secret) {
    return happen(HOUSE_JOINING_PUT, (union house_body){.joining_put = {.process = process,
                                                                        .session = session,
                                                                        .code = str_of(code),
                                                                        .secret = str_of(secret),
                                                                        .open = true}});
}

static void set_up(void) {
    house = house_create(seed);
    cr_assert_eq(
        happen(HOUSE_ACCOUNT_ADD, (union house_body){.account_add = {.id = anna, .name = STR("Anna")}}),
        REASON_ABSENT);
    cr_assert_eq(add_process(rehearsal, "Provet", true), REASON_ABSENT); /* 2 */
    cr_assert_eq(add_process(real, "Dagen", false), REASON_ABSENT);
}

static void tear_down(void) {
    house_destroy(house);
}

TestSuite(house_removal, .init = set_up, .fini = tear_down);

Test(house_removal, only_a_rehearsal_or_what_was_never_used_can_be_removed_and_once) {
    cr_expect(house_process(house, rehearsal)->rehearsal);
    cr_expect_not(house_process(house, real)->rehearsal);
    cr_expect_eq(remove_process(real, NULL, 0), REASON_HAS_ANSWERS);
    cr_expect_eq(remove_process((struct id){{9}}, NULL, 0), REASON_UNKNOWN_PROCESS);
    cr_expect_eq(remove_process(rehearsal, NULL, 0), REASON_ABSENT);
    cr_expect_eq(remove_process(rehearsal, NULL, 0), REASON_UNKNOWN_PROCESS);
    cr_expect(house_has_removed(house, rehearsal));
    cr_expect_not(house_has_removed(house, real));
    cr_expect_not(house_has_removed(house, (struct id){{9}}));
    cr_expect_eq(remove_unused(real), REASON_ABSENT);
    cr_expect_eq(remove_unused(real), REASON_UNKNOWN_PROCESS);
}

Test(house_removal, nothing_leads_there_any_more) {
    struct arena arena;
    const struct house_process *processes;
    arena_init(&arena);
    cr_assert_eq(put_joining(rehearsal, morning, "1234567890", "secret of the link"), REASON_ABSENT);
    cr_assert_eq(happen(HOUSE_DISPLAY_ADD, (union house_body){.display_add = {.process = rehearsal,
                                                                              .session = morning,
                                                                              .token_hash = str_of(token)}}),
                 REASON_ABSENT);
    cr_assert(house_may_somewhere(house, anna, GRANT_ROLE_FACILITATOR));
    cr_assert_eq(remove_process(rehearsal, NULL, 0), REASON_ABSENT);
    cr_expect_null(house_process(house, rehearsal));
    cr_expect_null(house_joining(house, morning));
    cr_expect_null(house_joining_by_code(house, STR("1234567890")));
    cr_expect_null(house_joining_by_secret(house, STR("secret of the link")));
    cr_expect_null(house_display(house, str_of(token)));
    cr_expect_not(house_may(house, anna, GRANT_ROLE_FACILITATOR, rehearsal));
    cr_expect(house_may(house, anna, GRANT_ROLE_FACILITATOR, real));
    cr_expect_eq(house_processes(house, NULL, &arena, &processes), 1);
    cr_expect(id_equal(processes[0].process, real));
    const struct list *grants = &house_account(house, anna)->grants;
    cr_expect_eq(grants->next->next, grants, "one is left");
    cr_expect_eq(put_joining(real, evening, "1234567890", "another secret"), REASON_ABSENT, "it is free");
    cr_expect(house_joining_by_code(house, STR("1234567890")));
    arena_finish(&arena);
}

Test(house_removal, an_id_is_never_used_again) {
    cr_assert_eq(remove_process(rehearsal, NULL, 0), REASON_ABSENT);
    cr_expect_eq(add_process(rehearsal, "En till", true), REASON_ID_TAKEN);
    cr_expect_eq(rename_process(rehearsal, "Annat"), REASON_UNKNOWN_PROCESS);
    cr_expect_eq(put_joining(rehearsal, evening, "1234567891", "s"), REASON_UNKNOWN_PROCESS);
    cr_expect_eq(happen(HOUSE_GRANT_PUT, (union house_body){.grant_put = {.account = anna,
                                                                          .role = GRANT_ROLE_RESEARCHER,
                                                                          .process = rehearsal,
                                                                          .granted = true}}),
                 REASON_UNKNOWN_PROCESS);
    cr_expect_null(house_process(house, rehearsal));
}

Test(house_removal, every_title_that_the_journal_holds_is_found) {
    int64_t seqs[8];
    cr_assert_eq(rename_process(rehearsal, "Provet igen"), REASON_ABSENT); /* 4 */
    cr_assert_eq(add_process(rehearsal, "Taget", true), REASON_ID_TAKEN);  /* 5, void, but stored */
    cr_assert_eq(rename_process(real, "Dagen igen"), REASON_ABSENT);
    cr_assert_eq(house_titles(house, rehearsal, seqs, 8), 3);
    cr_expect(seqs[0] == 2 && seqs[1] == 4 && seqs[2] == 5);
    cr_expect_eq(house_titles(house, rehearsal, seqs, 2), 2);
    cr_expect_eq(house_titles(house, none, seqs, 8), 0);
    cr_expect_eq(house_due_titles(house, seqs, 8), 0, "while it is there");
    cr_assert_eq(remove_process(rehearsal, (int64_t[]){2, 4, 5}, 3), REASON_ABSENT);
    cr_expect_eq(house_due_titles(house, seqs, 8), 0);
}

Test(house_removal, titles_that_came_behind_are_due_until_they_are_emptied) {
    int64_t seqs[8];
    cr_assert_eq(rename_process(rehearsal, "På väg"), REASON_ABSENT); /* 4: was not known of yet */
    cr_assert_eq(remove_process(rehearsal, (int64_t[]){2}, 1), REASON_ABSENT);
    cr_assert_eq(rename_process(rehearsal, "För sent"), REASON_UNKNOWN_PROCESS); /* 6 */
    cr_assert_eq(house_due_titles(house, seqs, 8), 2);
    cr_expect(seqs[0] == 4 && seqs[1] == 6);
    cr_expect_eq(redact((int64_t[]){4}, 1), REASON_ABSENT);
    cr_assert_eq(house_due_titles(house, seqs, 8), 1);
    cr_expect_eq(redact((int64_t[]){6, 6}, 2), REASON_ABSENT);
    cr_expect_eq(house_due_titles(house, seqs, 8), 0);
}

Test(house_removal, what_was_emptied_is_not_due_when_the_journal_is_read_again) {
    int64_t seqs[8];
    house_destroy(house);
    house = house_create(seed);
    cr_assert_eq(happen_as(HOUSE_PROCESS_ADD,
                           (union house_body){.process_add = {.process = rehearsal, .rehearsal = true}},
                           true),
                 REASON_ABSENT);
    cr_assert_eq(remove_process(rehearsal, (int64_t[]){1}, 1), REASON_ABSENT);
    cr_expect_eq(house_due_titles(house, seqs, 8), 0);
}

Test(house_removal, one_that_was_used_goes_where_somebody_decided_it_and_says_why) {
    struct house_process_remove remove = {.process = real, .decision = STR("Nämnden")};
    cr_expect_eq(happen(HOUSE_PROCESS_REMOVE, (union house_body){.process_remove = remove}),
                 REASON_HAS_ANSWERS);
    remove.reason = STR("Ska gallras");
    cr_expect_eq(happen(HOUSE_PROCESS_REMOVE, (union house_body){.process_remove = remove}), REASON_ABSENT);
    cr_expect(house_has_removed(house, real));
}

Test(house_removal, who_took_it_home_is_known_afterwards_with_the_sum_of_the_file_once) {
    const struct id file = {{7}};
    size_t count;
    union house_body add = {
        .download_add = {
            .process = real, .view = RECORD_VIEW_DOCUMENTATION, .format = STR("csv"), .id = file}};
    union house_body done = {.download_done = {.id = file, .sha256 = str_of(token), .bytes = 7}};
    cr_expect_eq(happen(HOUSE_DOWNLOAD_DONE, done), REASON_DENIED);
    cr_expect_eq(happen(HOUSE_DOWNLOAD_ADD, add), REASON_ABSENT);
    cr_expect_eq(happen(HOUSE_DOWNLOAD_ADD, add), REASON_ID_TAKEN);
    cr_expect_eq(happen(HOUSE_DOWNLOAD_DONE, done), REASON_ABSENT);
    cr_expect_eq(happen(HOUSE_DOWNLOAD_DONE, done), REASON_WRONG_STATE);
    cr_expect_eq(remove_unused(real), REASON_ABSENT);
    const struct house_download *downloads = house_downloads(house, &count);
    cr_assert_eq(count, 1);
    cr_expect(str_equal(downloads[0].sha256, str_of(token)));
    cr_expect_eq(downloads[0].bytes, 7);
}
