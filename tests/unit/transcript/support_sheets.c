#include "support_sheets.h"

#include <archive.h>
#include <archive_entry.h>
#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

enum { MOST_ENTRIES = 80, NAME = 64 };

struct entry {
    char name[NAME];
    struct buffer bytes;
};

struct sheets {
    struct arena arena;
    struct entry entries[MOST_ENTRIES];
    size_t entry_count;
    xmlDoc *documents[MOST_ENTRIES]; /* of the sheets, in order */
    char *names[MOST_ENTRIES];
    size_t count;
};

static bool is(const xmlNode *node, const char *name) {
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static xmlNode *child(const xmlNode *node, const char *name) {
    for (xmlNode *each = node ? node->children : NULL; each; each = each->next) {
        if (is(each, name)) {
            return each;
        }
    }
    return NULL;
}

static const char *copy(struct sheets *sheets, xmlChar *text) {
    struct str kept = arena_copy(&sheets->arena, str_of(text ? (const char *)text : ""));
    xmlFree(text);
    return kept.data;
}

static void read_entries(struct sheets *sheets, const struct buffer *bytes) {
    struct archive *archive = archive_read_new();
    struct archive_entry *found;
    cr_assert_eq(archive_read_support_format_zip(archive), ARCHIVE_OK);
    cr_assert_eq(archive_read_open_memory(archive, bytes->data, bytes->size), ARCHIVE_OK);
    while (archive_read_next_header(archive, &found) == ARCHIVE_OK) {
        cr_assert_lt(sheets->entry_count, MOST_ENTRIES);
        struct entry *entry = &sheets->entries[sheets->entry_count++];
        la_ssize_t size;
        snprintf(entry->name, sizeof entry->name, "%s", archive_entry_pathname(found));
        while ((size = archive_read_data(archive, buffer_reserve(&entry->bytes, 1000), 1000)) > 0) {
            entry->bytes.size += (size_t)size;
        }
        cr_assert_eq(size, 0, "%s", entry->name);
        buffer_append_byte(&entry->bytes, '\0');
    }
    archive_read_free(archive);
}

static const struct entry *find_entry(const struct sheets *sheets, const char *name) {
    for (size_t i = 0; i < sheets->entry_count; i++) {
        if (strcmp(sheets->entries[i].name, name) == 0) {
            return &sheets->entries[i];
        }
    }
    cr_assert_fail("no %s", name);
    return NULL;
}

const char *sheets_entry(const struct sheets *sheets, const char *name) {
    return find_entry(sheets, name)->bytes.data;
}

static xmlDoc *parse(const struct sheets *sheets, const char *name) {
    const struct buffer *bytes = &find_entry(sheets, name)->bytes;
    xmlDoc *document =
        xmlReadMemory(bytes->data, (int)bytes->size - 1, name, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
    cr_assert(document, "%s is not well-formed", name);
    return document;
}

struct sheets *sheets_open(const struct buffer *bytes) {
    struct sheets *sheets = memory_allocate(sizeof *sheets);
    arena_init(&sheets->arena);
    read_entries(sheets, bytes);
    xmlDoc *book = parse(sheets, "xl/workbook.xml");
    for (xmlNode *each = child(xmlDocGetRootElement(book), "sheets")->children; each; each = each->next) {
        char name[NAME];
        snprintf(name, sizeof name, "xl/worksheets/sheet%zu.xml", sheets->count + 1);
        sheets->names[sheets->count] = (char *)(uintptr_t)copy(sheets, xmlGetProp(each, BAD_CAST "name"));
        sheets->documents[sheets->count++] = parse(sheets, name);
    }
    xmlFreeDoc(book);
    return sheets;
}

void sheets_close(struct sheets *sheets) {
    for (size_t i = 0; i < sheets->entry_count; i++) {
        buffer_finish(&sheets->entries[i].bytes);
    }
    for (size_t i = 0; i < sheets->count; i++) {
        xmlFreeDoc(sheets->documents[i]);
    }
    arena_finish(&sheets->arena);
    memory_free(sheets);
}

struct str sheets_names(struct sheets *sheets) {
    struct str names = STR("");
    for (size_t i = 0; i < sheets->count; i++) {
        names = arena_format(&sheets->arena, "%s%s%s", names.data, i > 0 ? " " : "", sheets->names[i]);
    }
    return names;
}

static const xmlNode *data_of(const struct sheets *sheets, const char *sheet) {
    for (size_t i = 0; i < sheets->count; i++) {
        if (strcmp(sheets->names[i], sheet) == 0) {
            return child(xmlDocGetRootElement(sheets->documents[i]), "sheetData");
        }
    }
    cr_assert_fail("no sheet %s", sheet);
    return NULL;
}

size_t sheets_rows(const struct sheets *sheets, const char *sheet) {
    return xmlChildElementCount((xmlNode *)(uintptr_t)data_of(sheets, sheet));
}

static const xmlNode *find_cell(const struct sheets *sheets, const char *sheet, size_t row, size_t column) {
    char place[16];
    const xmlNode *line = data_of(sheets, sheet)->children;
    for (size_t i = 0; line && i < row; i++) {
        line = line->next;
    }
    cr_assert_lt(column, (size_t)26 * 27);
    if (column < 26) {
        snprintf(place, sizeof place, "%c%zu", 'A' + (char)column, row + 1);
    } else {
        snprintf(place, sizeof place, "%c%c%zu", 'A' + (char)(column / 26 - 1), 'A' + (char)(column % 26),
                 row + 1);
    }
    for (const xmlNode *cell = line ? line->children : NULL; cell; cell = cell->next) {
        const xmlAttr *reference = xmlHasProp(cell, BAD_CAST "r");
        if (reference && strcmp((const char *)reference->children->content, place) == 0) {
            return cell;
        }
    }
    return NULL;
}

const char *sheets_cell(struct sheets *sheets, const char *sheet, size_t row, size_t column) {
    const xmlNode *cell = find_cell(sheets, sheet, row, column);
    const xmlNode *string = child(cell, "is"), *value = child(cell, "v");
    cr_expect_null(child(cell, "f"), "no formulas");
    if (string) {
        const char *text = copy(sheets, xmlNodeGetContent(child(string, "t")));
        return arena_format(&sheets->arena, "'%s", text).data;
    }
    return value ? copy(sheets, xmlNodeGetContent(value)) : "";
}

size_t sheets_column(struct sheets *sheets, const char *sheet, const char *heading) {
    const char *found;
    for (size_t column = 0; *(found = sheets_cell(sheets, sheet, 0, column)); column++) {
        if (strcmp(found + 1, heading) == 0) {
            return column;
        }
    }
    cr_assert_fail("no column %s in %s", heading, sheet);
    return 0;
}
