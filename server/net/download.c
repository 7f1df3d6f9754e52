/* Downloads: who asks → live says whether they may, and has it written into the house's journal → a worker
 * folds the journal and writes the record into a file without a name, which is gone with its last reader,
 * also after a crash → which file it is, by its sum, is written into the house's journal → it is sent piece
 * by piece, at the reader's pace. */
#include <stdio.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/diag.h"
#include "base/memory.h"
#include "base/nameless.h"
#include "live/loading.h"
#include "net/cookie.h"
#include "net/http.h"
#include "protocol/shape.h"
#include "records/shapes.h"
#include "transcript/file_sink.h"
#include "transcript/transcript.h"

struct download {
    struct job job;
    struct net *net;
    struct exchange *exchange;
    struct id process, session;
    struct transcript_options options; /* format and profile are in the exchange's arena */
    int file;
    int64_t size;
    char sum[FILE_SUM + 1]; /* of the file's bytes */
    struct id id;           /* in the house's journal */
    enum status status;
};

/* ---- the request ---- */

/* PROCESS or PROCESS/SESSION. */
static bool read_ids(struct str path, struct download *download) {
    struct str rest = {path.data + strlen("/transcript/"), path.size - strlen("/transcript/")};
    struct str process, session;
    if (!str_split(&rest, '/', &process) ||
        id_parse(process.data, process.size, &download->process) != STATUS_OK) {
        return false;
    }
    if (str_is_absent(rest)) {
        return true;
    }
    return str_split(&rest, '/', &session) && str_is_absent(rest) &&
           id_parse(session.data, session.size, &download->session) == STATUS_OK;
}

static enum status read_blob(void *context, struct str name, struct buffer *bytes) {
    const struct download *download = context;
    return load_blob(download->net->options.journal, download->process, name, bytes);
}

/* Absent: none. */
static bool read_study(struct str text, struct transcript_options *options) {
    if (str_is_absent(text)) {
        return true;
    }
    return options->view == RECORD_VIEW_RESEARCH &&
           id_parse(text.data, text.size, &options->study) == STATUS_OK;
}

static const char *read_options(struct exchange *exchange, struct download *download) {
    const char *media_type, *ending;
    struct str view = str_is_absent(exchange->view) ? STR("documentation") : exchange->view;
    struct str format = str_is_absent(exchange->format) ? STR("jsonl") : exchange->format;
    download->options.view = (enum record_view)enumeration_value(&enumeration_record_view, view);
    download->options.format = format;
    download->options.profile = exchange->profile;
    download->options.session = download->session;
    download->options.at = clock_wall();
    download->options.read_blob = read_blob;
    download->options.context = download;
    download->options.folder = download->net->options.folder;
    if (download->options.view == RECORD_VIEW_ABSENT) {
        return "view must be documentation or research";
    }
    if (!read_study(exchange->study, &download->options)) {
        return "study must be an id, and goes with view research";
    }
    if (!transcript_format(format, &media_type, &ending)) {
        return arena_format(&exchange->arena, "format must be one of %s",
                            transcript_formats(&exchange->arena).data)
            .data;
    }
    return transcript_has_profile(format, exchange->profile)
               ? NULL
               : "profile must be data or excel-sv with format csv, since-YYYY-MM-DD with qdpx, and nothing "
                 "else";
}

/* ---- the file ---- */

/* On a worker. */
static void write_record(struct job *job) {
    struct download *download = LIST_ENTRY(job, struct download, job);
    struct process *process = NULL;
    struct file_sink sink;
    file_sink_init(&sink, nameless_open(download->net->options.folder));
    download->file = sink.file;
    download->status = STATUS_IO;
    if (sink.file < 0) {
        goto out;
    }
    download->status = load_process(download->net->options.journal, download->process, &process);
    if (download->status != STATUS_OK) {
        goto out;
    }
    download->status = transcript_write(process, &download->options, &sink.sink);
    if (download->status == STATUS_OK && (!file_sink_flush(&sink) || lseek(sink.file, 0, SEEK_SET) != 0)) {
        download->status = STATUS_IO;
    }
    if (download->status == STATUS_OK) {
        download->status = file_sum(sink.file, download->sum, &download->size);
    }
out:
    process_destroy(process);
    file_sink_finish(&sink);
}

/* ---- the answer ---- */

static void refuse_status(struct exchange *exchange, enum status status) {
    if (status != STATUS_NOT_FOUND && status != STATUS_INVALID && status != STATUS_ERASED) {
        diag(DIAG_WARNING, "a transcript could not be written: %s", status_text(status));
    }
    switch (status) {
    case STATUS_NOT_FOUND:
        exchange_refuse(exchange, HTTP_STATUS_NOT_FOUND,
                        str_is_absent(exchange->study) ? STR("unknown_session") : STR("unknown_study"),
                        status_text(status));
        break;
    case STATUS_INVALID:
        exchange_refuse(exchange, HTTP_STATUS_BAD_REQUEST, STR("bad_params"), status_text(status));
        break;
    case STATUS_ERASED:
        exchange_refuse(exchange, HTTP_STATUS_NOT_FOUND, STR("unknown_process"), status_text(status));
        break;
    case STATUS_UNSUPPORTED:
    case STATUS_CORRUPT:
        exchange_refuse(exchange, HTTP_STATUS_INTERNAL_SERVER_ERROR, STR("refused_process"),
                        status_text(status));
        break;
    default:
        exchange_refuse(exchange, HTTP_STATUS_SERVICE_UNAVAILABLE, STR("not_stored"), status_text(status));
    }
}

/* Records that differ get names that differ: they come to lie in one folder. */
static void write_name(const struct download *download, const char *ending, char *name, size_t size) {
    const struct transcript_options *options = &download->options;
    char process[ID_TEXT_LENGTH + 1], session[ID_TEXT_LENGTH + 1], study[ID_TEXT_LENGTH + 1];
    bool whole = id_is_none(options->session), own = id_is_none(options->study);
    id_format(download->process, process);
    id_format(options->session, session);
    id_format(options->study, study);
    snprintf(name, size, "samskap-%.8s%s%.8s-%s%s%.8s%s%.*s.%s", process, whole ? "" : "-",
             whole ? "" : session, options->view == RECORD_VIEW_RESEARCH ? "research" : "documentation",
             own ? "" : "-", own ? "" : study, str_is_empty(options->profile) ? "" : "-",
             STR_ARGS(options->profile), ending);
}

static void answer_file(struct exchange *exchange, struct download *download) {
    const char *media_type = NULL, *ending = NULL;
    transcript_format(download->options.format, &media_type, &ending);
    char name[128];
    write_name(download, ending, name, sizeof name);
    struct reply reply = {
        .status = HTTP_STATUS_OK, .type = media_type, .size = download->size, .disposition = name};
    exchange_answer_file(exchange, &reply, download->file);
    download->file = -1;
}

static void end(struct download *download) {
    download->net->downloads--;
    if (download->file >= 0) {
        close(download->file);
    }
    memory_free(download);
}

static void on_noted(void *context, const struct desk_answer *answer) {
    struct download *download = context;
    if (exchange_resume(download->exchange)) {
        if (answer->reason == REASON_ABSENT) {
            answer_file(download->exchange, download);
        } else {
            exchange_refuse_reason(download->exchange, answer->reason);
        }
    }
    end(download);
}

/* What nobody waits for any more was not taken by anybody. */
static void on_written(struct job *job) {
    struct download *download = LIST_ENTRY(job, struct download, job);
    struct net *net = download->net;
    bool nobody = !download->exchange->wsi;
    if (download->status == STATUS_OK && !nobody && !net->stopping) {
        live_download_done(net->options.live, download->id, str_of(download->sum), download->size, on_noted,
                           download);
        return;
    }
    if (exchange_resume(download->exchange)) {
        if (download->status == STATUS_OK) {
            exchange_refuse_reason(download->exchange, REASON_READ_ONLY);
        } else {
            refuse_status(download->exchange, download->status);
        }
    }
    end(download);
}

static void on_allowed(void *context, const struct desk_answer *answer) {
    struct download *download = context;
    if (answer->reason == REASON_ABSENT) {
        download->id = answer->download;
        download->job.run = write_record;
        download->job.done = on_written;
        workers_start(download->net->options.workers, &download->job);
        return;
    }
    if (exchange_resume(download->exchange)) {
        exchange_refuse_reason(download->exchange, answer->reason);
    }
    end(download);
}

static void refuse(struct exchange *exchange, struct download *download, int status, struct str reason,
                   const char *message) {
    memory_free(download);
    exchange_refuse(exchange, status, reason, message);
}

void download_transcript(struct exchange *exchange) {
    struct net *net = exchange->net;
    struct download *download = memory_allocate(sizeof *download);
    struct str login = cookie_find(exchange->cookies, STR(COOKIE_LOGIN));
    const char *wrong;
    download->net = net;
    download->exchange = exchange;
    download->file = -1;
    if (!read_ids(exchange->path, download)) {
        refuse(exchange, download, HTTP_STATUS_NOT_FOUND, STR("unknown_process"),
               "no process or session has this id");
    } else if ((wrong = read_options(exchange, download))) {
        refuse(exchange, download, HTTP_STATUS_BAD_REQUEST, STR("bad_params"), wrong);
    } else if (str_is_empty(login)) {
        refuse(exchange, download, HTTP_STATUS_UNAUTHORIZED, STR("denied"), "log in first");
    } else if (exchange->method == METHOD_HEAD) {
        refuse(exchange, download, HTTP_STATUS_METHOD_NOT_ALLOWED, STR("unknown_method"),
               "a record is made by GET");
    } else if (net->downloads >= DOWNLOADS) {
        refuse(exchange, download, HTTP_STATUS_SERVICE_UNAVAILABLE, STR("too_often"),
               "too many downloads at once; try again in a while");
    } else {
        net->downloads++;
        exchange_wait(exchange);
        live_download(net->options.live, login, download->process, download->session, download->options.study,
                      download->options.view, download->options.format, on_allowed, download);
    }
}
