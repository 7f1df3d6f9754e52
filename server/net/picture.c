#include "net/picture.h"

#include <string.h>

#include "base/diag.h"
#include "base/memory.h"
#include "base/random.h"
#include "protocol/reply.h"

enum {
    KEPT = 60 * 1000,               /* milliseconds after somebody asked for it */
    SHELF_SIZE = 128 * 1024 * 1024, /* bytes of all that lies there, or is about to */
    HASH = 32,
    KEY = sizeof(struct id) + HASH,
    TICKET = 32,
};

struct shelf {
    struct map books; /* by key */
    struct list list; /* the one that was asked for last stands last */
    size_t size;
};

/* A file. One that is being read has readers that wait. */
struct book {
    struct job job;
    struct list link;
    struct shelf *shelf;
    struct net *net;
    uint8_t key[KEY]; /* process and hash */
    bool is_read;
    enum status status;
    struct buffer bytes, type;
    size_t size;    /* that it is counted with */
    size_t readers; /* exchanges that are being sent it, or wait */
    struct list waiting;
    int64_t asked_at;
};

/* ---- the shelf ---- */

struct shelf *shelf_create(void) {
    struct shelf *shelf = memory_allocate(sizeof *shelf);
    map_init(&shelf->books, random_map_seed());
    list_init(&shelf->list);
    return shelf;
}

static void drop(struct book *book) {
    (void)map_remove(&book->shelf->books, book->key, KEY);
    book->shelf->size -= book->size;
    list_remove(&book->link);
    buffer_finish(&book->bytes);
    buffer_finish(&book->type);
    memory_free(book);
}

void shelf_destroy(struct shelf *shelf) {
    struct list *link;
    while (shelf && (link = list_first(&shelf->list))) {
        drop(LIST_ENTRY(link, struct book, link));
    }
    if (shelf) {
        map_finish(&shelf->books);
    }
    memory_free(shelf);
}

/* The oldest first: those before a time, or (most > 0) until there is room for so many bytes. */
static void make_room(struct shelf *shelf, int64_t before, size_t most) {
    for (struct list *link = shelf->list.next, *next; link != &shelf->list; link = next) {
        struct book *book = LIST_ENTRY(link, struct book, link);
        next = link->next;
        bool is_wanted = book->readers > 0 || (book->asked_at >= before && shelf->size <= most);
        if (!is_wanted) {
            drop(book);
        }
    }
}

void shelf_tend(struct shelf *shelf) {
    make_room(shelf, net_now() - KEPT, SIZE_MAX);
}

void shelf_release(struct book *book) {
    book->readers--;
}

/* ---- reading ---- */

static void answer_book(struct exchange *exchange, struct book *book) {
    const char *name = str_equal(buffer_str(&book->type), STR("image/png")) ? "bild.png" : "bild.jpg";
    struct reply reply = {.status = HTTP_STATUS_OK,
                          .type = strcmp(name, "bild.png") == 0 ? "image/png" : "image/jpeg",
                          .size = (int64_t)book->bytes.size,
                          .cache = "private, max-age=86400, immutable",
                          .disposition = name,
                          .shown = true,
                          .policy = REPLY_PICTURE};
    exchange->book = book;
    exchange_answer_bytes(exchange, &reply, (struct str){0}, (const unsigned char *)book->bytes.data);
}

static void refuse_unread(struct exchange *exchange, enum status status) {
    bool is_gone = status == STATUS_NOT_FOUND || status == STATUS_ERASED;
    exchange_refuse_reason(exchange, is_gone ? REASON_UNKNOWN_PICTURE : REASON_NOT_STORED);
}

static void answer_waiting(struct book *book) {
    struct list *link;
    while ((link = list_first(&book->waiting))) {
        struct exchange *exchange = LIST_ENTRY(link, struct exchange, book_link);
        list_remove(link);
        if (!exchange_resume(exchange)) {
            book->readers--;
        } else if (book->status == STATUS_OK) {
            answer_book(exchange, book);
        } else {
            book->readers--;
            refuse_unread(exchange, book->status);
        }
    }
}

static void on_read(struct job *job) {
    struct book *book = LIST_ENTRY(job, struct book, job);
    struct shelf *shelf = book->shelf;
    book->is_read = true;
    shelf->size += book->bytes.capacity - book->size;
    book->size = book->bytes.capacity;
    answer_waiting(book);
    if (book->status != STATUS_OK) {
        drop(book); /* what was not there may come */
    }
}

/* On a worker. */
static void read_book(struct job *job) {
    struct book *book = LIST_ENTRY(job, struct book, job);
    struct id process;
    memcpy(process.bytes, book->key, sizeof process.bytes);
    book->status = journal_read_blob(book->net->options.journal, process, book->key + sizeof process.bytes,
                                     &book->bytes, &book->type);
}

/* It is counted as large as it may be until it is known how large it is. */
static struct book *order(struct net *net, const uint8_t key[KEY]) {
    struct shelf *shelf = net->shelf;
    make_room(shelf, 0, SHELF_SIZE - JOURNAL_BLOB_SIZE);
    if (shelf->size > SHELF_SIZE - JOURNAL_BLOB_SIZE || net->stopping) {
        return NULL;
    }
    struct book *book = memory_allocate(sizeof *book);
    memcpy(book->key, key, KEY);
    book->net = net;
    book->shelf = shelf;
    book->size = JOURNAL_BLOB_SIZE;
    shelf->size += book->size;
    list_init(&book->waiting);
    list_append(&shelf->list, &book->link);
    (void)map_put(&shelf->books, book->key, KEY, book);
    book->job.run = read_book;
    book->job.done = on_read;
    workers_start(net->options.workers, &book->job);
    return book;
}

static void fetch(struct exchange *exchange, const uint8_t key[KEY]) {
    struct shelf *shelf = exchange->net->shelf;
    struct book *book = map_find(&shelf->books, key, KEY);
    book = book ? book : order(exchange->net, key);
    if (!book) {
        exchange_refuse_reason(exchange, REASON_TOO_OFTEN);
        return;
    }
    book->readers++;
    book->asked_at = net_now();
    list_remove(&book->link);
    list_append(&shelf->list, &book->link);
    if (book->is_read) {
        answer_book(exchange, book);
    } else {
        exchange_wait(exchange);
        list_append(&book->waiting, &exchange->book_link);
    }
}

/* ---- the request ---- */

static bool read_ids(struct str path, struct id *process, struct id *picture) {
    struct str rest = {path.data + strlen("/picture/"), path.size - strlen("/picture/")}, first;
    return str_split(&rest, '/', &first) && id_parse(first.data, first.size, process) == STATUS_OK &&
           !str_is_absent(rest) && id_parse(rest.data, rest.size, picture) == STATUS_OK;
}

static struct str read_ticket(struct str authorization) {
    static const char scheme[] = "Samskap ";
    size_t size = sizeof scheme - 1;
    bool is_ours = authorization.size == size + TICKET && memcmp(authorization.data, scheme, size) == 0;
    return is_ours ? (struct str){authorization.data + size, TICKET} : (struct str){0};
}

void picture_answer(struct exchange *exchange) {
    struct id process, picture;
    uint8_t key[KEY];
    bool small = str_equal(exchange->size, STR("small"));
    enum reason reason = REASON_UNKNOWN_PICTURE;
    if (read_ids(exchange->path, &process, &picture)) {
        reason = live_find_picture(exchange->net->options.live, read_ticket(exchange->authorization), process,
                                   picture, small, key + sizeof process.bytes);
    }
    if (reason != REASON_ABSENT) {
        exchange_refuse_reason(exchange, reason);
        return;
    }
    memcpy(key, process.bytes, sizeof process.bytes);
    fetch(exchange, key);
}
