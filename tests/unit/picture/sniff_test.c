#include <criterion/criterion.h>
#include <string.h>

#include "picture/sniff.h"

#define KIND(bytes) picture_kind_of((bytes), sizeof(bytes) - 1)

Test(sniff, says_what_a_file_is_by_its_bytes_alone) {
    cr_expect_eq(KIND("\xff\xd8\xff\xe0JFIF"), PICTURE_JPEG);
    cr_expect_eq(KIND("\x89PNG\r\n\x1a\nIHDR"), PICTURE_PNG);
    cr_expect_eq(KIND("RIFF\0\0\0\0WEBPVP8 "), PICTURE_WEBP);
    cr_expect_eq(KIND(""), PICTURE_NONE);
    cr_expect_eq(KIND("\xff\xd8"), PICTURE_NONE);
    cr_expect_eq(KIND("RIFF\0\0\0\0WAVE"), PICTURE_NONE);
    cr_expect_eq(KIND("GIF89a"), PICTURE_NONE);
    cr_expect_eq(KIND("<svg xmlns='http://www.w3.org/2000/svg'/>"), PICTURE_NONE);
}

Test(sniff, counts_scans) {
    static const char two[] = "\xff\xd8\xff\xda\0\x03x\xff\0y\xff\xda\0\x03z\xff\xd9";
    cr_expect_eq(picture_jpeg_scans(two, sizeof two - 1), 2);
    cr_expect_eq(picture_jpeg_scans("\xff", 1), 0);
    cr_expect_eq(picture_jpeg_scans("", 0), 0);
}
