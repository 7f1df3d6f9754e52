#include "transcript/docx_write.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/text.h"

static void write_value(struct xml *xml, const char *element, const char *value) {
    xml_begin(xml, element);
    xml_attribute(xml, "w:val", str_of(value));
    xml_end(xml);
}

/* A run, with w:br for each line's end. */
static void write_run(struct xml *xml, struct str text, bool leftward) {
    struct str rest = text, line;
    bool first = true;
    xml_begin(xml, "w:r");
    if (leftward) {
        xml_begin(xml, "w:rPr");
        xml_element(xml, "w:rtl", (struct str){0});
        xml_end(xml);
    }
    while (str_split(&rest, '\n', &line)) {
        if (!first) {
            xml_element(xml, "w:br", (struct str){0});
        }
        xml_begin(xml, "w:t");
        xml_attribute(xml, "xml:space", STR("preserve"));
        xml_text(xml, line);
        xml_end(xml);
        first = false;
    }
    xml_end(xml);
}

static void write_paragraph(struct xml *xml, const char *style, bool to_the_right, struct str text) {
    bool leftward = text_is_leftward(text);
    xml_begin(xml, "w:p");
    xml_begin(xml, "w:pPr");
    write_value(xml, "w:pStyle", style);
    if (leftward) {
        xml_element(xml, "w:bidi", (struct str){0});
    }
    if (to_the_right) {
        write_value(xml, "w:jc", "right");
    }
    xml_end(xml);
    if (!str_is_empty(text)) {
        write_run(xml, text, leftward);
    }
    xml_end(xml);
}

void docx_paragraph(struct xml *xml, const char *style, struct str text) {
    write_paragraph(xml, style, false, text);
}

void docx_lines(struct xml *xml, struct str text) {
    struct str line;
    while (str_split(&text, '\n', &line)) {
        write_paragraph(xml, DOCX_TEXT, false, line);
    }
}

void docx_detail(struct xml *xml, const char *label, struct str text) {
    struct buffer buffer;
    if (str_is_empty(text)) {
        return;
    }
    buffer_init(&buffer);
    buffer_format(&buffer, "%s: ", label);
    buffer_append_str(&buffer, text);
    write_paragraph(xml, DOCX_DETAIL, false, buffer_str(&buffer));
    buffer_finish(&buffer);
}

void docx_begin_table(struct xml *xml, const int *widths, size_t count) {
    xml_begin(xml, "w:tbl");
    xml_begin(xml, "w:tblPr");
    write_value(xml, "w:tblStyle", DOCX_TABLE);
    xml_begin(xml, "w:tblW");
    xml_number(xml, "w:w", DOCX_WIDTH);
    xml_attribute(xml, "w:type", STR("dxa"));
    xml_end(xml);
    xml_end(xml);
    xml_begin(xml, "w:tblGrid");
    for (size_t i = 0; i < count; i++) {
        xml_begin(xml, "w:gridCol");
        xml_number(xml, "w:w", widths[i]);
        xml_end(xml);
    }
    xml_end(xml);
}

/* A row of headings comes again on each page. */
void docx_begin_row(struct xml *xml, bool of_headings) {
    xml_begin(xml, "w:tr");
    xml_begin(xml, "w:trPr");
    xml_element(xml, "w:cantSplit", (struct str){0});
    if (of_headings) {
        xml_element(xml, "w:tblHeader", (struct str){0});
    }
    xml_end(xml);
}

static void begin_cell(struct xml *xml, int width) {
    xml_begin(xml, "w:tc");
    xml_begin(xml, "w:tcPr");
    xml_begin(xml, "w:tcW");
    xml_number(xml, "w:w", width);
    xml_attribute(xml, "w:type", STR("dxa"));
    xml_end(xml);
    xml_end(xml);
}

void docx_cell(struct xml *xml, int width, struct str text) {
    begin_cell(xml, width);
    write_paragraph(xml, DOCX_TEXT, false, text);
    xml_end(xml);
}

void docx_number(struct xml *xml, int width, int64_t number) {
    char text[24];
    snprintf(text, sizeof text, "%" PRId64, number);
    begin_cell(xml, width);
    write_paragraph(xml, DOCX_TEXT, true, str_of(text));
    xml_end(xml);
}

void docx_end_row(struct xml *xml) {
    xml_end(xml);
}

/* Two tables without a paragraph between them would become one. */
void docx_end_table(struct xml *xml) {
    xml_end(xml);
    write_paragraph(xml, DOCX_TEXT, false, (struct str){0});
}
