#include <criterion/criterion.h>
#include <string.h>

#include "meeting.h"

static struct meeting meeting;
static struct fake person;

static void set_up(void) {
    meeting_create(&meeting, 15, NULL);
    meeting_open_rounds(&meeting);
    meeting_join(&meeting, &person);
}

static void tear_down(void) {
    fake_destroy(&person);
    meeting_destroy(&meeting);
}

TestSuite(lookups, .init = set_up, .fini = tear_down);

#define ID(id) text_of(id).text

static void put(struct id note, int rev, const char *text) {
    cr_assert_null(fake_do(&person, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":%d,\"text\":\"%s\"",
                           ID(note), ID(meeting.open_round), rev, text));
}

Test(lookups, a_form_is_looked_up_once_and_counts_for_all) {
    cr_assert_null(fake_do(&meeting.host, "round.reveal", "\"id\":\"%s\"", ID(meeting.hidden_round)));
    put(world_id(&meeting.world), 1, "tillit och glädje");
    int64_t before = meeting.world.looked_up;
    put(world_id(&meeting.world), 1, "tillit");
    cr_assert_eq(meeting.world.looked_up, before);
    put(world_id(&meeting.world), 1, "omtanke och tillit");
    cr_assert_eq(meeting.world.looked_up, before + 1);
    json_t *words = json_object_get(fake_entity(&meeting.host, "words", meeting.words), "words");
    size_t i;
    json_t *row, *trust = NULL;
    json_array_foreach(words, i, row) {
        trust = strcmp(json_string_value(json_object_get(row, "label")), "tillit") == 0 ? row : trust;
    }
    cr_assert_eq(json_integer_value(json_object_get(trust, "persons")), 1, "one person, three notes");
    json_t *notes =
        json_object_get(json_object_get(fake_ask(&person, "words.notes",
                                                 "\"list\":\"%s\",\"word\":\"tillit\"", ID(meeting.words)),
                                        "result"),
                        "notes");
    cr_assert_eq(json_array_size(notes), 3);
    json_t *page = json_object_get(
        fake_ask(&person, "words.page", "\"list\":\"%s\",\"skip\":1", ID(meeting.words)), "result");
    cr_assert_eq(json_integer_value(json_object_get(page, "more")), 0);
    meeting_check_store(&person);
}
