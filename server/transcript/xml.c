#include "transcript/xml.h"

#include <inttypes.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlwriter.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/memory.h"

struct xml {
    xmlTextWriterPtr writer;
    struct sink *sink;
    struct buffer text; /* cleaned, closed by a NUL */
    bool lost;          /* the sink takes no more. libxml2 is not told: it would say so on standard error */
    bool wrong;
};

static int write_to_sink(void *context, const char *bytes, int size) {
    struct xml *xml = context;
    xml->lost = xml->lost || !xml->sink->write(xml->sink, bytes, (size_t)size);
    return size;
}

/* The tables that libxml2 keeps for the process must be made by one thread. */
static void prepare(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, xmlInitParser);
}

static void check(struct xml *xml, int result) {
    xml->wrong = xml->wrong || result < 0;
}

bool xml_has_failed(const struct xml *xml) {
    return xml->lost || xml->wrong;
}

static const xmlChar *name_of(const char *name) {
    return (const xmlChar *)name;
}

static const xmlChar *clean(struct xml *xml, struct str text) {
    buffer_clear(&xml->text);
    xml_clean(text, &xml->text);
    buffer_append_byte(&xml->text, '\0');
    return (const xmlChar *)xml->text.data;
}

struct xml *xml_create(struct sink *sink) {
    struct xml *xml = memory_allocate(sizeof *xml);
    prepare();
    xml->sink = sink;
    buffer_init(&xml->text);
    xmlOutputBufferPtr output = xmlOutputBufferCreateIO(write_to_sink, NULL, xml, NULL);
    xml->writer = output ? xmlNewTextWriter(output) : NULL;
    if (!xml->writer) {
        diag(DIAG_ERROR, "libxml2 writes nothing here");
        abort();
    }
    check(xml, xmlTextWriterStartDocument(xml->writer, NULL, "UTF-8", NULL));
    return xml;
}

void xml_begin(struct xml *xml, const char *name) {
    if (!xml_has_failed(xml)) {
        check(xml, xmlTextWriterStartElement(xml->writer, name_of(name)));
    }
}

void xml_attribute(struct xml *xml, const char *name, struct str value) {
    if (!xml_has_failed(xml)) {
        check(xml, xmlTextWriterWriteAttribute(xml->writer, name_of(name), clean(xml, value)));
    }
}

void xml_number(struct xml *xml, const char *name, int64_t value) {
    char text[24];
    snprintf(text, sizeof text, "%" PRId64, value);
    xml_attribute(xml, name, str_of(text));
}

void xml_text(struct xml *xml, struct str text) {
    if (!xml_has_failed(xml) && !str_is_empty(text)) {
        check(xml, xmlTextWriterWriteString(xml->writer, clean(xml, text)));
    }
}

void xml_end(struct xml *xml) {
    if (!xml_has_failed(xml)) {
        check(xml, xmlTextWriterEndElement(xml->writer));
    }
}

void xml_element(struct xml *xml, const char *name, struct str text) {
    xml_begin(xml, name);
    xml_text(xml, text);
    xml_end(xml);
}

enum status xml_finish(struct xml *xml) {
    if (!xml_has_failed(xml)) {
        check(xml, xmlTextWriterEndDocument(xml->writer));
        check(xml, xmlTextWriterFlush(xml->writer));
    }
    if (xml->lost) {
        return STATUS_IO;
    }
    return xml->wrong ? STATUS_INVALID : STATUS_OK;
}

void xml_destroy(struct xml *xml) {
    if (!xml) {
        return;
    }
    xml->lost = true; /* what was not finished stays so */
    xmlFreeTextWriter(xml->writer);
    buffer_finish(&xml->text);
    memory_free(xml);
}

void xml_clean(struct str text, struct buffer *cleaned) {
    size_t at = 0;
    while (at < text.size) {
        int size = text.size - at < 4 ? (int)(text.size - at) : 4;
        int c = xmlGetUTF8Char((const unsigned char *)text.data + at, &size);
        if (c < 0) {
            at++;
            continue;
        }
        if (IS_CHAR(c)) {
            buffer_append(cleaned, text.data + at, (size_t)size);
        }
        at += (size_t)size;
    }
}
