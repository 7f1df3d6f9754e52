#include "transcript/bundle.h"

#include <archive.h>
#include <archive_entry.h>
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum { NAME = 64 };

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

static void read_last(char name[NAME], char *text, size_t room) {
    struct archive *archive = archive_read_new();
    struct archive_entry *entry;
    cr_assert_eq(archive_read_support_format_zip(archive), ARCHIVE_OK);
    cr_assert_eq(archive_read_open_memory(archive, output.data, output.size), ARCHIVE_OK);
    while (archive_read_next_header(archive, &entry) == ARCHIVE_OK) {
        la_ssize_t size = archive_read_data(archive, text, room - 1);
        cr_assert_geq(size, 0);
        text[size] = '\0';
        snprintf(name, NAME, "%s", archive_entry_pathname(entry));
    }
    archive_read_free(archive);
}

/* The sums are those that the standard gives for "abc" and for nothing. */
Test(bundle, ends_with_the_sums_of_its_files) {
    struct bundle bundle;
    char name[NAME], text[500];
    bundle_init(&bundle, &sink);
    cr_assert_eq(bundle_add(&bundle, "one/pieces.txt", write_in_pieces, NULL), STATUS_OK);
    cr_assert_eq(bundle_add_text(&bundle, "empty", (struct str){0}), STATUS_OK);
    cr_assert_eq(bundle_end(&bundle), STATUS_OK);
    bundle_finish(&bundle);
    read_last(name, text, sizeof text);
    cr_expect_str_eq(name, "SHA256SUMS");
    cr_expect_str_eq(text,
                     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  one/pieces.txt\n"
                     "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  empty\n");
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
