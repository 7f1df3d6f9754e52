#include "support_zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <criterion/criterion.h>
#include <string.h>

int unzip_entry(const struct buffer *zip, const char *name, struct buffer *text) {
    struct archive *archive = archive_read_new();
    struct archive_entry *entry;
    int count = 0, result;
    buffer_clear(text);
    cr_assert_eq(archive_read_support_format_zip(archive), ARCHIVE_OK);
    cr_assert_eq(archive_read_open_memory(archive, zip->data, zip->size), ARCHIVE_OK);
    while ((result = archive_read_next_header(archive, &entry)) == ARCHIVE_OK) {
        count++;
        if (strcmp(archive_entry_pathname(entry), name) != 0) {
            continue;
        }
        la_ssize_t size;
        while ((size = archive_read_data(archive, buffer_reserve(text, 1000), 1000)) > 0) {
            text->size += (size_t)size;
        }
        cr_assert_eq(size, 0, "%s: its checksum and length are right", name);
        cr_expect_eq((la_int64_t)text->size, archive_entry_size(entry));
    }
    cr_assert_eq(result, ARCHIVE_EOF);
    cr_expect_eq(archive_read_free(archive), ARCHIVE_OK);
    return count;
}
