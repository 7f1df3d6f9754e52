#include "transcript/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"

static struct buffer output;
static int calls;

static bool take(struct sink *sink, const void *bytes, size_t size) {
    (void)sink;
    buffer_append(&output, bytes, size);
    return true;
}

static struct sink sink = {take};

static void set_up(void) {
    buffer_init(&output);
    calls = 0;
}

static void tear_down(void) {
    buffer_finish(&output);
}

TestSuite(zip, .init = set_up, .fini = tear_down);

static enum status write_twice(void *context, struct sink *entry) {
    calls++;
    return entry->write(entry, context, strlen(context)) && entry->write(entry, "!", 1) ? STATUS_OK
                                                                                        : STATUS_IO;
}

static enum status write_differently(void *context, struct sink *entry) {
    (void)context;
    return entry->write(entry, "12", (size_t)(2 - calls++)) ? STATUS_OK : STATUS_IO;
}

static enum status write_nothing(void *context, struct sink *entry) {
    (void)context;
    (void)entry;
    return STATUS_NOT_FOUND;
}

Test(zip, an_entry_of_unknown_size_is_made_twice) {
    struct zip *zip = zip_create(&sink);
    cr_assert_eq(zip_add(zip, "a/b.txt", write_twice, "text"), STATUS_OK);
    cr_assert_eq(zip_end(zip), STATUS_OK);
    zip_destroy(zip);
    cr_expect_eq(calls, 2);
    struct archive *archive = archive_read_new();
    struct archive_entry *entry;
    char text[16];
    cr_assert_eq(archive_read_support_format_zip(archive), ARCHIVE_OK);
    cr_assert_eq(archive_read_open_memory(archive, output.data, output.size), ARCHIVE_OK);
    cr_assert_eq(archive_read_next_header(archive, &entry), ARCHIVE_OK);
    cr_expect_str_eq(archive_entry_pathname(entry), "a/b.txt");
    cr_expect_eq(archive_entry_size(entry), 5);
    cr_expect_eq(archive_read_data(archive, text, sizeof text), 5);
    cr_expect_eq(memcmp(text, "text!", 5), 0);
    cr_expect_eq(archive_read_next_header(archive, &entry), ARCHIVE_EOF);
    archive_read_free(archive);
}

Test(zip, an_entry_that_differs_the_second_time_is_not_taken) {
    struct zip *zip = zip_create(&sink);
    cr_expect_eq(zip_add(zip, "a", write_differently, NULL), STATUS_CORRUPT);
    zip_destroy(zip);
}

Test(zip, gives_back_why_an_entry_could_not_be_made) {
    struct zip *zip = zip_create(&sink);
    cr_expect_eq(zip_add(zip, "a", write_nothing, NULL), STATUS_NOT_FOUND);
    zip_destroy(zip);
    cr_expect_eq(output.size, 0);
}
