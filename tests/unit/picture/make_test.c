/* What is kept of real files. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

#define SECRET "SECRET-PLACE-61.0N-14.5E"

TestSuite(make, .init = begin_making, .fini = end_making);

static bool holds(struct picture_bytes in, const char *text) {
    return memmem(in.bytes, in.size, text, strlen(text)) != NULL;
}

/* What was kept, decoded. */
static VipsImage *kept(struct picture_bytes bytes) {
    VipsImage *image = NULL;
    int failed = strcmp(made.type, "png") == 0 ? vips_pngload_buffer(bytes.bytes, bytes.size, &image, NULL)
                                               : vips_jpegload_buffer(bytes.bytes, bytes.size, &image, NULL);
    cr_assert_eq(failed, 0, "%s", vips_error_buffer());
    return image;
}

static void expect_colour(VipsImage *image, int x, int y, int red, int green, int blue) {
    double *point;
    int count;
    int wanted[] = {red, green, blue};
    cr_assert_eq(vips_getpoint(image, &point, &count, x, y, NULL), 0);
    cr_assert_eq(count, 3);
    for (int i = 0; i < 3; i++) {
        cr_expect_lt(abs((int)point[i] - wanted[i]), 12, "at %d, %d band %d is %g", x, y, i, point[i]);
    }
    g_free(point);
}

Test(make, a_photograph_becomes_a_jpeg_of_two_sizes) {
    struct file file = as_jpeg(photograph(3000, 1500));
    cr_assert_null(make(file));
    cr_expect_str_eq(made.type, "jpeg");
    cr_expect_eq(made.width, PICTURE_SIDE);
    cr_expect_eq(made.height, PICTURE_SIDE / 2);
    VipsImage *small = kept(made.small);
    cr_expect_eq(vips_image_get_width(small), PICTURE_SMALL);
    cr_expect_eq(vips_image_get_height(small), PICTURE_SMALL / 2);
    g_object_unref(small);
    g_free(file.bytes);
}

Test(make, a_small_picture_is_not_made_larger) {
    struct file file = as_webp(drawing(200, 100));
    cr_assert_null(make(file));
    cr_expect_eq(made.width, 200);
    VipsImage *small = kept(made.small);
    cr_expect_eq(vips_image_get_height(small), 100);
    g_object_unref(small);
    g_free(file.bytes);
}

Test(make, lines_stay_sharp_and_grain_does_not_take_megabytes) {
    struct file lines = as_png(drawing(800, 600)), grain = as_png(photograph(400, 300));
    cr_assert_null(make(lines));
    cr_expect_str_eq(made.type, "png");
    VipsImage *image = kept(made.large);
    expect_colour(image, 799, 0, 255, 250, 240);
    g_object_unref(image);
    cr_assert_null(make(grain));
    cr_expect_str_eq(made.type, "jpeg");
    g_free(lines.bytes);
    g_free(grain.bytes);
}

Test(make, what_is_transparent_becomes_white) {
    VipsImage *ink = drawing(SIDE, SIDE), *nothing, *both;
    cr_assert_eq(vips_black(&nothing, SIDE, SIDE, NULL), 0);
    cr_assert_eq(vips_bandjoin2(ink, nothing, &both, NULL), 0);
    g_object_unref(ink);
    g_object_unref(nothing);
    struct file file = as_png(both);
    cr_assert_null(make(file));
    VipsImage *image = kept(made.large);
    cr_expect_eq(vips_image_get_bands(image), 3);
    expect_colour(image, 3, 3, 255, 255, 255);
    g_object_unref(image);
    g_free(file.bytes);
}

/* Left half red: turned right by a quarter, the upper half is. */
Test(make, it_is_turned_as_the_camera_says) {
    VipsImage *image = drawing(400, 200);
    double red[] = {200, 0, 0}, green[] = {0, 160, 0};
    VipsImage *painted = vips_image_copy_memory(image);
    g_object_unref(image);
    vips_draw_rect(painted, red, 3, 0, 0, 200, 200, "fill", TRUE, NULL);
    vips_draw_rect(painted, green, 3, 200, 0, 200, 200, "fill", TRUE, NULL);
    vips_image_set_int(painted, VIPS_META_ORIENTATION, 6);
    struct file file = as_jpeg(painted);
    cr_assert_null(make(file));
    cr_expect_eq(made.width, 200);
    cr_expect_eq(made.height, 400);
    VipsImage *turned = kept(made.large);
    expect_colour(turned, 100, 50, 200, 0, 0);
    expect_colour(turned, 100, 350, 0, 160, 0);
    cr_expect_eq(vips_image_get_typeof(turned, VIPS_META_ORIENTATION), 0);
    g_object_unref(turned);
    g_free(file.bytes);
}

/* Behind the header, where a PNG may say anything. */
static struct file with_comment(struct file png) {
    enum { HEADER_END = 33 };
    static const char text[] = "tEXtComment\0" SECRET;
    size_t size = sizeof text - 1;
    struct file file = {g_malloc(png.size + size + 8), png.size + size + 8};
    uint8_t *at = file.bytes;
    memcpy(at, png.bytes, HEADER_END);
    put_number(at + HEADER_END, (uint32_t)size - 4);
    memcpy(at + HEADER_END + 4, text, size);
    put_number(at + HEADER_END + 4 + size, png_sum((const uint8_t *)text, size));
    memcpy(at + HEADER_END + size + 8, (char *)png.bytes + HEADER_END, png.size - HEADER_END);
    g_free(png.bytes);
    return file;
}

static void tell_the_place(VipsImage *image) {
    static const char *const fields[] = {"exif-ifd0-ImageDescription", "exif-ifd0-Artist",
                                         "exif-ifd2-UserComment"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        vips_image_set_string(image, fields[i], SECRET);
    }
    vips_image_set_string(image, "exif-ifd3-GPSLatitude", "61/1 0/1 0/1");
    vips_image_set_string(image, "exif-ifd3-GPSMapDatum", SECRET);
    vips_image_set_string(image, "png-comment-0-Comment", SECRET);
    vips_image_set_blob_copy(image, VIPS_META_XMP_NAME, SECRET, strlen(SECRET));
    vips_image_set_blob_copy(image, VIPS_META_IPTC_NAME, SECRET, strlen(SECRET));
    vips_image_set_blob_copy(image, VIPS_META_PHOTOSHOP_NAME, SECRET, strlen(SECRET));
}

static void expect_no_trace(struct file file) {
    static const char *const marks[] = {SECRET, "Exif", "http://ns.adobe.com", "Photoshop", "tEXt",
                                        "eXIf", "iTXt", "ICC_PROFILE",         "iCCP"};
    struct picture_bytes given = {file.bytes, file.size};
    cr_assert(holds(given, SECRET), "the file given did hold it");
    cr_assert_null(make(file));
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        cr_expect_not(holds(made.large, marks[i]), "%s", marks[i]);
        cr_expect_not(holds(made.small, marks[i]), "%s", marks[i]);
    }
    g_free(file.bytes);
}

Test(make, nothing_of_what_a_camera_wrote_is_left) {
    VipsImage *image = photograph(SIDE, SIDE);
    tell_the_place(image);
    expect_no_trace(as_jpeg(image));
    image = drawing(SIDE, SIDE);
    tell_the_place(image);
    expect_no_trace(with_comment(as_png(image)));
    image = drawing(SIDE, SIDE);
    tell_the_place(image);
    expect_no_trace(as_webp(image));
}

Test(make, what_stands_behind_the_picture_is_left_out) {
    struct file file = as_jpeg(photograph(SIDE, SIDE)), longer;
    longer.size = file.size + strlen(SECRET);
    longer.bytes = g_malloc(longer.size);
    memcpy(longer.bytes, file.bytes, file.size);
    memcpy((char *)longer.bytes + file.size, SECRET, strlen(SECRET));
    expect_no_trace(longer);
    g_free(file.bytes);
}

Test(make, colours_of_wide_screens_and_of_print_become_those_of_all_screens) {
    VipsImage *image = drawing(SIDE, SIDE), *wide, *print;
    struct file file = {0};
    cr_assert_eq(vips_icc_transform(image, &wide, "p3", "input_profile", "srgb", "embedded", FALSE, NULL), 0);
    cr_assert_eq(vips_jpegsave_buffer(wide, &file.bytes, &file.size, "Q", 100, NULL), 0);
    cr_assert_null(make(file));
    VipsImage *read = kept(made.large);
    expect_colour(read, SIDE - 1, 1, 255, 250, 240);
    g_object_unref(read);
    g_object_unref(wide);
    g_free(file.bytes);
    cr_assert_eq(vips_icc_transform(image, &print, "cmyk", "input_profile", "srgb", NULL), 0);
    file = as_jpeg(print);
    cr_assert_null(make(file));
    read = kept(made.large);
    cr_expect_eq(vips_image_get_bands(read), 3);
    expect_colour(read, SIDE - 1, 1, 255, 250, 240);
    g_object_unref(read);
    g_object_unref(image);
    g_free(file.bytes);
}

Test(make, sixteen_bits_and_grey_become_eight_bits_of_three_bands) {
    VipsImage *image = drawing(SIDE, SIDE), *deep, *grey;
    cr_assert_eq(vips_colourspace(image, &deep, VIPS_INTERPRETATION_RGB16, NULL), 0);
    struct file file = as_png(deep);
    cr_assert_null(make(file));
    VipsImage *read = kept(made.large);
    expect_colour(read, SIDE - 1, 1, 255, 250, 240);
    g_object_unref(read);
    g_free(file.bytes);
    cr_assert_eq(vips_colourspace(image, &grey, VIPS_INTERPRETATION_GREY16, NULL), 0);
    file = as_png(grey);
    cr_assert_null(make(file));
    read = kept(made.large);
    expect_colour(read, SIDE - 1, 1, 250, 250, 250);
    g_object_unref(read);
    g_object_unref(image);
    g_free(file.bytes);
}

Test(make, of_what_moves_the_first_picture_is_kept) {
    VipsImage *frames[] = {drawing(SIDE, SIDE), photograph(SIDE, SIDE)}, *strip;
    cr_assert_eq(vips_arrayjoin(frames, &strip, 2, "across", 1, NULL), 0);
    vips_image_set_int(strip, VIPS_META_PAGE_HEIGHT, SIDE);
    struct file file = as_webp(strip);
    cr_assert(holds((struct picture_bytes){file.bytes, file.size}, "ANIM"), "it does move");
    cr_assert_null(make(file));
    cr_expect_eq(made.height, SIDE);
    VipsImage *read = kept(made.large);
    expect_colour(read, SIDE - 1, 1, 255, 250, 240);
    g_object_unref(read);
    g_object_unref(frames[0]);
    g_object_unref(frames[1]);
    g_free(file.bytes);
}
