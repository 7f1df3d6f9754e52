/* Files of pictures: stored, named, let go. */
#include <criterion/criterion.h>
#include <string.h>

#include "live/blobs.h"
#include "live/client.h"
#include "live/live.h"
#include "live/room.h"
#include "meeting.h"

#define ID(id) text_of(id).text

enum { GRACE = 3600 * 1000 };

static struct meeting meeting;
static struct fake person;
static enum reason stored;
static int answers;

static const uint8_t large[BLOB_HASH] = {1, 2, 3}, small[BLOB_HASH] = {0xff}, other[BLOB_HASH] = {9};

static void set_up(void) {
    meeting_create(&meeting, 23, NULL);
    meeting_join(&meeting, &person);
    answers = 0;
}

static void tear_down(void) {
    fake_destroy(&person);
    meeting_destroy(&meeting);
}

TestSuite(blobs, .init = set_up, .fini = tear_down);

static void on_stored(void *context, enum reason reason) {
    (void)context;
    stored = reason;
    answers++;
}

static enum reason store(const uint8_t first[BLOB_HASH], const uint8_t second[BLOB_HASH]) {
    struct live_file files[LIVE_FILES] = {{.type = STR("image/jpeg"), .bytes = STR("PIXELS-OF-THE-LARGE")},
                                          {.type = STR("image/jpeg"), .bytes = STR("PIXELS-OF-THE-SMALL")}};
    int before = answers;
    memcpy(files[0].sha256, first, BLOB_HASH);
    memcpy(files[1].sha256, second, BLOB_HASH);
    live_store_files(meeting.world.live, meeting.process, files, on_stored, NULL);
    world_settle(&meeting.world);
    cr_assert_eq(answers, before + 1);
    return stored;
}

static const char *put(struct id id, int64_t base, const char *type, bool removed) {
    char first[2 * BLOB_HASH + 1], second[2 * BLOB_HASH + 1];
    blob_hash_format(large, first);
    blob_hash_format(small, second);
    return fake_do(
        &meeting.host, "picture.put",
        "\"id\":\"%s\",\"base\":%lld,\"session\":\"%s\",\"blob\":\"%s\",\"small\":\"%s\",\"type\":\"%s\","
        "\"width\":4,\"height\":3,\"caption\":\"Barnens stad\",\"removed\":%s",
        ID(id), (long long)base, ID(meeting.session), first, second, type, removed ? "true" : "false");
}

static bool is_stored(const uint8_t sha256[BLOB_HASH]) {
    struct buffer bytes, type;
    buffer_init(&bytes);
    buffer_init(&type);
    enum status status = journal_read_blob(meeting.world.journal, meeting.process, sha256, &bytes, &type);
    cr_assert(status == STATUS_OK || status == STATUS_NOT_FOUND);
    buffer_finish(&bytes);
    buffer_finish(&type);
    return status == STATUS_OK;
}

Test(blobs, hashes_are_64_digits) {
    uint8_t sha256[BLOB_HASH];
    char text[2 * BLOB_HASH + 1];
    blob_hash_format(small, text);
    cr_expect(blob_hash_parse(str_of(text), sha256));
    cr_expect_eq(memcmp(sha256, small, BLOB_HASH), 0);
    cr_expect_not(blob_hash_parse((struct str){text, 63}, sha256));
    text[5] = 'F';
    cr_expect_not(blob_hash_parse(str_of(text), sha256));
    cr_expect_not(blob_hash_parse((struct str){0}, sha256));
}

Test(blobs, a_picture_names_what_is_stored) {
    struct id id = world_id(&meeting.world);
    cr_expect_str_eq(put(id, 0, "jpeg", false), "unknown_blob");
    cr_assert_eq(store(large, small), REASON_ABSENT);
    cr_expect_str_eq(put(id, 0, "png", false), "unknown_blob", "of another type");
    cr_expect_null(put(id, 0, "jpeg", false));
    cr_expect_null(put(world_id(&meeting.world), 0, "jpeg", false), "and another may name the same");
}

Test(blobs, what_nothing_names_is_erased_after_a_while) {
    cr_assert_eq(store(large, small), REASON_ABSENT);
    world_advance(&meeting.world, GRACE - 1000);
    cr_expect(is_stored(large));
    cr_assert_eq(store(large, other), REASON_ABSENT, "its time begins anew");
    world_advance(&meeting.world, 2000);
    cr_expect(is_stored(large));
    cr_expect_not(is_stored(small));
    cr_expect_str_eq(put(world_id(&meeting.world), 0, "jpeg", false), "unknown_blob");
    world_advance(&meeting.world, GRACE);
    cr_expect_not(is_stored(large));
    cr_expect_not(is_stored(other));
}

static int64_t seq_of(const struct fake *fake, struct id id) {
    const json_t *entity = fake_entity(fake, "picture", id);
    return json_integer_value(json_object_get(entity, "seq"));
}

Test(blobs, a_removed_picture_can_come_back_while_its_session_goes_on) {
    struct id id = world_id(&meeting.world);
    cr_assert_eq(store(large, small), REASON_ABSENT);
    cr_assert_null(put(id, 0, "jpeg", false));
    world_settle(&meeting.world);
    int64_t seq = seq_of(&meeting.host, id);
    cr_assert_gt(seq, 0);
    cr_assert_null(put(id, seq, "jpeg", true));
    world_advance(&meeting.world, 2 * GRACE);
    cr_expect(is_stored(large));
    cr_expect_not(meeting_journal_holds(&meeting, "Barnens stad"), "its caption goes at once");
    cr_assert_null(
        fake_do(&meeting.host, "session.run", "\"id\":\"%s\",\"state\":\"ended\"", ID(meeting.session)));
    world_advance(&meeting.world, GRACE - 1000);
    cr_expect(is_stored(large));
    world_advance(&meeting.world, 2000);
    cr_expect_not(is_stored(large));
    cr_expect_not(is_stored(small));
    cr_expect_str_eq(put(id, seq + 1000, "jpeg", false), "unknown_blob");
    meeting_check_store(&person);
    meeting_check_store(&meeting.host);
}

Test(blobs, what_a_standing_picture_names_stays) {
    struct id id = world_id(&meeting.world), twin = world_id(&meeting.world);
    cr_assert_eq(store(large, small), REASON_ABSENT);
    cr_assert_null(put(id, 0, "jpeg", false));
    cr_assert_null(put(twin, 0, "jpeg", false));
    cr_assert_null(
        fake_do(&meeting.host, "session.run", "\"id\":\"%s\",\"state\":\"ended\"", ID(meeting.session)));
    world_settle(&meeting.world);
    cr_assert_null(put(id, seq_of(&meeting.host, id), "jpeg", true));
    world_advance(&meeting.world, 2 * GRACE);
    cr_expect(is_stored(large), "the other one has it still");
    cr_assert_null(put(twin, seq_of(&meeting.host, twin), "jpeg", true));
    world_advance(&meeting.world, 2 * GRACE);
    cr_expect_not(is_stored(large));
}

/* The store counts writes from its beginning: a failure is set ahead of them, faster than they go on. */
Test(blobs, a_full_disk_is_told_and_the_next_try_is_as_the_first) {
    for (int64_t i = 1; i < 1000 && store(large, small) == REASON_ABSENT; i++) {
        meeting.world.faults.fail_at = 4 * i;
    }
    cr_assert_eq(stored, REASON_NOT_STORED);
    struct id account;
    cr_expect_eq(live_may_upload(meeting.world.live, str_of(world_login), meeting.process, &account),
                 REASON_READ_ONLY);
    cr_assert_eq(store(large, small), REASON_ABSENT);
    cr_expect_null(put(world_id(&meeting.world), 0, "jpeg", false));
    cr_expect_eq(live_may_upload(meeting.world.live, str_of(world_login), meeting.process, &account),
                 REASON_ABSENT);
    cr_expect(id_equal(account, world_account));
}

Test(blobs, an_erasing_that_fails_is_tried_again) {
    for (int64_t i = 1; i < 1000; i++) {
        meeting.world.faults.fail_at = 4 * i;
        (void)store(large, small);
        world_advance(&meeting.world, 2 * GRACE);
        cr_assert_not(is_stored(large), "after %lld", (long long)i);
        cr_assert_not(is_stored(small));
        if (meeting.world.saw_failure && i > 60) {
            return;
        }
    }
    cr_assert(false, "nothing failed");
}

Test(blobs, there_is_a_cap) {
    uint8_t first[BLOB_HASH] = {7}, second[BLOB_HASH] = {8};
    for (unsigned i = 0; i < BLOBS_MOST; i += LIVE_FILES) {
        first[1] = second[1] = (uint8_t)i;
        first[2] = second[2] = (uint8_t)(i >> 8);
        cr_assert_eq(store(first, second), REASON_ABSENT);
    }
    struct id account;
    cr_expect_eq(live_may_upload(meeting.world.live, str_of(world_login), meeting.process, &account),
                 REASON_TOO_MANY);
    cr_expect_eq(store(large, small), REASON_TOO_MANY);
    cr_expect_eq(store(first, second), REASON_ABSENT, "what is there already takes no more room");
    world_advance(&meeting.world, 2 * GRACE);
    cr_expect_eq(store(large, small), REASON_ABSENT);
}

Test(blobs, they_are_known_again_when_the_process_comes_back_into_memory) {
    cr_assert_eq(store(large, small), REASON_ABSENT);
    cr_assert_null(put(world_id(&meeting.world), 0, "jpeg", false));
    cr_assert_eq(store(other, small), REASON_ABSENT);
    fake_disconnect(&meeting.host);
    fake_disconnect(&person);
    world_advance(&meeting.world, 2 * GRACE);
    cr_assert_null(room_find(meeting.world.live, meeting.process), "once nothing waits to be erased");
    cr_expect_not(is_stored(other));
    fake_connect(&meeting.host);
    world_settle(&meeting.world);
    cr_expect_null(put(world_id(&meeting.world), 0, "jpeg", false));
}

Test(blobs, who_may_upload) {
    struct live *live = meeting.world.live;
    struct id account;
    cr_expect_eq(live_may_upload(live, (struct str){0}, meeting.process, &account), REASON_DENIED);
    cr_expect_eq(live_may_upload(live, STR("00112233445566778899aabbccddeeff"), meeting.process, &account),
                 REASON_DENIED);
    cr_expect_eq(live_may_upload(live, str_of(world_login), world_id(&meeting.world), &account),
                 REASON_UNKNOWN_PROCESS);
    cr_expect_eq(live_may_upload(live, str_of(world_login), meeting.process, &account), REASON_ABSENT);
    live_stop(live);
    cr_expect_eq(live_may_upload(live, str_of(world_login), meeting.process, &account), REASON_READ_ONLY);
}

/* ---- tickets ---- */

static struct str ticket_of(const struct fake *fake) {
    return str_of(fake->client->ticket);
}

Test(blobs, a_ticket_opens_what_its_connection_is_shown) {
    struct id id = world_id(&meeting.world), hidden = world_id(&meeting.world);
    uint8_t found[BLOB_HASH];
    const struct live *live = meeting.world.live;
    cr_assert_eq(store(large, small), REASON_ABSENT);
    cr_assert_null(put(id, 0, "jpeg", false));
    cr_expect_eq(live_find_picture(live, ticket_of(&person), meeting.process, id, false, found),
                 REASON_ABSENT);
    cr_expect_eq(memcmp(found, large, BLOB_HASH), 0);
    cr_expect_eq(live_find_picture(live, ticket_of(&meeting.host), meeting.process, id, true, found),
                 REASON_ABSENT);
    cr_expect_eq(memcmp(found, small, BLOB_HASH), 0);
    cr_expect_eq(live_find_picture(live, ticket_of(&person), world_id(&meeting.world), id, false, found),
                 REASON_UNKNOWN_PICTURE);
    cr_expect_eq(live_find_picture(live, ticket_of(&person), meeting.process, hidden, false, found),
                 REASON_UNKNOWN_PICTURE);
    cr_expect_eq(live_find_picture(live, ticket_of(&person), meeting.process, meeting.session, false, found),
                 REASON_UNKNOWN_PICTURE, "a session is none");
    cr_expect_eq(live_find_picture(live, (struct str){0}, meeting.process, id, false, found),
                 REASON_UNKNOWN_PICTURE);
    char old[33];
    snprintf(old, sizeof old, "%s", person.client->ticket);
    fake_disconnect(&person);
    cr_expect_eq(live_find_picture(live, str_of(old), meeting.process, id, false, found),
                 REASON_UNKNOWN_PICTURE, "it has gone with its connection");
    fake_connect(&person);
    world_settle(&meeting.world);
    cr_expect_str_neq(old, person.client->ticket);
    cr_expect_eq(live_find_picture(live, ticket_of(&person), meeting.process, id, false, found),
                 REASON_ABSENT);
}

static void log_out(void *context, const struct desk_answer *answer) {
    *(enum reason *)context = answer->reason;
}

/* Its end of the connection may stay open for as long as it likes to. */
Test(blobs, a_ticket_ends_with_the_log_in) {
    struct id id = world_id(&meeting.world);
    uint8_t found[BLOB_HASH];
    char ticket[33];
    enum reason reason = REASON_DENIED;
    cr_assert_eq(store(large, small), REASON_ABSENT);
    cr_assert_null(put(id, 0, "jpeg", false));
    snprintf(ticket, sizeof ticket, "%s", meeting.host.client->ticket);
    cr_assert_eq(live_find_picture(meeting.world.live, str_of(ticket), meeting.process, id, false, found),
                 REASON_ABSENT);
    live_log_out(meeting.world.live, str_of(world_login), log_out, &reason);
    world_settle(&meeting.world);
    cr_assert_eq(reason, REASON_ABSENT);
    cr_expect_eq(live_find_picture(meeting.world.live, str_of(ticket), meeting.process, id, false, found),
                 REASON_UNKNOWN_PICTURE);
}
