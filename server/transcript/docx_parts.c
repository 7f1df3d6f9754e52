/* The parts of a document that say what it is and how it looks. No macros, and nothing that lies elsewhere.
 */
#include "base/clock.h"
#include "transcript/docx.h"

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

static void attribute(struct xml *xml, const char *name, const char *value) {
    xml_attribute(xml, name, str_of(value));
}

static void value(struct xml *xml, const char *element, const char *text) {
    xml_begin(xml, element);
    attribute(xml, "w:val", text);
    xml_end(xml);
}

static void number(struct xml *xml, const char *element, int64_t of) {
    xml_begin(xml, element);
    xml_number(xml, "w:val", of);
    xml_end(xml);
}

/* ---- what is where ---- */

static void type_by(struct xml *xml, const char *element, const char *by, const char *which,
                    const char *type) {
    xml_begin(xml, element);
    attribute(xml, by, which);
    attribute(xml, "ContentType", type);
    xml_end(xml);
}

void docx_write_types(struct docx *docx) {
    struct xml *xml = docx->xml;
    xml_begin(xml, "Types");
    attribute(xml, "xmlns", PACKAGE "content-types");
    type_by(xml, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
    type_by(xml, "Default", "Extension", "xml", "application/xml");
    type_by(xml, "Override", "PartName", "/word/document.xml", WORD_TYPE "document.main+xml");
    type_by(xml, "Override", "PartName", "/word/styles.xml", WORD_TYPE "styles+xml");
    type_by(xml, "Override", "PartName", "/word/settings.xml", WORD_TYPE "settings+xml");
    type_by(xml, "Override", "PartName", "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml");
    xml_end(xml);
}

static void begin_relations(struct xml *xml) {
    xml_begin(xml, "Relationships");
    attribute(xml, "xmlns", PACKAGE "relationships");
}

static void relation(struct xml *xml, const char *id, const char *type, const char *target) {
    xml_begin(xml, "Relationship");
    attribute(xml, "Id", id);
    attribute(xml, "Type", type);
    attribute(xml, "Target", target);
    xml_end(xml);
}

void docx_write_relations(struct docx *docx) {
    begin_relations(docx->xml);
    relation(docx->xml, "document", OFFICE_RELATIONS "officeDocument", "word/document.xml");
    relation(docx->xml, "properties", PACKAGE "relationships/metadata/core-properties", "docProps/core.xml");
    xml_end(docx->xml);
}

void docx_write_document_relations(struct docx *docx) {
    begin_relations(docx->xml);
    relation(docx->xml, "styles", OFFICE_RELATIONS "styles", "styles.xml");
    relation(docx->xml, "settings", OFFICE_RELATIONS "settings", "settings.xml");
    xml_end(docx->xml);
}

void docx_write_properties(struct docx *docx) {
    const struct profile *profile = process_profile(docx->record->process);
    char at[CLOCK_TEXT_LENGTH + 1];
    clock_format(docx->options->at, at);
    xml_begin(docx->xml, "cp:coreProperties");
    attribute(docx->xml, "xmlns:cp", PACKAGE "metadata/core-properties");
    attribute(docx->xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    attribute(docx->xml, "xmlns:dcterms", "http://purl.org/dc/terms/");
    attribute(docx->xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml_element(docx->xml, "dc:title", profile ? profile->title : (struct str){0});
    xml_element(docx->xml, "dc:language", str_of(docx->texts->language));
    xml_begin(docx->xml, "dcterms:created");
    attribute(docx->xml, "xsi:type", "dcterms:W3CDTF");
    xml_text(docx->xml, str_of(at));
    xml_end(docx->xml);
    xml_end(docx->xml);
}

/* Without the mode, Word takes the document for one of Word 2007. */
void docx_write_settings(struct docx *docx) {
    xml_begin(docx->xml, "w:settings");
    attribute(docx->xml, "xmlns:w", WORD);
    xml_begin(docx->xml, "w:compat");
    xml_begin(docx->xml, "w:compatSetting");
    attribute(docx->xml, "w:name", "compatibilityMode");
    attribute(docx->xml, "w:uri", "http://schemas.microsoft.com/office/word");
    attribute(docx->xml, "w:val", "15");
    xml_end(docx->xml);
    xml_end(docx->xml);
    value(docx->xml, "w:themeFontLang", docx->texts->language);
    xml_end(docx->xml);
}

/* ---- styles ---- */

struct style {
    const char *id, *name, *next;
    int before, after; /* twentieths of a point */
    bool heads;        /* stays with what follows */
    int outline;       /* level in the navigation, from 0; -1: none */
    bool bold, grey;
    int size; /* half points */
};

static const struct style styles[] = {
    {DOCX_TITLE, "Title", DOCX_SUBTITLE, 0, 60, true, -1, true, false, 52},
    {DOCX_SUBTITLE, "Subtitle", DOCX_TEXT, 0, 60, false, -1, false, false, 28},
    {DOCX_SESSION, "Session", DOCX_DETAIL, 480, 0, true, -1, false, false, 32},
    {DOCX_QUESTION, "heading 1", DOCX_TEXT, 360, 120, true, 0, true, false, 30},
    {DOCX_AUTHOR, "heading 2", DOCX_TEXT, 200, 40, true, 1, true, false, 22},
    {DOCX_SECTION, "Section", DOCX_TEXT, 480, 120, true, 0, true, false, 30},
    {DOCX_ENTRY, "Entry", DOCX_TEXT, 200, 40, true, 1, true, false, 22},
    {DOCX_DETAIL, "Detail", DOCX_TEXT, 0, 60, false, -1, false, true, 18},
};

static void begin_style(struct xml *xml, const char *type, const char *id, const char *name) {
    xml_begin(xml, "w:style");
    attribute(xml, "w:type", type);
    attribute(xml, "w:styleId", id);
    value(xml, "w:name", name);
}

static void write_spacing(struct xml *xml, int before, int after) {
    xml_begin(xml, "w:spacing");
    xml_number(xml, "w:before", before);
    xml_number(xml, "w:after", after);
    xml_end(xml);
}

static void write_style(struct xml *xml, const struct style *style) {
    begin_style(xml, "paragraph", style->id, style->name);
    value(xml, "w:basedOn", DOCX_TEXT);
    value(xml, "w:next", style->next);
    xml_element(xml, "w:qFormat", (struct str){0});
    xml_begin(xml, "w:pPr");
    if (style->heads) {
        xml_element(xml, "w:keepNext", (struct str){0});
    }
    write_spacing(xml, style->before, style->after);
    if (style->outline >= 0) {
        number(xml, "w:outlineLvl", style->outline);
    }
    xml_end(xml);
    xml_begin(xml, "w:rPr");
    if (style->bold) {
        xml_element(xml, "w:b", (struct str){0});
        xml_element(xml, "w:bCs", (struct str){0});
    }
    if (style->grey) {
        value(xml, "w:color", "595959");
    }
    number(xml, "w:sz", style->size);
    number(xml, "w:szCs", style->size);
    xml_end(xml);
    xml_end(xml);
}

static void write_defaults(struct xml *xml, const char *language) {
    xml_begin(xml, "w:docDefaults");
    xml_begin(xml, "w:rPrDefault");
    xml_begin(xml, "w:rPr");
    xml_begin(xml, "w:rFonts");
    attribute(xml, "w:ascii", "Calibri");
    attribute(xml, "w:hAnsi", "Calibri");
    attribute(xml, "w:cs", "Arial");
    xml_end(xml);
    number(xml, "w:sz", 22);
    number(xml, "w:szCs", 22);
    value(xml, "w:lang", language);
    xml_end(xml);
    xml_end(xml);
    xml_element(xml, "w:pPrDefault", (struct str){0});
    xml_end(xml);
}

static void write_text_style(struct xml *xml) {
    xml_begin(xml, "w:style");
    attribute(xml, "w:type", "paragraph");
    attribute(xml, "w:default", "1");
    attribute(xml, "w:styleId", DOCX_TEXT);
    value(xml, "w:name", "Normal");
    xml_element(xml, "w:qFormat", (struct str){0});
    xml_begin(xml, "w:pPr");
    write_spacing(xml, 0, 80);
    xml_end(xml);
    xml_end(xml);
}

/* Thin lines, and room within them; the row of headings is bold. */
static void write_table_style(struct xml *xml) {
    static const char *const sides[] = {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"};
    begin_style(xml, "table", DOCX_TABLE, "Figures");
    xml_begin(xml, "w:tblPr");
    xml_begin(xml, "w:tblBorders");
    for (size_t i = 0; i < COUNT_OF(sides); i++) {
        xml_begin(xml, sides[i]);
        attribute(xml, "w:val", "single");
        xml_number(xml, "w:sz", 4);
        xml_number(xml, "w:space", 0);
        attribute(xml, "w:color", "808080");
        xml_end(xml);
    }
    xml_end(xml);
    xml_end(xml);
    xml_begin(xml, "w:tblStylePr");
    attribute(xml, "w:type", "firstRow");
    xml_begin(xml, "w:rPr");
    xml_element(xml, "w:b", (struct str){0});
    xml_end(xml);
    xml_end(xml);
    xml_end(xml);
}

void docx_write_styles(struct docx *docx) {
    xml_begin(docx->xml, "w:styles");
    attribute(docx->xml, "xmlns:w", WORD);
    write_defaults(docx->xml, docx->texts->language);
    write_text_style(docx->xml);
    for (size_t i = 0; i < COUNT_OF(styles); i++) {
        write_style(docx->xml, &styles[i]);
    }
    write_table_style(docx->xml);
    xml_end(docx->xml);
}
