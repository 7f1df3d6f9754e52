/* A few threads for work that would hold up the loop: folding a long journal, hashing a password, writing a
 * transcript. */
#ifndef SAMSKAP_BASE_WORKER_H
#define SAMSKAP_BASE_WORKER_H

#include "base/mailbox.h"

struct workers;

/* A job is owned by its caller. run is called on a worker's thread, then done on the thread that opens the
 * mailbox: exactly once each, also when the workers are destroyed (what had not begun is run before). */
struct job {
    struct letter letter;
    struct list link;
    void (*run)(struct job *job);
    void (*done)(struct job *job);
};

struct workers *workers_create(unsigned threads, struct mailbox *mailbox);
/* Waits until all has been run. What is then done lies in the mailbox, to be opened once more. Takes NULL. */
void workers_destroy(struct workers *workers);
void workers_start(struct workers *workers, struct job *job);

#endif
