#include "transcript/xlsx_check.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/xmlreader.h>
#include <unistd.h>

enum { PIECE = 64 * 1024 };

static int read_piece(void *archive, char *bytes, int size) {
    return (int)archive_read_data(archive, bytes, (size_t)size);
}

/* A part is said to be wrong by what is returned here, and not on standard error too. */
static void say_nothing(void *context, const char *message, xmlParserSeverities severity,
                        xmlTextReaderLocatorPtr where) {
    (void)context, (void)message, (void)severity, (void)where;
}

static bool is_well_formed(struct archive *archive) {
    xmlTextReaderPtr reader =
        xmlReaderForIO(read_piece, NULL, archive, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_HUGE);
    int more = -1;
    if (reader) {
        xmlTextReaderSetErrorHandler(reader, say_nothing, NULL);
        do {
            more = xmlTextReaderRead(reader);
        } while (more == 1);
        xmlFreeTextReader(reader);
    }
    return more == 0;
}

/* All parts of a workbook are XML. */
static enum status check_parts(struct archive *archive) {
    struct archive_entry *entry;
    int found;
    while ((found = archive_read_next_header(archive, &entry)) == ARCHIVE_OK) {
        if (!is_well_formed(archive)) {
            return STATUS_IO;
        }
    }
    return found == ARCHIVE_EOF ? STATUS_OK : STATUS_IO;
}

enum status xlsx_check(int file) {
    struct archive *archive = archive_read_new();
    enum status status = STATUS_IO;
    if (archive && lseek(file, 0, SEEK_SET) == 0 && archive_read_support_format_zip(archive) == ARCHIVE_OK &&
        archive_read_open_fd(archive, file, PIECE) == ARCHIVE_OK) {
        status = check_parts(archive);
    }
    archive_read_free(archive);
    return status;
}
