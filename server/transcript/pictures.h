/* Pictures in a record: the documentation has those that all of their session see, with their files where the
 * format has room for files. Nobody has consented to research with what stands in them, so its material has
 * none. */
#ifndef SAMSKAP_TRANSCRIPT_PICTURES_H
#define SAMSKAP_TRANSCRIPT_PICTURES_H

#include "transcript/tables.h"

enum { PICTURE_FILE_NAME = 16 };

/* Those of the documentation, by session, position and id: borrowed, in the record's arena. */
const struct picture *const *record_pictures(struct record *record, size_t *count);
/* The name of the file of the n-th of them (from 0): 001.jpg */
void record_name_picture(const struct picture *picture, size_t n, char name[PICTURE_FILE_NAME]);

#endif
