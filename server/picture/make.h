/* From the file that somebody uploaded to the two pictures that are kept: turned as it is to be seen, in
 * sRGB, on white, without anything that a camera or a program wrote beside it (place, time, names,
 * thumbnails, comments). By libvips, whose loaders but three are blocked. */
#ifndef SAMSKAP_PICTURE_MAKE_H
#define SAMSKAP_PICTURE_MAKE_H

#include <stdbool.h>
#include <stddef.h>

enum {
    PICTURE_FILE = 5 * 1024 * 1024,    /* bytes of the uploaded file */
    PICTURE_PIXELS = 50 * 1000 * 1000, /* of it, as its header says */
    PICTURE_LONGEST = 30 * 1000,       /* of one side of it: a strip of pixels takes as long as all of them */
    PICTURE_SCANS = 100,               /* of a JPEG */
    PICTURE_SIDE = 2560,               /* pixels of the longer side of what is kept, at most */
    PICTURE_SMALL = 480,               /* the same of the small one */
};

struct picture_bytes {
    void *bytes; /* freed with picture_made_finish */
    size_t size;
};

struct picture_made {
    const char *type; /* of both: "jpeg" or "png" */
    int width, height;
    struct picture_bytes large, small;
};

/* Once in a program, before anything else here. Takes away the environment. */
bool picture_begin(void);
/* NULL, or in a sentence why it cannot be. */
const char *picture_make(const void *bytes, size_t size, struct picture_made *made);
void picture_made_finish(struct picture_made *made);

#endif
