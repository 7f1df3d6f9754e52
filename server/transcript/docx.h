/* The parts of a docx document. Each is written twice: see zip_add. */
#ifndef SAMSKAP_TRANSCRIPT_DOCX_H
#define SAMSKAP_TRANSCRIPT_DOCX_H

#include "base/arena.h"
#include "transcript/docx_texts.h"
#include "transcript/docx_write.h"
#include "transcript/tables.h"
#include "transcript/transcript.h"
#include "transcript/zone_time.h"

enum { DOCX_DAY = 10 }; /* 2021-02-12 */

struct docx {
    struct record *record;
    const struct transcript_options *options;
    const struct docx_texts *texts;
    struct zone_clock *clock;
    struct arena arena; /* of the part in hand */
    struct xml *xml;    /* the part in hand */
};

/* What stands in a row's text column; absent. */
struct str docx_text_of(const struct table *table, const struct cell *cells, const char *column);
/* The day by the process's clock; absent where the time is 0. */
struct str docx_day(const struct docx *docx, int64_t at, char text[ZONE_TIME_LENGTH + 1]);

/* What the document consists of: questions with their answers, by session and agenda; what was made of them.
 */
void docx_write_rounds(struct docx *docx);
void docx_write_round(struct docx *docx, const struct round *round); /* below its question */
void docx_write_themes(struct docx *docx);
void docx_write_entries(struct docx *docx);
void docx_write_steps(struct docx *docx);
/* The parts beside it. */
void docx_write_types(struct docx *docx);
void docx_write_relations(struct docx *docx);
void docx_write_document_relations(struct docx *docx);
void docx_write_properties(struct docx *docx);
void docx_write_settings(struct docx *docx);
void docx_write_styles(struct docx *docx);

#endif
