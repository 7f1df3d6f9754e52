/* One queue and its threads. A job goes: started → run on a worker → posted as a letter → done by the
 * receiver. */
#include "base/worker.h"

#include <assert.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/memory.h"

struct workers {
    pthread_mutex_t lock; /* of queue and stopping */
    pthread_cond_t changed;
    struct list queue;
    bool stopping;
    struct mailbox *mailbox;
    unsigned count;
    pthread_t threads[];
};

static void open_done(struct letter *letter) {
    struct job *job = LIST_ENTRY(letter, struct job, letter);
    job->done(job);
}

static struct job *wait_for_job(struct workers *workers) {
    struct job *job = NULL;
    pthread_mutex_lock(&workers->lock);
    while (list_is_empty(&workers->queue) && !workers->stopping) {
        pthread_cond_wait(&workers->changed, &workers->lock);
    }
    struct list *first = list_first(&workers->queue);
    if (first) {
        list_remove(first);
        job = LIST_ENTRY(first, struct job, link);
    }
    pthread_mutex_unlock(&workers->lock);
    return job;
}

static void *work(void *context) {
    struct workers *workers = context;
    struct job *job;
    while ((job = wait_for_job(workers))) {
        job->run(job);
        mailbox_post(workers->mailbox, &job->letter);
    }
    return NULL;
}

struct workers *workers_create(unsigned threads, struct mailbox *mailbox) {
    assert(threads > 0);
    struct workers *workers = memory_allocate(sizeof *workers + threads * sizeof workers->threads[0]);
    pthread_mutex_init(&workers->lock, NULL);
    pthread_cond_init(&workers->changed, NULL);
    list_init(&workers->queue);
    workers->mailbox = mailbox;
    for (workers->count = 0; workers->count < threads; workers->count++) {
        if (pthread_create(&workers->threads[workers->count], NULL, work, workers) != 0) {
            diag(DIAG_ERROR, "cannot start a thread");
            abort();
        }
    }
    return workers;
}

void workers_destroy(struct workers *workers) {
    if (!workers) {
        return;
    }
    pthread_mutex_lock(&workers->lock);
    workers->stopping = true;
    pthread_cond_broadcast(&workers->changed);
    pthread_mutex_unlock(&workers->lock);
    for (unsigned i = 0; i < workers->count; i++) {
        pthread_join(workers->threads[i], NULL);
    }
    pthread_cond_destroy(&workers->changed);
    pthread_mutex_destroy(&workers->lock);
    memory_free(workers);
}

void workers_start(struct workers *workers, struct job *job) {
    job->letter.open = open_done;
    pthread_mutex_lock(&workers->lock);
    list_append(&workers->queue, &job->link);
    pthread_cond_signal(&workers->changed);
    pthread_mutex_unlock(&workers->lock);
}
