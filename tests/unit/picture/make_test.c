/* On real files, made here. */
#include <criterion/criterion.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <vips/vips.h>

#include "picture/make.h"

#define SECRET "SECRET-PLACE-61.0N-14.5E"

enum { SIDE = 64 };

struct file {
    void *bytes;
    size_t size;
};

static struct picture_made made;

static void begin(void) {
    cr_assert(picture_begin());
}

static void end(void) {
    picture_made_finish(&made);
}

TestSuite(make, .init = begin, .fini = end);

/* ---- pictures ---- */

/* Lines on one colour. */
static VipsImage *drawing(int width, int height) {
    VipsImage *black, *paper, *copy;
    double ink[] = {20, 40, 160}, white[] = {255, 250, 240}, one[] = {1, 1, 1};
    cr_assert_eq(vips_black(&black, width, height, "bands", 3, NULL), 0);
    cr_assert_eq(vips_linear(black, &paper, one, white, 3, "uchar", TRUE, NULL), 0);
    copy = vips_image_copy_memory(paper);
    g_object_unref(black);
    g_object_unref(paper);
    for (int i = 1; i < 8; i++) {
        cr_assert_eq(vips_draw_line(copy, ink, 3, 0, height * i / 8, width - 1, height / i, NULL), 0);
    }
    VipsImage *told = NULL;
    cr_assert_eq(vips_copy(copy, &told, "interpretation", VIPS_INTERPRETATION_sRGB, NULL), 0);
    g_object_unref(copy);
    return told;
}

/* As grainy as a photograph at dusk. */
static VipsImage *photograph(int width, int height) {
    VipsImage *noise, *bands[3], *joined, *cast;
    for (int i = 0; i < 3; i++) {
        cr_assert_eq(
            vips_gaussnoise(&noise, width, height, "mean", 120.0, "sigma", 30.0, "seed", 7 + i, NULL), 0);
        bands[i] = noise;
    }
    cr_assert_eq(vips_bandjoin(bands, &joined, 3, NULL), 0);
    cr_assert_eq(vips_cast_uchar(joined, &cast, NULL), 0);
    for (int i = 0; i < 3; i++) {
        g_object_unref(bands[i]);
    }
    g_object_unref(joined);
    VipsImage *told = NULL;
    cr_assert_eq(vips_copy(cast, &told, "interpretation", VIPS_INTERPRETATION_sRGB, NULL), 0);
    g_object_unref(cast);
    return told;
}

static struct file as_jpeg(VipsImage *image) {
    struct file file = {0};
    cr_assert_eq(vips_jpegsave_buffer(image, &file.bytes, &file.size, NULL), 0, "%s", vips_error_buffer());
    g_object_unref(image);
    return file;
}

static struct file as_png(VipsImage *image) {
    struct file file = {0};
    cr_assert_eq(vips_pngsave_buffer(image, &file.bytes, &file.size, NULL), 0, "%s", vips_error_buffer());
    g_object_unref(image);
    return file;
}

static struct file as_webp(VipsImage *image) {
    struct file file = {0};
    cr_assert_eq(vips_webpsave_buffer(image, &file.bytes, &file.size, NULL), 0, "%s", vips_error_buffer());
    g_object_unref(image);
    return file;
}

static const char *make(struct file file) {
    picture_made_finish(&made);
    return picture_make(file.bytes, file.size, &made);
}

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

static bool is_refused_for(struct file file, const char *words) {
    const char *wrong = make(file);
    return wrong && strstr(wrong, words) && !made.large.bytes && !made.small.bytes;
}

/* ---- what is kept ---- */

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

static uint32_t png_sum(const uint8_t *bytes, size_t size) {
    uint32_t sum = 0xffffffff;
    for (size_t i = 0; i < size; i++) {
        sum ^= bytes[i];
        for (int bit = 0; bit < 8; bit++) {
            sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
        }
    }
    return ~sum;
}

static void put_number(uint8_t *at, uint32_t number) {
    for (int i = 0; i < 4; i++) {
        at[i] = (uint8_t)(number >> (24 - 8 * i));
    }
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

/* ---- what is refused ---- */

Test(make, other_kinds_of_files_are_refused_whatever_they_are_called) {
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

Test(make, loaders_of_other_kinds_are_blocked) {
    VipsImage *image = drawing(SIDE, SIDE), *loaded = NULL;
    struct file file = {0};
    cr_assert_eq(vips_tiffsave_buffer(image, &file.bytes, &file.size, NULL), 0);
    cr_expect_neq(vips_tiffload_buffer(file.bytes, file.size, &loaded, NULL), 0);
    vips_error_clear();
    g_object_unref(image);
    g_free(file.bytes);
}

Test(make, files_that_are_cut_off_are_refused) {
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

Test(make, files_that_begin_well_and_go_on_with_anything_do_no_harm) {
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

Test(make, fifty_million_pixels_are_taken_and_no_more_however_few_bytes_they_are) {
    struct file most = blank_png(10000, 5000), more = blank_png(10000, 5001);
    cr_expect_lt(more.size, 100000, "a bomb is small");
    cr_expect_null(make(most));
    cr_expect_eq(made.width, PICTURE_SIDE);
    cr_expect(is_refused_for(more, "50 million pixels"));
    g_free(most.bytes);
    g_free(more.bytes);
}

Test(make, a_strip_is_no_longer_than_a_picture_may_be) {
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

Test(make, one_that_lies_about_its_size_is_refused) {
    struct file file = as_png(drawing(SIDE, SIDE));
    lie_about_size(file, 60000, 60000);
    cr_expect(is_refused_for(file, "50 million pixels"));
    lie_about_size(file, 7000, 7000);
    cr_expect(is_refused_for(file, "cut off or broken"));
    g_free(file.bytes);
}

Test(make, a_jpeg_of_very_many_scans_is_refused_before_it_is_read) {
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

Test(make, a_file_of_more_than_five_megabytes_is_refused) {
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
