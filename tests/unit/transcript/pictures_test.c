/* Pictures in the records: those that all see, with their files; in research material none. */
#include <archive.h>
#include <archive_entry.h>
#include <criterion/criterion.h>
#include <string.h>

#include "meeting.h"

enum { PICTURE = 200, HIDING_ROUND = 70 };

static struct process *process;
static json_t *rows;
static struct buffer zip;
static const struct id all;
static bool is_broken;

static void put(int number, int session, int64_t position, int round, bool removed) {
    const struct picture *old = process_picture(process, id_of(OF_NOTE, number));
    struct event_picture_put body = {.id = id_of(OF_NOTE, number),
                                     .base = old ? old->changed : 0,
                                     .session = id_of(OF_SESSION, session),
                                     .round = round ? id_of(OF_ROUND, round) : (struct id){{0}},
                                     .blob = number == PICTURE + 3 ? STR("borta") : STR("stora"),
                                     .small = STR("lilla"),
                                     .type = number == PICTURE ? PICTURE_TYPE_PNG : PICTURE_TYPE_JPEG,
                                     .width = 4,
                                     .height = 3,
                                     .caption = number == PICTURE ? STR("Vägen") : STR(""),
                                     .drawn = number == PICTURE,
                                     .position = position,
                                     .removed = removed};
    meeting_host(process, EVENT_PICTURE_PUT, (union event_body){.picture_put = body});
}

/* The last first, one that only hosts see, and one that was taken away. */
static void set_up(void) {
    struct event_round_put round = {.id = id_of(OF_ROUND, HIDING_ROUND),
                                    .session = id_of(OF_SESSION, 1),
                                    .form = ROUND_FORM_NOTES,
                                    .question = STR("Vad ser du?"),
                                    .visibility = VISIBILITY_OWN,
                                    .authorship = AUTHORSHIP_ANONYMOUS};
    process = meeting_create();
    buffer_init(&zip);
    is_broken = false;
    meeting_host(process, EVENT_ROUND_PUT, (union event_body){.round_put = round});
    put(PICTURE, 1, 9, 0, false);
    put(PICTURE + 1, 1, 1, 0, false);
    put(PICTURE + 2, 1, 2, HIDING_ROUND, false);
    put(PICTURE + 3, 1, 3, 0, false);
    put(PICTURE + 4, 1, 4, 0, false);
    put(PICTURE + 4, 1, 4, 0, true);
}

static void tear_down(void) {
    json_decref(rows);
    buffer_finish(&zip);
    process_destroy(process);
}

TestSuite(pictures_record, .init = set_up, .fini = tear_down);

static size_t read_rows(enum record_view view, struct id session, const char *table) {
    json_decref(rows);
    rows = meeting_rows(process, view, session, table);
    return json_array_size(rows);
}

static enum status read_blob(void *context, struct str name, struct buffer *bytes) {
    (void)context;
    if (!str_equal(name, STR("stora"))) {
        return is_broken ? STATUS_IO : STATUS_NOT_FOUND;
    }
    buffer_append_str(bytes, STR("PIXLAR"));
    return STATUS_OK;
}

static enum status write_zip(enum record_view view) {
    struct transcript_options options = {.view = view, .format = STR("csv"), .read_blob = read_blob};
    return meeting_write(process, options, &zip);
}

/* Whether the zip has such a file, with those bytes. */
static bool has_file(const char *name) {
    struct archive *archive = archive_read_new();
    struct archive_entry *entry;
    char bytes[16] = "";
    cr_assert_eq(archive_read_support_format_zip(archive), ARCHIVE_OK);
    cr_assert_eq(archive_read_open_memory(archive, zip.data, zip.size), ARCHIVE_OK);
    bool found = false;
    while (!found && archive_read_next_header(archive, &entry) == ARCHIVE_OK) {
        found = strcmp(archive_entry_pathname(entry), name) == 0;
    }
    if (found) {
        cr_assert_eq(archive_read_data(archive, bytes, sizeof bytes), 6);
        cr_assert_str_eq(bytes, "PIXLAR");
    }
    cr_expect_eq(archive_read_free(archive), ARCHIVE_OK);
    return found;
}

Test(pictures_record, the_documentation_has_those_that_all_see_in_their_order) {
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "pictures"), 3);
    cr_expect_str_eq(meeting_text(json_array_get(rows, 0), "file"), "001.jpg");
    json_t *last = json_array_get(rows, 2);
    cr_expect_str_eq(meeting_text(last, "file"), "003.png");
    cr_expect_str_eq(meeting_text(last, "caption"), "Vägen");
    cr_expect(json_is_true(json_object_get(last, "drawn")));
    cr_expect_lt(strcmp(meeting_text(last, "added"), meeting_text(json_array_get(rows, 0), "added")), 0,
                 "it came first, though it stands last");
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, id_of(OF_SESSION, 1), "pictures"), 3);
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, id_of(OF_SESSION, 2), "pictures"), 0);
}

Test(pictures_record, the_zip_has_their_files) {
    cr_assert_eq(write_zip(RECORD_VIEW_DOCUMENTATION), STATUS_OK);
    cr_expect(has_file("pictures/001.jpg"));
    cr_expect_not(has_file("pictures/002.jpg"), "erased meanwhile");
    cr_expect(has_file("pictures/003.png"));
    is_broken = true;
    cr_expect_eq(write_zip(RECORD_VIEW_DOCUMENTATION), STATUS_IO);
}

Test(pictures_record, research_material_has_none_and_says_how_many) {
    cr_expect_eq(read_rows(RECORD_VIEW_RESEARCH, all, "pictures"), 0);
    cr_assert_eq(write_zip(RECORD_VIEW_RESEARCH), STATUS_OK);
    cr_expect_not(has_file("pictures/001.jpg"));
    read_rows(RECORD_VIEW_RESEARCH, all, "totals");
    json_t *row = meeting_row(rows, "what", "pictures");
    cr_assert_not_null(row);
    cr_expect_eq(json_integer_value(json_object_get(row, "total")), 3);
    cr_expect_eq(json_integer_value(json_object_get(row, "withheld")), 3);
    read_rows(RECORD_VIEW_DOCUMENTATION, all, "totals");
    row = meeting_row(rows, "what", "pictures");
    cr_expect_eq(json_integer_value(json_object_get(row, "included")), 3);
}
