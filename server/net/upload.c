#include "net/upload.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "base/memory.h"
#include "net/cookie.h"
#include "net/field.h"
#include "net/maker.h"
#include "protocol/json_write.h"
#include "protocol/reply.h"

enum { HASH_TEXT = 2 * crypto_hash_sha256_BYTES + 1, DRAINED = 16 * 1024 * 1024 };

struct upload {
    struct job job;
    struct list link; /* net->uploads, in the order in which they came */
    struct net *net;
    struct exchange *exchange;
    struct id process, account;
    bool is_whole, is_running;
    enum status status;
    struct made made;
    struct live_file files[LIVE_FILES];
};

/* ---- beginning ---- */

static void refuse_drained(struct exchange *exchange) {
    const struct refusal *refusal = &exchange->refusal;
    exchange_refuse(exchange, refusal->status, refusal->reason, refusal->message);
}

/* Who is still sending hears no answer where the connection ends under it: so what was sent is let go by
 * first, unless it is out of all reason. */
static void refuse(struct exchange *exchange, int status, struct str reason, const char *message) {
    exchange->refusal = (struct refusal){status, reason, message};
    if (exchange->length > 0 && exchange->length <= DRAINED) {
        exchange->body_most = 0;
        exchange->handle = refuse_drained;
    } else {
        refuse_drained(exchange);
    }
}

static void refuse_reason(struct exchange *exchange, enum reason reason) {
    refuse(exchange, reply_status_of(reason), reason_text(reason), reply_error_message(reason));
}

static bool read_process(struct str path, struct id *process) {
    struct str id = {path.data + strlen("/picture/"), path.size - strlen("/picture/")};
    return id_parse(id.data, id.size, process) == STATUS_OK;
}

/* What no form of another site can send. */
static bool is_file(struct str type) {
    struct str rest = type, first = {0};
    (void)str_split(&rest, ';', &first);
    first = field_trim(first);
    return str_starts_with(first, STR("image/")) || str_equal(first, STR("application/octet-stream"));
}

static bool is_too_often(const struct net *net, struct id account) {
    size_t all = 0, own = 0;
    for (const struct list *link = net->uploads.next; link != &net->uploads; link = link->next) {
        all++;
        own += id_equal(LIST_ENTRY(link, struct upload, link)->account, account);
    }
    return all >= UPLOADS || own >= UPLOADS_OF_ONE;
}

static void receive_whole(struct exchange *exchange);

static void await_file(struct exchange *exchange, struct id process, struct id account) {
    struct upload *upload = memory_allocate(sizeof *upload);
    upload->net = exchange->net;
    upload->exchange = exchange;
    upload->process = process;
    upload->account = account;
    list_append(&exchange->net->uploads, &upload->link);
    exchange->upload = upload;
    exchange->body_most = MAKER_FILE;
    exchange->handle = receive_whole;
}

void upload_begin(struct exchange *exchange) {
    struct id process, account = {{0}};
    struct live *live = exchange->net->options.live;
    exchange->body_until = net_now() + UPLOAD_TIME;
    if (exchange->origin != ORIGIN_OWN) {
        refuse(exchange, HTTP_STATUS_FORBIDDEN, STR("denied"),
               "the page comes from another site, or from none");
    } else if (!is_file(exchange->type)) {
        refuse(exchange, 415, STR("bad_request"), "the type must be image/… or application/octet-stream");
    } else if (exchange->length <= 0) {
        refuse(exchange, 411, STR("bad_request"), "the file must come with its length");
    } else if (exchange->length > MAKER_FILE) {
        refuse(exchange, 413, STR("too_large"), "the file is larger than 5 MB: scale the picture down first");
    } else if (!read_process(exchange->path, &process)) {
        refuse(exchange, HTTP_STATUS_NOT_FOUND, STR("unknown_process"), "no process has this id");
    } else {
        struct str login = cookie_find(exchange->cookies, STR(COOKIE_LOGIN));
        enum reason reason = live_may_upload(live, login, process, &account);
        if (reason == REASON_ABSENT && is_too_often(exchange->net, account)) {
            reason = REASON_TOO_OFTEN;
        }
        if (reason == REASON_ABSENT) {
            await_file(exchange, process, account);
        } else {
            refuse_reason(exchange, reason);
        }
    }
}

/* ---- making ---- */

static void start_next(struct net *net);

static void end(struct upload *upload) {
    struct net *net = upload->net;
    list_remove(&upload->link);
    made_finish(&upload->made);
    memory_free(upload);
    start_next(net);
}

void upload_abandon(struct upload *upload) {
    list_remove(&upload->link);
    memory_free(upload);
}

static void answer_made(struct upload *upload) {
    struct buffer body;
    char large[HASH_TEXT], small[HASH_TEXT];
    struct reply reply = {.status = HTTP_STATUS_OK, .type = "application/json"};
    sodium_bin2hex(large, sizeof large, upload->files[0].sha256, sizeof upload->files[0].sha256);
    sodium_bin2hex(small, sizeof small, upload->files[1].sha256, sizeof upload->files[1].sha256);
    buffer_init(&body);
    buffer_format(
        &body,
        "{\"blob\":\"%s\",\"small\":\"%s\",\"type\":\"%s\",\"width\":%d,\"height\":%d,\"bytes\":%zu}\n",
        large, small, upload->made.type, upload->made.width, upload->made.height, upload->made.large.size);
    exchange_answer(upload->exchange, &reply, (struct str){0}, buffer_str(&body));
    buffer_finish(&body);
}

static void on_stored(void *context, enum reason reason) {
    struct upload *upload = context;
    upload->exchange->upload = NULL;
    if (exchange_resume(upload->exchange)) {
        if (reason == REASON_ABSENT) {
            answer_made(upload);
        } else {
            exchange_refuse_reason(upload->exchange, reason);
        }
    }
    end(upload);
}

static void refuse_made(struct upload *upload) {
    struct exchange *exchange = upload->exchange;
    if (upload->status == STATUS_NOT_FOUND) {
        diag(DIAG_WARNING, "a picture was refused: %s is not there", upload->net->maker);
        exchange_refuse_reason(exchange, REASON_NO_PICTURES);
    } else if (upload->status == STATUS_INVALID) {
        const char *message = upload->made.refusal;
        exchange_refuse(exchange, reply_status_of(REASON_BAD_PICTURE), reason_text(REASON_BAD_PICTURE),
                        message ? message : reply_error_message(REASON_BAD_PICTURE));
    } else {
        exchange_refuse_reason(exchange, REASON_NOT_STORED);
    }
}

static void on_made(struct job *job) {
    struct upload *upload = LIST_ENTRY(job, struct upload, job);
    struct net *net = upload->net;
    bool nobody = !upload->exchange->wsi;
    if (upload->status == STATUS_OK && !nobody && !net->stopping) {
        live_store_files(net->options.live, upload->process, upload->files, on_stored, upload);
        return;
    }
    upload->exchange->upload = NULL;
    if (exchange_resume(upload->exchange)) {
        if (upload->status == STATUS_OK) {
            exchange_refuse_reason(upload->exchange, REASON_READ_ONLY);
        } else {
            refuse_made(upload);
        }
    }
    end(upload);
}

/* On a worker. */
static void make(struct job *job) {
    struct upload *upload = LIST_ENTRY(job, struct upload, job);
    struct made *made = &upload->made;
    upload->status = maker_run(upload->net->maker, buffer_str(&upload->exchange->body), MAKER_TIME, made);
    if (upload->status != STATUS_OK) {
        return;
    }
    const struct str bytes[LIVE_FILES] = {made->large, made->small};
    for (size_t i = 0; i < LIVE_FILES; i++) {
        struct live_file *file = &upload->files[i];
        file->bytes = bytes[i];
        file->type = strcmp(made->type, "png") == 0 ? STR("image/png") : STR("image/jpeg");
        crypto_hash_sha256(file->sha256, (const unsigned char *)bytes[i].data, bytes[i].size);
    }
}

static struct upload *find_next(struct net *net) {
    struct upload *next = NULL;
    for (struct list *link = net->uploads.next; link != &net->uploads; link = link->next) {
        struct upload *upload = LIST_ENTRY(link, struct upload, link);
        if (upload->is_running) {
            return NULL;
        }
        next = next ? next : upload->is_whole ? upload : NULL;
    }
    return next;
}

/* One file at a time: workers are there for others too. */
static void start_next(struct net *net) {
    struct upload *upload = find_next(net);
    if (!upload) {
        return;
    }
    upload->is_running = true;
    if (net->stopping) {
        upload->status = STATUS_OK; /* as far as anybody knows: it is told that nothing can be stored now */
        on_made(&upload->job);
        return;
    }
    upload->job.run = make;
    upload->job.done = on_made;
    workers_start(net->options.workers, &upload->job);
}

static void receive_whole(struct exchange *exchange) {
    struct upload *upload = exchange->upload;
    exchange_wait(exchange);
    upload->is_whole = true;
    start_next(upload->net);
}
