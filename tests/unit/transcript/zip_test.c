#include "transcript/zip.h"

#include <criterion/criterion.h>
#include <string.h>

#include "support_zip.h"

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
    struct buffer text;
    buffer_init(&text);
    cr_expect_eq(unzip_entry(&output, "a/b.txt", &text), 1);
    cr_expect(str_equal(buffer_str(&text), STR("text!")));
    buffer_finish(&text);
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
