#include "transcript/bundle.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "meeting.h"
#include "support_zip.h"

static struct buffer output;
static bool refuses;

static bool take(struct sink *sink, const void *bytes, size_t size) {
    (void)sink;
    buffer_append(&output, bytes, size);
    return !refuses;
}

static struct sink sink = {take};

static void set_up(void) {
    buffer_init(&output);
    refuses = false;
}

static void tear_down(void) {
    buffer_finish(&output);
}

TestSuite(bundle, .init = set_up, .fini = tear_down);

static enum status write_in_pieces(void *context, struct sink *file) {
    (void)context;
    return file->write(file, "a", 1) && file->write(file, "bc", 2) ? STATUS_OK : STATUS_IO;
}

/* The sums are those that the standard gives for "abc" and for nothing. */
Test(bundle, ends_with_the_sums_of_its_files) {
    struct bundle bundle;
    struct buffer text;
    buffer_init(&text);
    bundle_init(&bundle, &sink);
    cr_assert_eq(bundle_add(&bundle, "one/pieces.txt", write_in_pieces, NULL), STATUS_OK);
    cr_assert_eq(bundle_add_text(&bundle, "empty", (struct str){0}), STATUS_OK);
    cr_assert_eq(bundle_end(&bundle), STATUS_OK);
    bundle_finish(&bundle);
    cr_expect_eq(unzip_entry(&output, "SHA256SUMS", &text), 3);
    buffer_append_byte(&text, '\0');
    cr_expect_str_eq(text.data,
                     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  one/pieces.txt\n"
                     "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  empty\n");
    buffer_finish(&text);
}

Test(bundle, says_that_the_sink_took_no_more) {
    struct bundle bundle;
    refuses = true;
    bundle_init(&bundle, &sink);
    enum status status = bundle_add(&bundle, "a", write_in_pieces, NULL);
    status = status == STATUS_OK ? bundle_end(&bundle) : status;
    cr_expect_eq(status, STATUS_IO);
    bundle_finish(&bundle);
}

/* ---- all formats at once ---- */

static void write_format(const struct process *process, struct str format, struct buffer *bytes) {
    const struct transcript_options options = {.view = RECORD_VIEW_RESEARCH, .format = format};
    buffer_clear(bytes);
    cr_assert_eq(meeting_write(process, options, bytes), STATUS_OK);
}

Test(bundle, has_the_file_of_every_format_and_the_tables) {
    static const char *const formats[] = {"jsonl", "xlsx", "sqlite", "docx", "qdpx", "qdc"};
    struct process *process = meeting_create();
    struct buffer zip, csv, alone, part, same;
    buffer_init(&zip), buffer_init(&csv), buffer_init(&alone), buffer_init(&part), buffer_init(&same);
    write_format(process, STR("bundle"), &zip);
    write_format(process, STR("csv"), &csv);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        char name[32];
        snprintf(name, sizeof name, "record.%s", formats[i]);
        write_format(process, str_of(formats[i]), &alone);
        cr_expect_eq(unzip_entry(&zip, name, &part), unzip_entry(&csv, name, &same) + 6);
        cr_expect(str_equal(buffer_str(&alone), buffer_str(&part)), "%s is as it is alone", formats[i]);
    }
    unzip_entry(&zip, "notes.csv", &part);
    unzip_entry(&csv, "notes.csv", &same);
    cr_expect(str_equal(buffer_str(&part), buffer_str(&same)));
    unzip_entry(&zip, "README.txt", &part);
    cr_expect_not_null(memmem(part.data, part.size, "\nrecord.* är", 12));
    write_format(process, STR("bundle"), &alone);
    cr_expect(str_equal(buffer_str(&alone), buffer_str(&zip)), "the same bytes");
    buffer_finish(&zip), buffer_finish(&csv), buffer_finish(&alone), buffer_finish(&part),
        buffer_finish(&same);
    process_destroy(process);
}
