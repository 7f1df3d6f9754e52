#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>

#include "base/buffer.h"
#include "protocol/reply.h"
#include "protocol/request.h"

#define UUID_A "8b1f6f5e-7f0a-4c1e-9d57-2f1f6f0c7a01"
#define UUID_B "8b1f6f5e-7f0a-4c1e-9d57-2f1f6f0c7a02"

static const struct json_limits LIMITS = {.size = 32 * 1024, .depth = 8};
static struct arena arena;
static struct request request;
static struct request_error error;

static void set_up(void) {
    arena_init(&arena);
}

static void tear_down(void) {
    arena_finish(&arena);
}

TestSuite(request, .init = set_up, .fini = tear_down);

static enum status parse(const char *text) {
    return request_parse(str_of(text), LIMITS, &arena, &request, &error);
}

Test(request, a_command_is_an_event_with_its_id) {
    cr_assert_eq(
        parse("{\"jsonrpc\":\"2.0\",\"id\":\"a-1\",\"method\":\"note.put\",\"params\":{\"command\":\"" UUID_A
              "\",\"id\":\"" UUID_B "\",\"round\":\"" UUID_A "\",\"rev\":3,\"text\":\"N\u00e4rhet\"}}"),
        STATUS_OK);
    cr_expect_eq(request.kind, REQUEST_ABSENT);
    cr_expect_eq(request.event, EVENT_NOTE_PUT);
    cr_expect(str_equal(request.method, STR("note.put")));
    cr_expect_eq(request.id.kind, REQUEST_ID_TEXT);
    cr_expect(str_equal(request.id.text, STR("a-1")));
    cr_expect_eq(request.command.bytes[15], 1);
    cr_expect_eq(request.body.note_put.id.bytes[15], 2);
    cr_expect_eq(request.body.note_put.rev, 3);
    cr_expect(str_equal(request.body.note_put.text, STR("N\u00e4rhet")));
}

Test(request, a_question_carries_no_command_and_may_lack_params) {
    cr_assert_eq(parse("{\"jsonrpc\":\"2.0\",\"id\":-7,\"method\":\"house.list\"}"), STATUS_OK);
    cr_expect_eq(request.kind, REQUEST_HOUSE_LIST);
    cr_expect_eq(request.event, EVENT_ABSENT);
    cr_expect(id_is_none(request.command));
    cr_expect_eq(request.id.kind, REQUEST_ID_INTEGER);
    cr_expect_eq(request.id.integer, -7);
}

Test(request, what_changes_the_house_carries_a_command) {
    cr_assert_eq(
        parse("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"joining.put\",\"params\":{\"command\":\"" UUID_A
              "\",\"session\":\"" UUID_B "\"}}"),
        STATUS_OK);
    cr_expect_eq(request.kind, REQUEST_JOINING_PUT);
    cr_expect_not(id_is_none(request.command));
    cr_expect(request.params.joining_put.open);
    cr_expect_not(request.params.joining_put.renew);
}

Test(request, an_id_may_be_as_long_as_allowed) {
    char text[200] = "{\"jsonrpc\":\"2.0\",\"id\":\"";
    for (int i = 0; i < REQUEST_ID_SIZE; i++) {
        strcat(text, "7");
    }
    strcat(text, "\",\"method\":\"digest\",\"params\":{}}");
    cr_assert_eq(parse(text), STATUS_OK);
    cr_expect_eq(request.id.text.size, (size_t)REQUEST_ID_SIZE);
}

Test(request, a_refusal_keeps_the_id_where_it_could_be_read) {
    cr_expect_eq(parse("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"no.such\"}"), STATUS_INVALID);
    cr_expect_eq(request.id.integer, 5);
    cr_expect_eq(parse("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"digest\"}"), STATUS_INVALID);
    cr_expect_eq(request.id.kind, REQUEST_ID_NULL);
    cr_expect_str_eq(error.path, "id");
}

Test(request, a_refusal_names_the_member) {
    cr_expect_eq(
        parse("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"process.put\",\"params\":{\"command\":\"" UUID_A
              "\",\"base\":0,\"profile\":{\"title\":\"x\",\"language\":\"fi\",\"zone\":\"UTC\"}}}"),
        STATUS_INVALID);
    cr_expect_eq(error.reason, REASON_BAD_PARAMS);
    cr_expect_str_eq(error.path, "profile.language");
}

static void read_file(const char *path, struct buffer *text) {
    FILE *file = fopen(path, "rb");
    cr_assert_not_null(file, "%s", path);
    size_t got;
    do {
        got = fread(buffer_reserve(text, 4096), 1, 4096, file);
        text->size += got;
    } while (got > 0);
    (void)fclose(file);
}

/* The file's name says the reason: REASON--what_is_wrong.json. */
static void check_file(const char *folder, const char *name) {
    char path[4096];
    struct buffer text;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    buffer_init(&text);
    read_file(path, &text);
    cr_expect_eq(request_parse(buffer_str(&text), LIMITS, &arena, &request, &error), STATUS_INVALID, "%s",
                 name);
    struct str expected = {name, (size_t)(strstr(name, "--") - name)};
    cr_expect(str_equal(reason_text(error.reason), expected), "%s: %.*s", name,
              STR_ARGS(reason_text(error.reason)));
    buffer_finish(&text);
}

Test(request, every_invalid_file_is_refused_with_its_reason) {
    char folder[1024];
    snprintf(folder, sizeof folder, "%.*s/invalid", (int)(strrchr(__FILE__, '/') - __FILE__), __FILE__);
    DIR *directory = opendir(folder);
    cr_assert_not_null(directory, "%s", folder);
    int files = 0;
    for (struct dirent *entry = readdir(directory); entry != NULL; entry = readdir(directory)) {
        if (strstr(entry->d_name, ".json") != NULL) {
            check_file(folder, entry->d_name);
            files++;
        }
    }
    closedir(directory);
    cr_expect_gt(files, 80);
}

/* A small generator of its own, so that a failure comes again (xorshift, Marsaglia 2003). */
static uint32_t next_random(uint32_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static void mutate(char *text, size_t *size, uint32_t *state) {
    static const char pieces[] = "{}[]\",:\\u0123456789.eE+-ntf\xc3\xa5\xff\n ";
    for (uint32_t left = 1 + next_random(state) % 4; left > 0; left--) {
        size_t at = next_random(state) % *size;
        switch (next_random(state) % 3) {
        case 0:
            text[at] = pieces[next_random(state) % (sizeof pieces - 1)];
            break;
        case 1:
            memmove(text + at, text + at + 1, *size - at - 1);
            *size -= *size > 1;
            break;
        default:
            *size = next_random(state) % 16 == 0 ? at + 1 : *size;
        }
    }
}

Test(request, damaged_messages_are_taken_or_refused_with_a_reason) {
    static const char good[] =
        "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"session.put\",\"params\":{\"command\":\"" UUID_A
        "\",\"id\":\"" UUID_B "\",\"base\":12,\"title\":\"Första \\u00e5\",\"tables\":[{\"id\":\"" UUID_A
        "\",\"name\":\"Ett\"},{\"id\":\"" UUID_B "\",\"name\":\"Två\"}]}}";
    uint32_t state = 20210212;
    int taken = 0;
    for (int i = 0; i < 20000; i++) {
        char text[sizeof good];
        size_t size = sizeof good - 1;
        memcpy(text, good, size);
        mutate(text, &size, &state);
        enum status status = request_parse((struct str){text, size}, LIMITS, &arena, &request, &error);
        taken += status == STATUS_OK;
        cr_assert_eq(status == STATUS_OK, error.reason == REASON_ABSENT, "seed 20210212, message %d: %.*s", i,
                     (int)size, text);
        arena_reset(&arena);
    }
    cr_expect_gt(taken, 100, "some damage is harmless, so that the test tries both");
    cr_expect_lt(taken, 19000);
}
