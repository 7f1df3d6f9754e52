#include "transcript/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/memory.h"

enum { BLOCK = 64 * 1024 };

struct zip {
    struct archive *archive;
    struct sink *sink;
    bool lost; /* the sink takes no more. libarchive is not told: it leaks what it holds when its writer fails
                */
};

static la_ssize_t write_to_sink(struct archive *archive, void *context, const void *bytes, size_t size) {
    struct zip *zip = context;
    (void)archive;
    zip->lost = zip->lost || !zip->sink->write(zip->sink, bytes, size);
    return (la_ssize_t)size;
}

static enum status check(const struct zip *zip, int result) {
    return result == ARCHIVE_OK && !zip->lost ? STATUS_OK : STATUS_IO;
}

struct zip *zip_create(struct sink *sink) {
    struct zip *zip = memory_allocate(sizeof *zip);
    zip->sink = sink;
    zip->archive = archive_write_new();
    bool ready = zip->archive && archive_write_set_format_zip(zip->archive) == ARCHIVE_OK &&
                 archive_write_zip_set_compression_deflate(zip->archive) == ARCHIVE_OK &&
                 archive_write_set_bytes_per_block(zip->archive, BLOCK) == ARCHIVE_OK &&
                 archive_write_set_bytes_in_last_block(zip->archive, 1) == ARCHIVE_OK &&
                 archive_write_open(zip->archive, zip, NULL, write_to_sink, NULL) == ARCHIVE_OK;
    if (!ready) {
        diag(DIAG_ERROR, "libarchive writes no zip files here");
        abort();
    }
    return zip;
}

enum status zip_begin(struct zip *zip, const char *name, int64_t size) {
    struct archive_entry *entry = archive_entry_new();
    if (!entry) {
        diag(DIAG_ERROR, "out of memory");
        abort();
    }
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, size);
    int result = archive_write_header(zip->archive, entry);
    archive_entry_free(entry);
    return check(zip, result);
}

enum status zip_write(struct zip *zip, const void *bytes, size_t size) {
    const char *rest = bytes;
    while (size > 0) {
        la_ssize_t written = archive_write_data(zip->archive, rest, size);
        if (written <= 0 || zip->lost) {
            return STATUS_IO;
        }
        rest += written;
        size -= (size_t)written;
    }
    return STATUS_OK;
}

struct entry_sink {
    struct sink sink;
    struct zip *zip;
    int64_t size;
};

static bool count_piece(struct sink *base, const void *bytes, size_t size) {
    (void)bytes;
    ((struct entry_sink *)(void *)base)->size += (int64_t)size;
    return true;
}

static bool write_piece(struct sink *base, const void *bytes, size_t size) {
    struct entry_sink *sink = (struct entry_sink *)(void *)base;
    sink->size += (int64_t)size;
    return zip_write(sink->zip, bytes, size) == STATUS_OK;
}

enum status zip_add(struct zip *zip, const char *name, enum status (*write)(void *context, struct sink *sink),
                    void *context) {
    struct entry_sink counts = {.sink = {count_piece}}, writes = {.sink = {write_piece}, .zip = zip};
    enum status status = write(context, &counts.sink);
    status = status == STATUS_OK ? zip_begin(zip, name, counts.size) : status;
    status = status == STATUS_OK ? write(context, &writes.sink) : status;
    return status == STATUS_OK && writes.size != counts.size ? STATUS_CORRUPT : status;
}

enum status zip_end(struct zip *zip) {
    return check(zip, archive_write_close(zip->archive));
}

void zip_destroy(struct zip *zip) {
    if (!zip) {
        return;
    }
    zip->lost = true; /* what was not ended stays unfinished */
    archive_write_free(zip->archive);
    memory_free(zip);
}
