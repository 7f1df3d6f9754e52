#include <criterion/criterion.h>
#include <jansson.h>
#include <string.h>

#include "protocol/sync.h"

static struct buffer buffer;
static const struct id EPOCH = {{0xab}};
static const struct str NOTHING = {NULL, 0};

static void set_up(void) {
    buffer_init(&buffer);
}

static void tear_down(void) {
    buffer_finish(&buffer);
}

TestSuite(sync, .init = set_up, .fini = tear_down);

static void expect(const char *text) {
    cr_expect(str_equal(buffer_str(&buffer), str_of(text)), "got %.*s", STR_ARGS(buffer_str(&buffer)));
}

Test(sync, entities_and_what_is_gone_may_come_mixed) {
    struct sync_writer writer;
    sync_begin(&writer, &buffer, 4096, EPOCH, false, NOTHING);
    cr_expect(sync_add_gone(&writer, ENTITY_NOTE, (struct id){{1}}));
    cr_expect(sync_add_entity(&writer, STR("{\"a\":1}")));
    cr_expect(sync_add_gone(&writer, ENTITY_ROUND, (struct id){{2}}));
    cr_expect(sync_add_entity(&writer, STR("{\"b\":2}")));
    sync_finish(&writer, 17, false);
    expect("{\"jsonrpc\":\"2.0\",\"method\":\"sync\",\"params\":{\"epoch\":\"ab000000-0000-0000-0000-"
           "000000000000\","
           "\"entities\":[{\"a\":1},{\"b\":2}],"
           "\"gone\":[{\"kind\":\"note\",\"id\":\"01000000-0000-0000-0000-000000000000\"},"
           "{\"kind\":\"round\",\"id\":\"02000000-0000-0000-0000-000000000000\"}],\"seq\":17}}");
}

Test(sync, an_empty_frame_with_all_marks) {
    struct sync_writer writer;
    sync_begin(&writer, &buffer, 4096, EPOCH, true, STR("{\"present\":12}"));
    sync_finish(&writer, 0, true);
    expect("{\"jsonrpc\":\"2.0\",\"method\":\"sync\",\"params\":{\"epoch\":\"ab000000-0000-0000-0000-"
           "000000000000\","
           "\"full\":true,\"now\":{\"present\":12},\"entities\":[],\"gone\":[],\"more\":true,\"seq\":0}}");
}

Test(sync, stays_within_the_limit_behind_any_head_room) {
    for (size_t limit = 400; limit < 700; limit += 7) {
        struct sync_writer writer;
        size_t added = 0;
        buffer_clear(&buffer);
        buffer_append(&buffer, "0123456789012345678901234567890", 32);
        sync_begin(&writer, &buffer, limit, EPOCH, true, STR("{\"present\":12}"));
        while (added % 2 ? sync_add_gone(&writer, ENTITY_PARTICIPANT, (struct id){{7}})
                         : sync_add_entity(&writer, STR("{\"text\":\"01234567890123456789\"}"))) {
            added++;
        }
        sync_finish(&writer, INT64_MAX, true);
        cr_expect_gt(added, 0);
        cr_expect_leq(buffer.size - 32, limit);
        json_t *json = json_loadb(buffer.data + 32, buffer.size - 32, 0, NULL);
        cr_expect_not_null(json);
        json_decref(json);
    }
}

Test(sync, the_first_piece_always_fits) {
    struct sync_writer writer;
    sync_begin(&writer, &buffer, 10, EPOCH, false, NOTHING);
    cr_expect(sync_add_entity(&writer, STR("{\"a\":1}")));
    cr_expect_not(sync_add_entity(&writer, STR("{\"b\":1}")));
    cr_expect_not(sync_add_gone(&writer, ENTITY_NOTE, (struct id){{1}}));
    sync_finish(&writer, 1, true);
    cr_expect_null(memmem(buffer.data, buffer.size, "\"b\"", 3));
}

/* Or a long one and an entity would be a frame that is too long. */
Test(sync, now_is_the_first_piece_where_it_is_there) {
    struct sync_writer writer;
    sync_begin(&writer, &buffer, 10, EPOCH, false, STR("{\"present\":12}"));
    cr_expect_not(sync_add_entity(&writer, STR("{\"a\":1}")));
    sync_finish(&writer, 1, true);
    cr_expect_not_null(memmem(buffer.data, buffer.size, "\"present\":12", 12));
}

Test(sync, presence_as_each_audience_may_see_it) {
    const struct now_writing writing[] = {{{{3}}, 2}, {{{4}}, 1}};
    const struct now_way_in way_in = {STR("1234567890"), STR("00112233445566778899aabbccddeeff")};
    const struct now_session sessions[] = {{{{5}}, 12, way_in}, {{{6}}, 1, {{0}, {0}}}, {{{7}}, 0, way_in}};
    const struct now_host hosts[] = {{{{8}}, STR("Ada")}};
    struct now now = {.present = 12,
                      .writing = writing,
                      .writing_count = 2,
                      .sessions = sessions,
                      .session_count = 3,
                      .hosts = hosts,
                      .host_count = 1,
                      .way_in = way_in};
    now_encode(&now, AUDIENCE_HOST, &buffer);
    expect("{\"present\":12,\"writing\":[{\"round\":\"03000000-0000-0000-0000-000000000000\",\"count\":2},"
           "{\"round\":\"04000000-0000-0000-0000-000000000000\",\"count\":1}],"
           "\"sessions\":[{\"session\":\"05000000-0000-0000-0000-000000000000\",\"present\":12,"
           "\"code\":\"1234567890\",\"secret\":\"00112233445566778899aabbccddeeff\"},"
           "{\"session\":\"06000000-0000-0000-0000-000000000000\",\"present\":1},"
           "{\"session\":\"07000000-0000-0000-0000-000000000000\","
           "\"code\":\"1234567890\",\"secret\":\"00112233445566778899aabbccddeeff\"}],"
           "\"hosts\":[{\"account\":\"08000000-0000-0000-0000-000000000000\",\"name\":\"Ada\"}]}");
    buffer_clear(&buffer);
    now_encode(&now, AUDIENCE_DISPLAY, &buffer);
    expect("{\"present\":12,\"code\":\"1234567890\",\"secret\":\"00112233445566778899aabbccddeeff\"}");
    buffer_clear(&buffer);
    now_encode(&now, AUDIENCE_PARTICIPANT, &buffer);
    expect("{\"present\":12}");
}

Test(sync, small_rooms_are_not_counted_on_screens) {
    struct now now = {.present = 11};
    now_encode(&now, AUDIENCE_PARTICIPANT, &buffer);
    now_encode(&now, AUDIENCE_DISPLAY, &buffer);
    expect("{}{}");
    buffer_clear(&buffer);
    now_encode(&now, AUDIENCE_HOST, &buffer);
    expect("{\"present\":11,\"writing\":[],\"sessions\":[],\"hosts\":[]}");
}
