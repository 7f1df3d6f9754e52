#include "support.h"

#include <criterion/criterion.h>
#include <string.h>

struct picture_made made;

void begin_making(void) {
    cr_assert(picture_begin());
}

void end_making(void) {
    picture_made_finish(&made);
}

VipsImage *drawing(int width, int height) {
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

VipsImage *photograph(int width, int height) {
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

struct file as_jpeg(VipsImage *image) {
    struct file file = {0};
    cr_assert_eq(vips_jpegsave_buffer(image, &file.bytes, &file.size, NULL), 0, "%s", vips_error_buffer());
    g_object_unref(image);
    return file;
}

struct file as_png(VipsImage *image) {
    struct file file = {0};
    cr_assert_eq(vips_pngsave_buffer(image, &file.bytes, &file.size, NULL), 0, "%s", vips_error_buffer());
    g_object_unref(image);
    return file;
}

struct file as_webp(VipsImage *image) {
    struct file file = {0};
    cr_assert_eq(vips_webpsave_buffer(image, &file.bytes, &file.size, NULL), 0, "%s", vips_error_buffer());
    g_object_unref(image);
    return file;
}

const char *make(struct file file) {
    picture_made_finish(&made);
    return picture_make(file.bytes, file.size, &made);
}

bool is_refused_for(struct file file, const char *words) {
    const char *wrong = make(file);
    return wrong && strstr(wrong, words) && !made.large.bytes && !made.small.bytes;
}

uint32_t png_sum(const uint8_t *bytes, size_t size) {
    uint32_t sum = 0xffffffff;
    for (size_t i = 0; i < size; i++) {
        sum ^= bytes[i];
        for (int bit = 0; bit < 8; bit++) {
            sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
        }
    }
    return ~sum;
}

void put_number(uint8_t *at, uint32_t number) {
    for (int i = 0; i < 4; i++) {
        at[i] = (uint8_t)(number >> (24 - 8 * i));
    }
}
