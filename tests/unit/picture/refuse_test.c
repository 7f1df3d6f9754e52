/* What is refused, and does no harm. */
#include <criterion/criterion.h>
#include <string.h>

#include "support.h"

TestSuite(refuse, .init = begin_making, .fini = end_making);

Test(refuse, other_kinds_of_files_are_refused_whatever_they_are_called) {
    static const char *const others[] = {
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "<!doctype html><script>alert(1)</script>",
        "GIF89a\x01",
        "%PDF-1.4",
        "II*",
        "P6 1 1 255 abc",
        "",
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        struct file file = {(void *)(uintptr_t)others[i], strlen(others[i])};
        cr_expect(is_refused_for(file, "no PNG, JPEG or WebP"), "%s", others[i]);
    }
    VipsImage *image = drawing(SIDE, SIDE);
    struct file file = {0};
    cr_assert_eq(vips_tiffsave_buffer(image, &file.bytes, &file.size, NULL), 0);
    cr_expect(is_refused_for(file, "no PNG, JPEG or WebP"));
    g_free(file.bytes);
    cr_assert_eq(vips_gifsave_buffer(image, &file.bytes, &file.size, NULL), 0);
    cr_expect(is_refused_for(file, "no PNG, JPEG or WebP"));
    g_free(file.bytes);
    g_object_unref(image);
}

Test(refuse, loaders_of_other_kinds_are_blocked) {
    VipsImage *image = drawing(SIDE, SIDE), *loaded = NULL;
    struct file file = {0};
    cr_assert_eq(vips_tiffsave_buffer(image, &file.bytes, &file.size, NULL), 0);
    cr_expect_neq(vips_tiffload_buffer(file.bytes, file.size, &loaded, NULL), 0);
    vips_error_clear();
    g_object_unref(image);
    g_free(file.bytes);
}

Test(refuse, files_that_are_cut_off_are_refused) {
    struct file files[] = {as_jpeg(photograph(300, 300)), as_png(photograph(300, 300)),
                           as_webp(photograph(300, 300))};
    for (size_t i = 0; i < 3; i++) {
        for (size_t part = 1; part < 8; part++) {
            struct file cut = {files[i].bytes, files[i].size * part / 8};
            cr_expect(is_refused_for(cut, "cut off or broken"), "%zu: %zu of 8", i, part);
        }
        cr_expect_null(make(files[i]));
        g_free(files[i].bytes);
    }
}

Test(refuse, files_that_begin_well_and_go_on_with_anything_do_no_harm) {
    struct file files[] = {as_jpeg(drawing(SIDE, SIDE)), as_png(drawing(SIDE, SIDE)),
                           as_webp(drawing(SIDE, SIDE))};
    unsigned chance = 1;
    for (size_t i = 0; i < 3; i++) {
        for (int n = 0; n < 60; n++) {
            struct file bent = {g_memdup2(files[i].bytes, files[i].size), files[i].size};
            for (int times = 0; times < 4; times++) {
                chance = chance * 1103515245 + 12345;
                ((char *)bent.bytes)[12 + (chance >> 8) % (bent.size - 12)] = (char)(chance >> 24);
            }
            cr_expect(make(bent) || (made.large.size > 0 && made.small.size > 0));
            g_free(bent.bytes);
        }
        g_free(files[i].bytes);
    }
}

static struct file blank_png(int width, int height) {
    VipsImage *image;
    struct file file = {0};
    cr_assert_eq(vips_black(&image, width, height, NULL), 0);
    cr_assert_eq(vips_pngsave_buffer(image, &file.bytes, &file.size, "bitdepth", 1, NULL), 0);
    g_object_unref(image);
    return file;
}

Test(refuse, fifty_million_pixels_are_taken_and_no_more_however_few_bytes_they_are) {
    struct file most = blank_png(10000, 5000), more = blank_png(10000, 5001);
    cr_expect_lt(more.size, 100000, "a bomb is small");
    cr_expect_null(make(most));
    cr_expect_eq(made.width, PICTURE_SIDE);
    cr_expect(is_refused_for(more, "50 million pixels"));
    g_free(most.bytes);
    g_free(more.bytes);
}

Test(refuse, a_strip_is_no_longer_than_a_picture_may_be) {
    struct file most = blank_png(1, 30000), more = blank_png(30001, 1);
    cr_expect_null(make(most));
    cr_expect(is_refused_for(more, "30 000 pixels"));
    g_free(most.bytes);
    g_free(more.bytes);
}

/* The header is 8 bytes in: length, name, width, height …, sum. */
static void lie_about_size(struct file file, uint32_t width, uint32_t height) {
    uint8_t *at = file.bytes;
    put_number(at + 16, width);
    put_number(at + 20, height);
    put_number(at + 29, png_sum(at + 12, 17));
}

Test(refuse, one_that_lies_about_its_size_is_refused) {
    struct file file = as_png(drawing(SIDE, SIDE));
    lie_about_size(file, 60000, 60000);
    cr_expect(is_refused_for(file, "50 million pixels"));
    lie_about_size(file, 7000, 7000);
    cr_expect(is_refused_for(file, "cut off or broken"));
    g_free(file.bytes);
}

Test(refuse, a_jpeg_of_very_many_scans_is_refused_before_it_is_read) {
    struct file file = as_jpeg(drawing(SIDE, SIDE)), longer;
    longer.size = file.size + 2 * PICTURE_SCANS;
    longer.bytes = g_malloc(longer.size);
    memcpy(longer.bytes, file.bytes, file.size);
    for (size_t i = 0; i < PICTURE_SCANS; i++) {
        memcpy((char *)longer.bytes + file.size + 2 * i, "\xff\xda", 2);
    }
    cr_expect(is_refused_for(longer, "too long to read"));
    longer.size -= 2;
    cr_expect_null(make(longer));
    g_free(file.bytes);
    g_free(longer.bytes);
}

Test(refuse, a_file_of_more_than_five_megabytes_is_refused) {
    struct file file = as_jpeg(drawing(SIDE, SIDE)), longer;
    longer.size = PICTURE_FILE;
    longer.bytes = g_malloc0(PICTURE_FILE + 1);
    memcpy(longer.bytes, file.bytes, file.size);
    cr_expect_null(make(longer));
    longer.size++;
    cr_expect_not_null(make(longer));
    g_free(file.bytes);
    g_free(longer.bytes);
}
