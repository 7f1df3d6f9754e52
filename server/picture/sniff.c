#include "picture/sniff.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static bool stands_at(const void *bytes, size_t size, size_t at, const char *mark, size_t mark_size) {
    return size >= at + mark_size && memcmp((const char *)bytes + at, mark, mark_size) == 0;
}

enum picture_kind picture_kind_of(const void *bytes, size_t size) {
    if (stands_at(bytes, size, 0, "\xff\xd8\xff", 3)) {
        return PICTURE_JPEG;
    }
    if (stands_at(bytes, size, 0, "\x89PNG\r\n\x1a\n", 8)) {
        return PICTURE_PNG;
    }
    bool is_webp = stands_at(bytes, size, 0, "RIFF", 4) && stands_at(bytes, size, 8, "WEBP", 4);
    return is_webp ? PICTURE_WEBP : PICTURE_NONE;
}

/* In a scan 0xff is followed by 0, so a mark found anywhere is a scan's or stands in a segment's bytes: then
 * there are fewer scans than counted, in a file that embeds others. */
size_t picture_jpeg_scans(const void *bytes, size_t size) {
    const uint8_t *at = bytes;
    size_t scans = 0;
    for (size_t i = 0; i + 1 < size; i++) {
        scans += at[i] == 0xff && at[i + 1] == 0xda;
    }
    return scans;
}
