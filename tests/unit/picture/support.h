/* Files of pictures, made here, and what becomes of them. */
#ifndef TEST_PICTURE_SUPPORT_H
#define TEST_PICTURE_SUPPORT_H

#include <stdint.h>
#include <vips/vips.h>

#include "picture/make.h"

enum { SIDE = 64 };

struct file {
    void *bytes; /* freed with g_free */
    size_t size;
};

/* What was made last. */
extern struct picture_made made;

/* Around each test. */
void begin_making(void);
void end_making(void);

VipsImage *drawing(int width, int height);    /* lines on one colour */
VipsImage *photograph(int width, int height); /* as grainy as one at dusk */

/* Each takes the image. */
struct file as_jpeg(VipsImage *image);
struct file as_png(VipsImage *image);
struct file as_webp(VipsImage *image);

const char *make(struct file file);
bool is_refused_for(struct file file, const char *words);

uint32_t png_sum(const uint8_t *bytes, size_t size);
void put_number(uint8_t *at, uint32_t number);

#endif
