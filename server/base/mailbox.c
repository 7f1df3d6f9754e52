#include "base/mailbox.h"

#include <assert.h>

void mailbox_init(struct mailbox *mailbox, void (*wake)(void *context), void *context) {
    *mailbox = (struct mailbox){.wake = wake, .context = context};
    pthread_mutex_init(&mailbox->lock, NULL);
    list_init(&mailbox->letters);
}

void mailbox_finish(struct mailbox *mailbox) {
    assert(list_is_empty(&mailbox->letters));
    pthread_mutex_destroy(&mailbox->lock);
}

static void wake_receiver(struct mailbox *mailbox) {
    if (mailbox->wake) {
        mailbox->wake(mailbox->context);
    }
}

void mailbox_post(struct mailbox *mailbox, struct letter *letter) {
    pthread_mutex_lock(&mailbox->lock);
    bool first = list_is_empty(&mailbox->letters);
    list_append(&mailbox->letters, &letter->link);
    mailbox->count++;
    pthread_mutex_unlock(&mailbox->lock);
    if (first) {
        wake_receiver(mailbox);
    }
}

static struct letter *take_first(struct mailbox *mailbox) {
    struct letter *letter = NULL;
    pthread_mutex_lock(&mailbox->lock);
    struct list *first = list_first(&mailbox->letters);
    if (first) {
        list_remove(first);
        mailbox->count--;
        letter = LIST_ENTRY(first, struct letter, link);
    }
    pthread_mutex_unlock(&mailbox->lock);
    return letter;
}

static size_t count_letters(struct mailbox *mailbox) {
    pthread_mutex_lock(&mailbox->lock);
    size_t count = mailbox->count;
    pthread_mutex_unlock(&mailbox->lock);
    return count;
}

/* Letters are taken one by one, so that opening one may itself open the box (closing a journal does) and
 * finds the others there. */
bool mailbox_open_all(struct mailbox *mailbox) {
    size_t waiting = count_letters(mailbox);
    bool opened = false;
    for (size_t i = 0; i < waiting; i++) {
        struct letter *letter = take_first(mailbox);
        if (!letter) {
            break;
        }
        opened = true;
        letter->open(letter);
    }
    if (count_letters(mailbox) > 0) {
        wake_receiver(mailbox); /* what came to a box that was not yet empty woke nobody */
    }
    return opened;
}
