/* Workers without threads, in place of base/worker.c: what is started lies until workers_run. */
#include "base/memory.h"
#include "world.h"

struct workers {
    struct list queue;
    struct mailbox *mailbox;
};

static void open_done(struct letter *letter) {
    struct job *job = LIST_ENTRY(letter, struct job, letter);
    job->done(job);
}

struct workers *workers_create(unsigned threads, struct mailbox *mailbox) {
    struct workers *workers = memory_allocate(sizeof *workers);
    (void)threads;
    list_init(&workers->queue);
    workers->mailbox = mailbox;
    return workers;
}

bool workers_run(struct workers *workers) {
    struct list *link;
    bool ran = false;
    while ((link = list_first(&workers->queue))) {
        struct job *job = LIST_ENTRY(link, struct job, link);
        list_remove(link);
        job->run(job);
        mailbox_post(workers->mailbox, &job->letter);
        ran = true;
    }
    return ran;
}

void workers_destroy(struct workers *workers) {
    if (workers) {
        workers_run(workers);
        memory_free(workers);
    }
}

void workers_start(struct workers *workers, struct job *job) {
    job->letter.open = open_done;
    list_append(&workers->queue, &job->link);
}
