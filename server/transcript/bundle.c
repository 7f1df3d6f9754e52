#include "transcript/bundle.h"

#include <sodium.h>

enum { SUM_TEXT = 2 * crypto_hash_sha256_BYTES + 1 };

/* A file on its way into the zip, and what its bytes come to. */
struct file {
    enum status (*write)(void *context, struct sink *sink);
    void *context;
    crypto_hash_sha256_state sum;
};

struct summing_sink {
    struct sink sink;
    struct sink *next;
    crypto_hash_sha256_state *sum;
};

static bool sum_piece(struct sink *base, const void *bytes, size_t size) {
    struct summing_sink *sink = (struct summing_sink *)(void *)base;
    crypto_hash_sha256_update(sink->sum, bytes, size);
    return sink->next->write(sink->next, bytes, size);
}

/* Twice; the sum that remains is the second time's. */
static enum status write_file(void *context, struct sink *sink) {
    struct file *file = context;
    struct summing_sink summing = {.sink = {sum_piece}, .next = sink, .sum = &file->sum};
    crypto_hash_sha256_init(&file->sum);
    return file->write(file->context, &summing.sink);
}

static enum status write_text(void *context, struct sink *sink) {
    const struct str *text = context;
    return text->size == 0 || sink->write(sink, text->data, text->size) ? STATUS_OK : STATUS_IO;
}

void bundle_init(struct bundle *bundle, struct sink *sink) {
    bundle->zip = zip_create(sink);
    buffer_init(&bundle->sums);
}

void bundle_finish(struct bundle *bundle) {
    zip_destroy(bundle->zip);
    buffer_finish(&bundle->sums);
}

enum status bundle_add(struct bundle *bundle, const char *name,
                       enum status (*write)(void *context, struct sink *sink), void *context) {
    struct file file = {.write = write, .context = context};
    unsigned char sum[crypto_hash_sha256_BYTES];
    char text[SUM_TEXT];
    enum status status = zip_add(bundle->zip, name, write_file, &file);
    if (status == STATUS_OK) {
        crypto_hash_sha256_final(&file.sum, sum);
        sodium_bin2hex(text, sizeof text, sum, sizeof sum);
        buffer_format(&bundle->sums, "%s  %s\n", text, name);
    }
    return status;
}

enum status bundle_add_text(struct bundle *bundle, const char *name, struct str bytes) {
    return bundle_add(bundle, name, write_text, &bytes);
}

enum status bundle_end(struct bundle *bundle) {
    struct str sums = buffer_str(&bundle->sums);
    enum status status = zip_add(bundle->zip, "SHA256SUMS", write_text, &sums);
    return status == STATUS_OK ? zip_end(bundle->zip) : status;
}
