/* How other threads hand things to the loop: intrusive letters, and one wake-up when an empty box gets its
 * first. mailbox_post may be called from any thread; all else only by the receiver's. */
#ifndef SAMSKAP_BASE_MAILBOX_H
#define SAMSKAP_BASE_MAILBOX_H

#include <pthread.h>
#include <stdbool.h>

#include "base/list.h"

struct letter {
    struct list link;
    void (*open)(struct letter *letter); /* runs on the receiver's thread; owns the letter from then on */
};

struct mailbox {
    pthread_mutex_t lock; /* of letters and count */
    struct list letters;
    size_t count;
    void (*wake)(void *context); /* must be callable from any thread; NULL: the receiver looks by itself */
    void *context;
};

void mailbox_init(struct mailbox *mailbox, void (*wake)(void *context), void *context);
/* All letters must have been opened. */
void mailbox_finish(struct mailbox *mailbox);
void mailbox_post(struct mailbox *mailbox, struct letter *letter);
/* Opens what has come, in order; true if there was anything. Letters posted meanwhile wait for the next call.
 */
bool mailbox_open_all(struct mailbox *mailbox);

#endif
