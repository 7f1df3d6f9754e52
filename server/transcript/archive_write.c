/* First everything is counted and summed, then it is written; what comes the second time must be what came
 * the first time. */
#include <sodium.h>
#include <string.h>

#include "transcript/archive_text.h"
#include "transcript/zip.h"

enum { FULL = 64 * 1024 };

struct writer {
    const struct archive_source *source;
    struct zip *zip;
    enum status status; /* of what happens inside the source's calls */
    crypto_hash_sha256_state sum;
    int64_t events, events_size, blobs;
    struct buffer buffer;
    struct buffer blob_lines;
};

static bool count_event(void *context, const struct archive_event *event) {
    struct writer *writer = context;
    buffer_clear(&writer->buffer);
    writer->status = archive_encode_event(event, &writer->buffer);
    if (writer->status != STATUS_OK || event->seq != writer->events + 1 || event->seq > ARCHIVE_EVENTS) {
        writer->status = STATUS_INVALID;
        return false;
    }
    crypto_hash_sha256_update(&writer->sum, (const uint8_t *)writer->buffer.data, writer->buffer.size);
    writer->events++;
    writer->events_size += (int64_t)writer->buffer.size;
    return true;
}

static bool count_blob(void *context, const struct archive_blob *blob) {
    struct writer *writer = context;
    uint8_t sum[ARCHIVE_SUM_SIZE];
    writer->status = archive_encode_blob(blob, &writer->blob_lines);
    crypto_hash_sha256(sum, (const uint8_t *)(blob->bytes.size > 0 ? blob->bytes.data : ""),
                       blob->bytes.size);
    if (++writer->blobs > ARCHIVE_BLOBS || memcmp(sum, blob->sha256, sizeof sum) != 0) {
        writer->status = STATUS_INVALID;
    }
    return writer->status == STATUS_OK;
}

static enum status count_all(struct writer *writer, struct archive_manifest *manifest) {
    const struct archive_source *source = writer->source;
    crypto_hash_sha256_init(&writer->sum);
    enum status status = source->events(source->context, count_event, writer);
    if (status == STATUS_OK && writer->status == STATUS_OK) {
        status = source->blobs(source->context, count_blob, writer);
    }
    manifest->process = source->process;
    manifest->events = writer->events;
    manifest->blobs = writer->blobs;
    crypto_hash_sha256_final(&writer->sum, manifest->sum);
    return status == STATUS_OK ? writer->status : status;
}

static enum status add_entry(struct writer *writer, const char *name, struct str bytes) {
    enum status status = zip_begin(writer->zip, name, (int64_t)bytes.size);
    return status == STATUS_OK ? zip_write(writer->zip, bytes.data, bytes.size) : status;
}

static bool flush(struct writer *writer, size_t unless_smaller) {
    if (writer->buffer.size < unless_smaller) {
        return true;
    }
    crypto_hash_sha256_update(&writer->sum, (const uint8_t *)writer->buffer.data, writer->buffer.size);
    writer->status = zip_write(writer->zip, writer->buffer.data, writer->buffer.size);
    buffer_clear(&writer->buffer);
    return writer->status == STATUS_OK;
}

static bool write_event(void *context, const struct archive_event *event) {
    struct writer *writer = context;
    size_t before = writer->buffer.size;
    writer->status = archive_encode_event(event, &writer->buffer);
    writer->events_size -= (int64_t)(writer->buffer.size - before);
    if (writer->status != STATUS_OK || writer->events_size < 0) {
        writer->status = STATUS_CONFLICT;
        return false;
    }
    return flush(writer, FULL);
}

static enum status write_events(struct writer *writer, const struct archive_manifest *manifest) {
    const struct archive_source *source = writer->source;
    enum status status = zip_begin(writer->zip, "events.jsonl", writer->events_size);
    if (status != STATUS_OK) {
        return status;
    }
    crypto_hash_sha256_init(&writer->sum);
    buffer_clear(&writer->buffer);
    buffer_reserve(&writer->buffer, FULL);
    status = source->events(source->context, write_event, writer);
    if (status != STATUS_OK || writer->status != STATUS_OK) {
        return status != STATUS_OK ? status : writer->status;
    }
    if (!flush(writer, 0)) {
        return writer->status;
    }
    uint8_t sum[ARCHIVE_SUM_SIZE];
    crypto_hash_sha256_final(&writer->sum, sum);
    return memcmp(sum, manifest->sum, sizeof sum) == 0 ? STATUS_OK : STATUS_CONFLICT;
}

static bool write_blob(void *context, const struct archive_blob *blob) {
    struct writer *writer = context;
    char name[ARCHIVE_BLOB_NAME + 1];
    if (writer->blobs-- == 0 || archive_encode_blob(blob, &writer->buffer) != STATUS_OK) {
        writer->status = STATUS_CONFLICT;
        return false;
    }
    archive_blob_name(blob->sha256, name);
    writer->status = add_entry(writer, name, blob->bytes);
    return writer->status == STATUS_OK;
}

/* The lines are made anew while the blobs are written, to be compared with those of the first time. */
static enum status write_blobs(struct writer *writer) {
    const struct archive_source *source = writer->source;
    enum status status = add_entry(writer, "blobs.jsonl", buffer_str(&writer->blob_lines));
    if (status != STATUS_OK) {
        return status;
    }
    buffer_clear(&writer->buffer);
    status = source->blobs(source->context, write_blob, writer);
    if (status != STATUS_OK || writer->status != STATUS_OK) {
        return status != STATUS_OK ? status : writer->status;
    }
    return str_equal(buffer_str(&writer->buffer), buffer_str(&writer->blob_lines)) ? STATUS_OK
                                                                                   : STATUS_CONFLICT;
}

static enum status write_all(struct writer *writer) {
    struct archive_manifest manifest;
    struct buffer text;
    buffer_init(&text);
    enum status status = count_all(writer, &manifest);
    if (status == STATUS_OK) {
        archive_encode_manifest(&manifest, &text);
        status = add_entry(writer, "manifest.json", buffer_str(&text));
    }
    if (status == STATUS_OK) {
        status = write_events(writer, &manifest);
    }
    if (status == STATUS_OK) {
        status = write_blobs(writer);
    }
    if (status == STATUS_OK) {
        status = zip_end(writer->zip);
    }
    buffer_finish(&text);
    return status;
}

enum status archive_write_process(const struct archive_source *source, struct sink *sink) {
    struct writer writer = {.source = source, .zip = zip_create(sink)};
    buffer_init(&writer.buffer);
    buffer_init(&writer.blob_lines);
    enum status status = write_all(&writer);
    buffer_finish(&writer.blob_lines);
    buffer_finish(&writer.buffer);
    zip_destroy(writer.zip);
    return status;
}
