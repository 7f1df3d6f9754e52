#include <criterion/criterion.h>
#include <string.h>

#include "protocol/event.h"
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

TestSuite(event, .init = set_up, .fini = tear_down);

static struct event sample_note(const char *text) {
    struct event event = {.kind = EVENT_NOTE_PUT};
    event.body.note_put = (struct event_note_put){.rev = 2, .text = str_of(text)};
    event.body.note_put.id.bytes[0] = event.body.note_put.round.bytes[1] = 1;
    return event;
}

static struct str encode(struct event *event) {
    buffer_clear(&buffer);
    event_encode(event, &buffer);
    return arena_copy(&arena, buffer_str(&buffer));
}

static struct str redact(struct str kind, struct str body) {
    buffer_clear(&buffer);
    cr_assert_eq(event_redact(kind, 1, body, &buffer), STATUS_OK);
    return arena_copy(&arena, buffer_str(&buffer));
}

Test(event, comes_back_from_the_journal_as_it_was) {
    struct event written = sample_note("Trygghet"), read;
    written.body.note_put.late = true;
    struct str body = encode(&written);
    cr_assert_eq(event_decode(event_name(EVENT_NOTE_PUT), 1, body, &arena, &read), STATUS_OK);
    cr_expect_eq(read.kind, EVENT_NOTE_PUT);
    cr_expect(str_equal(read.body.note_put.text, STR("Trygghet")));
    cr_expect(read.body.note_put.late);
    cr_expect_not(read.redacted);
    cr_expect_eq(read.size, (int64_t)body.size);
    cr_expect_eq(written.size, read.size);
    cr_expect_arr_eq(read.hash, written.hash, EVENT_HASH_SIZE);
    cr_expect_arr_eq(read.bare_hash, written.bare_hash, EVENT_HASH_SIZE);
}

Test(event, unknown_kinds_and_versions_are_unsupported) {
    struct event event;
    struct event note = sample_note("x");
    struct str body = encode(&note);
    cr_expect_eq(event_decode(STR("note.sing"), 1, body, &arena, &event), STATUS_UNSUPPORTED);
    cr_expect_eq(event_decode(STR(""), 1, body, &arena, &event), STATUS_UNSUPPORTED);
    cr_expect_eq(event_decode(STR("note.put"), 2, body, &arena, &event), STATUS_UNSUPPORTED);
    cr_expect_eq(event_decode(STR("note.put"), 0, body, &arena, &event), STATUS_UNSUPPORTED);
    cr_expect_eq(event_decode(STR("note.put"), -1, body, &arena, &event), STATUS_UNSUPPORTED);
    cr_expect_eq(event_redact(STR("note.put"), 2, body, &buffer), STATUS_UNSUPPORTED);
    cr_expect_eq(event_redact(STR("note.sing"), 1, body, &buffer), STATUS_UNSUPPORTED);
}

Test(event, damaged_bodies_are_corrupt) {
    struct event event;
    cr_expect_eq(event_decode(STR("note.put"), 1, STR("{"), &arena, &event), STATUS_CORRUPT);
    cr_expect_eq(event_decode(STR("note.put"), 1, STR("[]"), &arena, &event), STATUS_CORRUPT);
    cr_expect_eq(event_decode(STR("note.put"), 1, STR("{\"rev\":1}"), &arena, &event), STATUS_CORRUPT);
    cr_expect_eq(event_redact(STR("note.put"), 1, STR("[]"), &buffer), STATUS_CORRUPT);
}

Test(event, the_hash_is_of_kind_and_what_the_sender_said) {
    struct event a = sample_note("x"), b = sample_note("x"), c = sample_note("y"), d = sample_note("x");
    b.body.note_put.consent = b.body.note_put.late = true; /* the server's */
    d.body.note_put.rev = 3;
    event_hash(&a);
    event_hash(&b);
    event_hash(&c);
    event_hash(&d);
    cr_expect_arr_eq(a.hash, b.hash, EVENT_HASH_SIZE);
    cr_expect_arr_neq(a.hash, c.hash, EVENT_HASH_SIZE);
    cr_expect_arr_eq(a.bare_hash, c.bare_hash, EVENT_HASH_SIZE);
    cr_expect_arr_neq(a.bare_hash, d.bare_hash, EVENT_HASH_SIZE);
    cr_expect_arr_neq(a.hash, a.bare_hash, EVENT_HASH_SIZE);
}

Test(event, kinds_with_like_bodies_hash_differently) {
    struct event hide = {.kind = EVENT_ROUND_OPEN}, admit = {.kind = EVENT_ROUND_DEADLINE};
    hide.body.round_open = (struct event_round_open){.deadline = 5};
    admit.body.round_deadline = (struct event_round_deadline){.deadline = 5};
    event_hash(&hide);
    event_hash(&admit);
    cr_expect_arr_neq(hide.hash, admit.hash, EVENT_HASH_SIZE);
}

Test(event, redaction_empties_the_text_and_keeps_size_and_bare_hash) {
    struct event written = sample_note("Ett hemligt ord"), read;
    struct str redacted = redact(STR("note.put"), encode(&written));
    cr_expect_null(memmem(redacted.data, redacted.size, "hemligt", 7));
    cr_assert_eq(event_decode(STR("note.put"), 1, redacted, &arena, &read), STATUS_OK);
    cr_expect(read.redacted);
    cr_expect(str_is_absent(read.body.note_put.text));
    cr_expect_eq(read.body.note_put.rev, 2);
    cr_expect_eq(read.size, written.size, "the fold counts bytes; its verdicts must not change");
    cr_expect_arr_eq(read.bare_hash, written.bare_hash, EVENT_HASH_SIZE);
}

/* For every kind: nothing personal stays, all else does, and twice is once. */
Test(event, redaction_holds_for_every_kind_and_is_idempotent) {
    for (int kind = 1; kind < EVENT_END; kind++) {
        const struct shape *shape = &event_shapes[kind];
        json_t *json = sample_record(shape, true, false);
        char *body = json_dumps(json, JSON_COMPACT | JSON_SORT_KEYS);
        struct str once = redact(shape->name, str_of(body));
        struct str twice = redact(shape->name, once);
        cr_expect(str_equal(once, twice), "%s", once.data);
        json_t *left = json_loadb(once.data, once.size, 0, NULL);
        for (size_t i = 0; i < shape->field_count; i++) {
            const struct field *field = &shape->fields[i];
            bool stays =
                json_equal(json_object_get(left, field->name.data), json_object_get(json, field->name.data));
            cr_expect_eq(stays, !field->personal, "%s.%s", shape->name.data, field->name.data);
        }
        struct event event;
        cr_expect_eq(event_decode(shape->name, shape->version, once, &arena, &event), STATUS_OK);
        cr_expect(event.redacted);
        json_decref(left);
        json_decref(json);
        free(body);
    }
}

Test(event, what_clients_may_not_claim_in_a_stored_body) {
    struct event event;
    struct str forged = STR("{\"id\":\"8b1f6f5e-7f0a-4c1e-9d57-2f1f6f0c7a01\",\"redacted\":false,"
                            "\"rev\":1,\"round\":\"8b1f6f5e-7f0a-4c1e-9d57-2f1f6f0c7a01\",\"text\":\"\"}");
    cr_expect_eq(event_decode(STR("note.put"), 1, forged, &arena, &event), STATUS_CORRUPT);
}

/* The fold adds the sizes up. */
Test(event, a_stored_body_had_no_size_that_none_can_have) {
    static const char *const sizes[] = {"9223372036854775807", "262145", "0", "-1", "\"9\"", "1.5"};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct event event;
        struct str forged = arena_format(&arena,
                                         "{\"id\":\"8b1f6f5e-7f0a-4c1e-9d57-2f1f6f0c7a01\",\"redacted\":true,"
                                         "\"redacted_size\":%s}",
                                         sizes[i]);
        cr_expect_eq(event_decode(STR("note.hide"), 1, forged, &arena, &event), STATUS_CORRUPT, "%s",
                     sizes[i]);
    }
}

Test(event, house_events_come_back_as_they_were) {
    union house_body written = {0}, read;
    enum house_kind kind;
    written.account_add.id.bytes[3] = 9;
    written.account_add.name = STR("Kim");
    house_encode(HOUSE_ACCOUNT_ADD, &written, &buffer);
    struct str body = arena_copy(&arena, buffer_str(&buffer));
    cr_assert_eq(house_decode(house_name(HOUSE_ACCOUNT_ADD), house_version(HOUSE_ACCOUNT_ADD), body, &arena,
                              &kind, &read),
                 STATUS_OK);
    cr_expect_eq(kind, HOUSE_ACCOUNT_ADD);
    cr_expect(str_equal(read.account_add.name, STR("Kim")));
    cr_expect_eq(house_decode(STR("account.sing"), 1, body, &arena, &kind, &read), STATUS_UNSUPPORTED);
    buffer_clear(&buffer);
    cr_assert_eq(house_redact(STR("account.add"), 1, body, &buffer), STATUS_OK);
    cr_assert_eq(house_decode(STR("account.add"), 1, buffer_str(&buffer), &arena, &kind, &read), STATUS_OK);
    cr_expect(str_is_absent(read.account_add.name));
}
