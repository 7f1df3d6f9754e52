/* Word processors' format, to be read, and to be coded by its headings: Heading 1 is a question, Heading 2
 * says whose what follows is. Nothing of it is kept in memory: each part is written twice, as a zip needs it,
 * and the document round by round. */
#include <string.h>

#include "base/clock.h"
#include "transcript/about.h"
#include "transcript/docx.h"
#include "transcript/format.h"
#include "transcript/readme.h"
#include "transcript/zip.h"

struct part {
    const char *name;
    void (*write)(struct docx *docx);
};

static void write_document(struct docx *docx);

static const struct part parts[] = {
    {"[Content_Types].xml", docx_write_types},
    {"_rels/.rels", docx_write_relations},
    {"docProps/core.xml", docx_write_properties},
    {"word/_rels/document.xml.rels", docx_write_document_relations},
    {"word/settings.xml", docx_write_settings},
    {"word/styles.xml", docx_write_styles},
    {"word/document.xml", write_document},
};

struct str docx_text_of(const struct table *table, const struct cell *cells, const char *column) {
    const struct cell *cell = record_cell(table, cells, column);
    return cell->kind == CELL_TEXT ? cell->text : (struct str){0};
}

struct str docx_day(const struct docx *docx, int64_t at, char text[ZONE_TIME_LENGTH + 1]) {
    if (at == 0) {
        return (struct str){0};
    }
    zone_clock_format(docx->clock, at, text);
    return (struct str){text, DOCX_DAY};
}

static void write_front(struct docx *docx) {
    const struct profile *profile = process_profile(docx->record->process);
    const struct study *study = process_study(docx->record->process, docx->record->study);
    char day[ZONE_TIME_LENGTH + 1];
    const char *kind = record_is_research(docx->record) ? docx->texts->research : docx->texts->documentation;
    docx_paragraph(docx->xml, DOCX_TITLE, profile ? profile->title : str_of(kind));
    docx_paragraph(docx->xml, DOCX_SUBTITLE, str_of(kind));
    if (study) {
        docx_paragraph(docx->xml, DOCX_SUBTITLE, study->title);
    }
    docx_detail(docx->xml, docx->texts->made, docx_day(docx, docx->options->at, day));
}

static void write_about(struct docx *docx) {
    struct buffer text;
    buffer_init(&text);
    readme_write_head(docx->record, docx->options, record_language(docx->record), "\n", &text);
    docx_paragraph(docx->xml, DOCX_SECTION, str_of(docx->texts->about_material));
    docx_lines(docx->xml, buffer_str(&text));
    buffer_finish(&text);
}

/* An A4, with margins of 2.54 cm. */
static void write_page(struct xml *xml) {
    static const char *const margins[] = {"w:top",    "w:right",  "w:bottom", "w:left",
                                          "w:header", "w:footer", "w:gutter"};
    static const int sizes[] = {1440, 1440, 1440, 1440, 708, 708, 0};
    xml_begin(xml, "w:sectPr");
    xml_begin(xml, "w:pgSz");
    xml_number(xml, "w:w", 11906);
    xml_number(xml, "w:h", 16838);
    xml_end(xml);
    xml_begin(xml, "w:pgMar");
    for (size_t i = 0; i < COUNT_OF(margins); i++) {
        xml_number(xml, margins[i], sizes[i]);
    }
    xml_end(xml);
    xml_end(xml);
}

static void write_document(struct docx *docx) {
    xml_begin(docx->xml, "w:document");
    xml_attribute(docx->xml, "xmlns:w", STR("http://schemas.openxmlformats.org/wordprocessingml/2006/main"));
    xml_begin(docx->xml, "w:body");
    write_front(docx);
    docx_write_rounds(docx);
    docx_write_themes(docx);
    docx_write_entries(docx);
    docx_write_steps(docx);
    write_about(docx);
    write_page(docx->xml);
    xml_end(docx->xml);
    xml_end(docx->xml);
}

struct writing {
    struct docx *docx;
    const struct part *part;
};

static enum status write_part(void *context, struct sink *sink) {
    const struct writing *writing = context;
    writing->docx->xml = xml_create(sink);
    writing->part->write(writing->docx);
    enum status status = xml_finish(writing->docx->xml);
    xml_destroy(writing->docx->xml);
    writing->docx->xml = NULL;
    arena_reset(&writing->docx->arena);
    return status;
}

static enum status write_all(struct record *record, const struct transcript_options *options,
                             struct sink *sink) {
    const struct profile *profile = process_profile(record->process);
    struct docx docx = {.record = record, .options = options, .texts = docx_texts(record_language(record))};
    enum status status = STATUS_OK;
    arena_init(&docx.arena);
    docx.clock = zone_clock_create(profile ? profile->zone : STR("UTC"));
    struct zip *zip = zip_create(sink);
    for (size_t i = 0; i < COUNT_OF(parts) && status == STATUS_OK; i++) {
        struct writing writing = {.docx = &docx, .part = &parts[i]};
        status = zip_add(zip, parts[i].name, write_part, &writing);
    }
    if (status == STATUS_OK) {
        status = zip_end(zip);
    }
    zip_destroy(zip);
    zone_clock_destroy(docx.clock);
    arena_finish(&docx.arena);
    return status;
}

const struct transcript_format docx_format = {
    "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", str_is_empty,
    write_all};
