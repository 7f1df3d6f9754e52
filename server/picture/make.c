/* header → no larger than may be → decoded (a JPEG smaller, where it is very large) → turned and shrunk →
 * sRGB, on white → stripped → written, large and small.
 *
 * A photograph becomes a JPEG. What was drawn on a screen comes as PNG or WebP: it stays without loss, as
 * PNG, where that takes no more room than a JPEG of it, which is so for lines and flat colours and never for
 * photographs. Transparent parts become white, as paper is: ink on nothing cannot be read on a dark page. */
#include "picture/make.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <vips/vips.h>

#include "picture/sniff.h"

enum { QUALITY = 82, LOW_QUALITY = 60, LARGEST_JPEG = 4 * 1024 * 1024, COMPRESSION = 6 };

static const char not_a_picture[] = "the file is no PNG, JPEG or WebP: save it as one of these";
static const char too_many_pixels[] = "the picture has more than 50 million pixels: scale it down first";
static const char too_long[] =
    "one side of the picture has more than 30 000 pixels: cut it, or scale it down first";
static const char too_many_scans[] =
    "the picture is written in a way that takes too long to read: save it anew";
static const char broken[] = "the file is cut off or broken: copy it anew, or save it as PNG, JPEG or WebP";

bool picture_begin(void) {
    /* Without a home there are no modules: ImageMagick and the like are not even loaded. Without vectors no
     * machine code is written into a file, to be run. */
    if (clearenv() != 0 || setenv("VIPSHOME", "/nonexistent", 1) != 0 ||
        setenv("VIPS_NOVECTOR", "1", 1) != 0 || VIPS_INIT("samskap-picture") != 0) {
        return false;
    }
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_operation_block_set("VipsForeignLoad", TRUE);
    vips_operation_block_set("VipsForeignLoadJpeg", FALSE);
    vips_operation_block_set("VipsForeignLoadPng", FALSE);
    vips_operation_block_set("VipsForeignLoadWebp", FALSE);
    return true;
}

/* ---- the file ---- */

/* shrink: of a JPEG, 1, 2, 4 or 8, by which its decoder makes it smaller as it goes. Pixels come later, each
 * once, in order. NULL: it cannot be read. */
static VipsImage *load(const void *bytes, size_t size, enum picture_kind kind, int shrink) {
    VipsImage *image = NULL;
    void *borrowed = (void *)(uintptr_t)bytes;
    int failed;
    switch (kind) {
    case PICTURE_JPEG:
        failed = vips_jpegload_buffer(borrowed, size, &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                                      VIPS_FAIL_ON_ERROR, "shrink", shrink, NULL);
        break;
    case PICTURE_PNG:
        failed = vips_pngload_buffer(borrowed, size, &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                                     VIPS_FAIL_ON_ERROR, NULL);
        break;
    default:
        failed = vips_webpload_buffer(borrowed, size, &image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                                      VIPS_FAIL_ON_ERROR, NULL);
    }
    return failed ? NULL : image;
}

static const char *check(const void *bytes, size_t size, enum picture_kind kind, int *shrink) {
    if (kind == PICTURE_NONE || size > PICTURE_FILE) {
        return not_a_picture;
    }
    if (kind == PICTURE_JPEG && picture_jpeg_scans(bytes, size) > PICTURE_SCANS) {
        return too_many_scans;
    }
    VipsImage *image = load(bytes, size, kind, 1);
    if (!image) {
        return broken;
    }
    int width = vips_image_get_width(image), height = vips_image_get_height(image);
    g_object_unref(image);
    int longest = width > height ? width : height;
    for (*shrink = 1; *shrink < 8 && longest / (2 * *shrink) >= PICTURE_SIDE;) {
        *shrink *= 2;
    }
    if ((uint64_t)width * (uint64_t)height > PICTURE_PIXELS) {
        return too_many_pixels;
    }
    return longest > PICTURE_LONGEST ? too_long : NULL;
}

/* ---- the picture ---- */

/* Replaces an image by what was made of it. */
static bool step(VipsImage **image, int failed, VipsImage **made) {
    if (failed) {
        return false;
    }
    g_object_unref(*image);
    *image = *made;
    *made = NULL;
    return true;
}

static bool put_on_white(VipsImage **image) {
    VipsImage *made = NULL;
    VipsArrayDouble *white = vips_array_double_newv(1, 255.0);
    int failed = vips_flatten(*image, &made, "background", white, NULL);
    vips_area_unref(VIPS_AREA(white));
    return step(image, failed, &made);
}

static void *remove_field(VipsImage *image, const char *name, GValue *value, void *context) {
    GPtrArray *names = context;
    (void)image, (void)value;
    g_ptr_array_add(names, g_strdup(name));
    return NULL;
}

/* The savers are told to leave all out as well. */
static void strip(VipsImage *image) {
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    vips_image_map(image, remove_field, names);
    for (guint i = 0; i < names->len; i++) {
        vips_image_remove(image, g_ptr_array_index(names, i));
    }
    g_ptr_array_free(names, TRUE);
}

/* Into the colours of all screens where it says that it has others; else they are those, and stay exactly. */
static int fit(VipsImage *image, VipsImage **made) {
    bool has_others = vips_image_get_typeof(image, VIPS_META_ICC_NAME) != 0 ||
                      vips_image_get_interpretation(image) == VIPS_INTERPRETATION_CMYK;
    if (has_others) {
        return vips_thumbnail_image(image, made, PICTURE_SIDE, "height", PICTURE_SIDE, "size", VIPS_SIZE_DOWN,
                                    "export_profile", "srgb", NULL);
    }
    return vips_thumbnail_image(image, made, PICTURE_SIDE, "height", PICTURE_SIDE, "size", VIPS_SIZE_DOWN,
                                NULL);
}

/* All of it in memory first: what passes it on in tiles would make black ones of what cannot be read. Then 8
 * bits, three bands, nothing beside them. NULL: it cannot be decoded. */
static VipsImage *decode(const void *bytes, size_t size, enum picture_kind kind, int shrink) {
    VipsImage *image = load(bytes, size, kind, shrink), *made = NULL, *memory = NULL;
    if (!image) {
        return NULL;
    }
    made = vips_image_copy_memory(image);
    bool whole = step(&image, !made, &made) && step(&image, fit(image, &made), &made) &&
                 step(&image, vips_colourspace(image, &made, VIPS_INTERPRETATION_sRGB, NULL), &made) &&
                 (!vips_image_hasalpha(image) || put_on_white(&image)) &&
                 step(&image, vips_cast_uchar(image, &made, NULL), &made);
    if (whole && (memory = vips_image_copy_memory(image))) {
        strip(memory);
    }
    g_object_unref(image);
    return memory;
}

static bool write_jpeg(VipsImage *image, struct picture_bytes *to) {
    int quality = QUALITY;
    for (;;) {
        if (vips_jpegsave_buffer(image, &to->bytes, &to->size, "Q", quality, "strip", TRUE, "optimize_coding",
                                 TRUE, NULL)) {
            return false;
        }
        if (to->size <= LARGEST_JPEG || quality == LOW_QUALITY) {
            return true;
        }
        g_free(to->bytes);
        quality = LOW_QUALITY;
    }
}

static bool write_png(VipsImage *image, struct picture_bytes *to) {
    return vips_pngsave_buffer(image, &to->bytes, &to->size, "compression", COMPRESSION, "strip", TRUE,
                               NULL) == 0;
}

static void swap(struct picture_bytes *a, struct picture_bytes *b) {
    struct picture_bytes kept = *a;
    *a = *b;
    *b = kept;
}

static bool write_large(VipsImage *image, enum picture_kind kind, struct picture_made *made) {
    struct picture_bytes other = {0};
    made->type = "jpeg";
    if (!write_jpeg(image, &made->large)) {
        return false;
    }
    if (kind == PICTURE_JPEG) {
        return true;
    }
    if (!write_png(image, &other)) {
        return false;
    }
    if (other.size <= made->large.size) {
        made->type = "png";
        swap(&made->large, &other);
    }
    g_free(other.bytes);
    return true;
}

static bool write_small(VipsImage *image, struct picture_made *made) {
    VipsImage *small = NULL;
    if (vips_thumbnail_image(image, &small, PICTURE_SMALL, "height", PICTURE_SMALL, "size", VIPS_SIZE_DOWN,
                             "no_rotate", TRUE, NULL)) {
        return false;
    }
    bool is_png = strcmp(made->type, "png") == 0;
    bool written = is_png ? write_png(small, &made->small) : write_jpeg(small, &made->small);
    g_object_unref(small);
    return written;
}

const char *picture_make(const void *bytes, size_t size, struct picture_made *made) {
    enum picture_kind kind = picture_kind_of(bytes, size);
    *made = (struct picture_made){0};
    int shrink = 1;
    const char *wrong = check(bytes, size, kind, &shrink);
    VipsImage *image = wrong ? NULL : decode(bytes, size, kind, shrink);
    if (!image) {
        vips_error_clear();
        return wrong ? wrong : broken;
    }
    made->width = vips_image_get_width(image);
    made->height = vips_image_get_height(image);
    bool written = write_large(image, kind, made) && write_small(image, made);
    g_object_unref(image);
    if (!written) {
        vips_error_clear();
        picture_made_finish(made);
        return broken;
    }
    return NULL;
}

void picture_made_finish(struct picture_made *made) {
    g_free(made->large.bytes);
    g_free(made->small.bytes);
    *made = (struct picture_made){0};
}
