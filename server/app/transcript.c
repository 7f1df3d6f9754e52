/* samskap transcript: the record of a process or of one session, into a file. Reads the store only, so it
 * works beside a running server; that the record was taken is written down in the house where no server has
 * the store open. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/command.h"
#include "app/out_file.h"
#include "app/store.h"
#include "base/clock.h"
#include "base/random.h"
#include "core/model.h"
#include "journal/sqlite.h"
#include "live/loading.h"
#include "protocol/shape.h"
#include "records/shapes.h"
#include "transcript/file_sink.h"
#include "transcript/transcript.h"

struct search {
    struct journal *journal;
    struct id session;
    struct process *found;
    struct id process; /* its id */
};

static void look_into(void *context, const struct journal_process *candidate) {
    struct search *search = context;
    struct process *process = NULL;
    if (search->found || id_equal(candidate->id, house_id()) ||
        load_process(search->journal, candidate->id, &process) != STATUS_OK) {
        return;
    }
    if (process_session(process, search->session)) {
        search->found = process;
        search->process = candidate->id;
    } else {
        process_destroy(process);
    }
}

/* The id is a process's, or else some session's: then it becomes that of the session's process. */
static enum status find(struct journal *journal, struct id *id, struct process **process,
                        struct id *session) {
    enum status status = load_process(journal, *id, process);
    if (status != STATUS_NOT_FOUND) {
        return status;
    }
    struct search search = {.journal = journal, .session = *id};
    status = journal_read_processes(journal, look_into, &search);
    if (status == STATUS_OK && !search.found) {
        return STATUS_NOT_FOUND;
    }
    *process = search.found;
    *session = *id;
    *id = search.process;
    return status;
}

struct blob_source {
    struct journal *journal;
    struct id process;
};

static enum status read_blob(void *context, struct str name, struct buffer *bytes) {
    const struct blob_source *source = context;
    return load_blob(source->journal, source->process, name, bytes);
}

static int write_record(struct journal *journal, struct id *id, struct transcript_options *options,
                        const char *path) {
    struct process *process = NULL;
    enum status status = find(journal, id, &process, &options->session);
    if (status == STATUS_NOT_FOUND) {
        return command_fail("no process and no session of this store has that id");
    }
    if (status != STATUS_OK) {
        return command_fail("the process cannot be read: %s", status_text(status));
    }
    struct blob_source source = {journal, *id};
    struct out_file out;
    struct transcript_options with_blobs = *options;
    with_blobs.read_blob = read_blob;
    with_blobs.context = &source;
    status = out_file_open(&out, path);
    if (status == STATUS_OK) {
        status = out_file_close(&out, transcript_write(process, &with_blobs, &out.sink.sink));
        if (status == STATUS_NOT_FOUND) {
            command_fail("the process has no such study");
        } else if (status != STATUS_OK && status != STATUS_IO) {
            command_fail("the record was not written: %s", status_text(status));
        }
    }
    process_destroy(process);
    return status == STATUS_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}

static void refuse_format(void) {
    struct arena arena;
    arena_init(&arena);
    command_fail("--format must be one of %s", transcript_formats(&arena).data);
    arena_finish(&arena);
}

/* Absent: none. */
static bool read_study(const char *text, struct transcript_options *options) {
    return !text || (options->view == RECORD_VIEW_RESEARCH &&
                     id_parse(text, strlen(text), &options->study) == STATUS_OK);
}

static bool read_options(const struct arguments *arguments, struct transcript_options *options) {
    const char *media_type, *ending;
    options->view =
        (enum record_view)enumeration_value(&enumeration_record_view, str_of(arguments->options[0]));
    options->format = str_of(arguments->options[1]);
    options->profile = str_of(arguments->options[2]);
    options->at = clock_wall();
    options->folder = arguments->config->data;
    if (options->view == RECORD_VIEW_ABSENT) {
        command_fail("--view must be documentation or research");
    } else if (!read_study(arguments->options[4], options)) {
        command_fail("--study must be the id of a study, and goes with --view research");
    } else if (!transcript_format(options->format, &media_type, &ending)) {
        refuse_format();
    } else if (!transcript_has_profile(options->format, options->profile)) {
        command_fail("--profile must be data or excel-sv with --format csv, since-YYYY-MM-DD with qdpx, "
                     "and is nothing with others");
    } else if (!arguments->options[3]) {
        command_fail("--out must name the file to be written");
    } else {
        return true;
    }
    return false;
}

/* Which file it is. */
static void write_down_sum(struct journal *journal, struct mailbox *mailbox, struct id id, const char *out,
                           int64_t at) {
    char sum[FILE_SUM + 1];
    int64_t size;
    int file = open(out, O_RDONLY | O_CLOEXEC);
    enum status status = file >= 0 ? file_sum(file, sum, &size) : STATUS_IO;
    if (status == STATUS_OK) {
        union house_body body = {.download_done = {.id = id, .sha256 = str_of(sum), .bytes = size}};
        status = store_append_house(journal, mailbox, HOUSE_DOWNLOAD_DONE, &body, at);
    }
    if (status != STATUS_OK) {
        command_fail("which file the record is could not be written down");
    }
    if (file >= 0) {
        close(file);
    }
}

/* Who can read the data folder can copy it, so this is for the organisation's own memory, and no condition.
 */
static void write_down(const struct config *config, struct mailbox *mailbox,
                       const struct transcript_options *options, struct id process, const char *out) {
    struct journal *journal = NULL;
    char *path = store_path(config);
    if (journal_sqlite_open(path, mailbox, &journal) == STATUS_OK) {
        union house_body body = {.download_add = {.id = random_id(),
                                                  .process = process,
                                                  .session = options->session,
                                                  .view = options->view,
                                                  .study = options->study,
                                                  .format = options->format}};
        if (store_append_house(journal, mailbox, HOUSE_DOWNLOAD_ADD, &body, options->at) != STATUS_OK) {
            command_fail("that the record was taken could not be written down");
        } else {
            write_down_sum(journal, mailbox, body.download_add.id, out, options->at);
        }
        journal_close(journal);
    }
    free(path);
}

int transcript_run(const struct arguments *arguments) {
    struct transcript_options options = {0};
    struct str text = str_of(arguments->words[0]);
    struct id id;
    if (!read_options(arguments, &options)) {
        return EXIT_USAGE;
    }
    if (id_parse(text.data, text.size, &id) != STATUS_OK) {
        command_fail("'%s' is no id", text.data);
        return EXIT_USAGE;
    }
    struct mailbox mailbox;
    struct journal *journal = NULL;
    int result = EXIT_FAILURE;
    mailbox_init(&mailbox, NULL, NULL);
    if (store_open_to_read(arguments->config, &mailbox, &journal) == STATUS_OK) {
        result = write_record(journal, &id, &options, arguments->options[3]);
        journal_close(journal);
        if (result == EXIT_SUCCESS) {
            write_down(arguments->config, &mailbox, &options, id, arguments->options[3]);
        }
    }
    mailbox_finish(&mailbox);
    return result;
}
