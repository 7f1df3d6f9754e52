#include <criterion/criterion.h>
#include <string.h>

#include "protocol/codec.h"
#include "records/shapes.h"
#include "support.h"

static struct arena arena;
static struct buffer buffer;

static void set_up(void) {
    arena_init(&arena);
    buffer_init(&buffer);
}

static void tear_down(void) {
    arena_finish(&arena);
    buffer_finish(&buffer);
}

TestSuite(codec, .init = set_up, .fini = tear_down);

/* encode(decode(x)) is x, for a record with all its members or with the required ones only. */
static void check_round_trip(const struct shape *shape, bool all, enum codec_source source) {
    struct codec_error error;
    json_t *json = sample_record(shape, all, source == CODEC_CLIENT);
    char *expected = json_dumps(json, JSON_COMPACT | JSON_SORT_KEYS);
    void *record = arena_allocate(&arena, shape->size);
    enum status status = codec_decode(shape, json, source, &arena, record, &error);
    cr_assert_eq(status, STATUS_OK, "%s: %s %s", shape->name.data, error.path, error.text);
    buffer_clear(&buffer);
    codec_encode(shape, record, CODEC_ALL, &buffer);
    cr_expect(str_equal(buffer_str(&buffer), str_of(expected)), "%s gave %.*s", expected,
              STR_ARGS(buffer_str(&buffer)));
    free(expected);
    json_decref(json);
}

static void check_table(const struct shape *shapes, int count, bool clients_send_it) {
    for (int kind = 1; kind < count; kind++) {
        for (int variant = 0; variant < (clients_send_it ? 4 : 2); variant++) {
            check_round_trip(&shapes[kind], variant & 1, variant & 2 ? CODEC_CLIENT : CODEC_JOURNAL);
        }
    }
}

Test(codec, every_shape_comes_back_as_it_was) {
    check_table(event_shapes, EVENT_END, true);
    check_table(entity_shapes, ENTITY_END, true);
    check_table(house_shapes, HOUSE_END, false);
    check_table(request_shapes, REQUEST_END, true);
}

/* Every required member, left out, is missed by name. */
static void check_required(const struct shape *shape) {
    for (size_t i = 0; i < shape->field_count; i++) {
        struct codec_error error;
        json_t *json = sample_record(shape, true, true);
        json_object_del(json, shape->fields[i].name.data);
        void *record = arena_allocate(&arena, shape->size);
        enum status status = codec_decode(shape, json, CODEC_CLIENT, &arena, record, &error);
        cr_expect_eq(status, shape->fields[i].required ? STATUS_INVALID : STATUS_OK);
        cr_expect_str_eq(error.path, shape->fields[i].required ? shape->fields[i].name.data : "");
        json_decref(json);
    }
}

Test(codec, every_required_member_is_missed) {
    for (int kind = 1; kind < EVENT_END; kind++) {
        check_required(&event_shapes[kind]);
    }
}

static enum status decode(const struct shape *shape, const char *text, enum codec_source source, void *record,
                          struct codec_error *error) {
    json_t *json = json_loads(text, 0, NULL);
    cr_assert_not_null(json);
    enum status status = codec_decode(shape, json, source, &arena, record, error);
    json_decref(json);
    return status;
}

#define UUID_A "8b1f6f5e-7f0a-4c1e-9d57-2f1f6f0c7a01"

Test(codec, texts_of_clients_are_normalised_before_they_are_counted) {
    struct event_note_hide hide;
    struct codec_error error;
    cr_assert_eq(decode(&event_shapes[EVENT_NOTE_HIDE], "{\"id\":\"" UUID_A "\",\"reason\":\"a\\u030a\"}",
                        CODEC_CLIENT, &hide, &error),
                 STATUS_OK);
    cr_expect(str_equal(hide.reason, STR("å")));
    cr_expect(hide.hidden, "the schema's default is set");
    cr_assert_eq(decode(&event_shapes[EVENT_NOTE_HIDE], "{\"id\":\"" UUID_A "\",\"reason\":\"a\\u030a\"}",
                        CODEC_JOURNAL, &hide, &error),
                 STATUS_OK);
    cr_expect(str_equal(hide.reason, STR("a\xcc\x8a")), "what is stored stays as it is");
}

Test(codec, length_is_counted_in_code_points_after_normalising) {
    struct event_note_put put;
    struct codec_error error;
    char text[5200] = "{\"id\":\"" UUID_A "\",\"round\":\"" UUID_A "\",\"rev\":1,\"text\":\"";
    for (int i = 0; i < 1000; i++) {
        strcat(text, i % 2 ? "a\xcc\x8a" : "\xf0\x9f\x8c\xb1");
    }
    strcat(text, "\"}");
    cr_expect_eq(decode(&event_shapes[EVENT_NOTE_PUT], text, CODEC_CLIENT, &put, &error), STATUS_OK);
    strcpy(text + strlen(text) - 2, "x\"}");
    cr_expect_eq(decode(&event_shapes[EVENT_NOTE_PUT], text, CODEC_CLIENT, &put, &error), STATUS_INVALID);
    cr_expect_str_eq(error.path, "text");
}

Test(codec, crlf_becomes_lf_and_spaces_stay) {
    struct event_note_put put;
    struct codec_error error;
    cr_assert_eq(decode(&event_shapes[EVENT_NOTE_PUT],
                        "{\"id\":\"" UUID_A "\",\"round\":\"" UUID_A
                        "\",\"rev\":1,\"text\":\"  a\\r\\nb  \"}",
                        CODEC_CLIENT, &put, &error),
                 STATUS_OK);
    cr_expect(str_equal(put.text, STR("  a\nb  ")));
}

Test(codec, the_path_leads_to_what_is_wrong) {
    struct event_session_put put;
    struct codec_error error;
    const char *text = "{\"id\":\"" UUID_A "\",\"base\":0,\"title\":\"x\",\"tables\":["
                       "{\"id\":\"" UUID_A "\",\"name\":\"a\"},{\"id\":\"" UUID_A "\",\"name\":7}]}";
    cr_expect_eq(decode(&event_shapes[EVENT_SESSION_PUT], text, CODEC_CLIENT, &put, &error), STATUS_INVALID);
    cr_expect_str_eq(error.path, "tables.1.name");
}

Test(codec, a_long_path_is_cut_between_characters) {
    struct params_digest digest;
    struct codec_error error;
    for (int pad = 0; pad < 4; pad++) {
        char text[400] = "{\"";
        for (int i = 0; i < pad; i++) {
            strcat(text, "x");
        }
        for (int i = 0; i < 60; i++) {
            strcat(text, "\xf0\x9f\x8c\xb1");
        }
        strcat(text, "\":1}");
        cr_expect_eq(decode(&request_shapes[REQUEST_DIGEST], text, CODEC_CLIENT, &digest, &error),
                     STATUS_INVALID);
        size_t size = strlen(error.path);
        cr_expect_lt(size, (size_t)CODEC_PATH_SIZE);
        cr_expect_eq((size - (size_t)pad) % 4, 0);
    }
}

Test(codec, personal_and_server_members_can_be_left_out) {
    struct event_note_put put = {.rev = 1, .text = STR("x"), .consent = true, .late = true};
    put.id.bytes[0] = put.round.bytes[0] = 1;
    codec_encode(&event_shapes[EVENT_NOTE_PUT], &put, CODEC_NO_PERSONAL | CODEC_NO_SERVER, &buffer);
    cr_expect(str_equal(buffer_str(&buffer), STR("{\"id\":\"01000000-0000-0000-0000-000000000000\",\"rev\":1,"
                                                 "\"round\":\"01000000-0000-0000-0000-000000000000\"}")));
}

Test(codec, redacted_bodies_may_lack_what_is_personal_and_nothing_else) {
    struct event_note_put put;
    struct codec_error error;
    const struct shape *shape = &event_shapes[EVENT_NOTE_PUT];
    const char *text = "{\"id\":\"" UUID_A "\",\"round\":\"" UUID_A "\",\"rev\":1}";
    cr_expect_eq(decode(shape, text, CODEC_JOURNAL, &put, &error), STATUS_INVALID);
    cr_expect_eq(decode(shape, text, CODEC_JOURNAL_REDACTED, &put, &error), STATUS_OK);
    cr_expect(str_is_absent(put.text));
    cr_expect_eq(decode(shape, "{\"id\":\"" UUID_A "\",\"rev\":1}", CODEC_JOURNAL_REDACTED, &put, &error),
                 STATUS_INVALID);
}
