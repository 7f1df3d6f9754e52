/* samskap archive: a process's whole journal as one file. Reads the store only. */
#include "transcript/archive.h"

#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/out_file.h"
#include "app/store.h"
#include "live/loading.h"

/* The journal as an archive's source: the same events both times, though the process goes on. */
struct source {
    struct journal *journal;
    struct id process;
    int64_t head;
    archive_event_fn *event;
    archive_blob_fn *blob;
    void *context;
    bool stopped;
    enum status status;
};

static void pass_event(void *context, const struct journal_event *stored) {
    struct source *source = context;
    if (source->stopped || stored->seq > source->head) {
        return;
    }
    struct archive_event event = {stored->seq,      stored->command, stored->at,   stored->version,
                                  stored->redacted, stored->actor,   stored->kind, stored->body};
    source->stopped = !source->event(source->context, &event);
}

static enum status read_events(void *context, archive_event_fn *each, void *each_context) {
    struct source *source = context;
    int64_t after = 0, last = 0;
    source->event = each;
    source->context = each_context;
    source->stopped = false;
    do {
        after = last;
        enum status status = journal_read(source->journal, source->process, after, pass_event, source, &last);
        if (status != STATUS_OK) {
            return status;
        }
    } while (!source->stopped && last > after && last < source->head);
    return STATUS_OK;
}

static void pass_blob(void *context, const uint8_t sha256[32], struct str type, int64_t size) {
    struct source *source = context;
    (void)size;
    if (source->stopped || source->status != STATUS_OK) {
        return;
    }
    struct buffer bytes, stored_type;
    buffer_init(&bytes);
    buffer_init(&stored_type);
    source->status = journal_read_blob(source->journal, source->process, sha256, &bytes, &stored_type);
    if (source->status == STATUS_OK) {
        struct archive_blob blob = {.type = type, .bytes = buffer_str(&bytes)};
        memcpy(blob.sha256, sha256, sizeof blob.sha256);
        source->stopped = !source->blob(source->context, &blob);
    }
    buffer_finish(&stored_type);
    buffer_finish(&bytes);
}

static enum status read_blobs(void *context, archive_blob_fn *each, void *each_context) {
    struct source *source = context;
    source->blob = each;
    source->context = each_context;
    source->stopped = false;
    source->status = STATUS_OK;
    enum status status = journal_read_blobs(source->journal, source->process, pass_blob, source);
    return status == STATUS_OK ? source->status : status;
}

static void note_head(void *context, const struct journal_process *process) {
    struct source *source = context;
    if (id_equal(process->id, source->process)) {
        source->head = process->head;
    }
}

/* What is to be erased for good is not carried anywhere else. */
static enum status find_rehearsal(const struct source *source, bool *is_rehearsal) {
    struct house *house = NULL;
    enum status status = load_house(source->journal, &house);
    const struct house_process *process = house ? house_process(house, source->process) : NULL;
    *is_rehearsal = process && process->rehearsal;
    house_destroy(house);
    return status;
}

static int write_archive(struct source *source, const char *path) {
    bool is_rehearsal = false;
    enum status status = journal_read_processes(source->journal, note_head, source);
    if (status == STATUS_OK) {
        status = find_rehearsal(source, &is_rehearsal);
    }
    if (is_rehearsal) {
        return command_fail("that process is a rehearsal, which is not archived");
    }
    if (status == STATUS_OK && source->head == 0) {
        return command_fail("no process of this store has that id");
    }
    struct archive_source archive = {source, source->process, read_events, read_blobs};
    struct out_file out;
    if (status != STATUS_OK) {
        return command_fail("the store cannot be read: %s", status_text(status));
    }
    status = out_file_open(&out, path);
    if (status == STATUS_OK) {
        status = out_file_close(&out, archive_write_process(&archive, &out.sink.sink));
        if (status != STATUS_OK && status != STATUS_IO) {
            command_fail("the archive was not written: %s", status_text(status));
        }
    }
    return status == STATUS_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}

int archive_run(const struct arguments *arguments) {
    struct source source = {0};
    struct str text = str_of(arguments->words[0]);
    if (id_parse(text.data, text.size, &source.process) != STATUS_OK) {
        command_fail("'%s' is no id", text.data);
        return EXIT_USAGE;
    }
    if (!arguments->options[0]) {
        command_fail("--out must name the file to be written");
        return EXIT_USAGE;
    }
    struct mailbox mailbox;
    int result = EXIT_FAILURE;
    mailbox_init(&mailbox, NULL, NULL);
    if (store_open_to_read(arguments->config, &mailbox, &source.journal) == STATUS_OK) {
        result = write_archive(&source, arguments->options[0]);
        journal_close(source.journal);
    }
    mailbox_finish(&mailbox);
    return result;
}
