/* A client as the pages are one: what it knows of an audience's view, from changes alone. */
#ifndef SAMSKAP_TESTS_PROPERTY_CLIENT_H
#define SAMSKAP_TESTS_PROPERTY_CLIENT_H

#include "base/map.h"
#include "core/process.h"

struct known; /* one entity */

struct client {
    struct audience audience;
    struct change_cursor cursor;
    struct map entities; /* kind and id to struct known, also of those that are gone */
};

void client_init(struct client *client, struct audience audience);
void client_finish(struct client *client);
/* A client that starts from what the other has now. */
void client_copy(struct client *client, const struct client *other);
/* Takes in up to `most` changes; true if it has come to the end. ever: a client that has seen every state of
 * the audience's view, to check what is reported as gone against; NULL: this one has. */
bool client_sync(struct client *client, const struct process *process, size_t most,
                 const struct client *ever);
/* Fails the test where it does not know exactly what the audience sees. */
void client_check(const struct client *client, const struct process *process);

/* Fails the test with the first lines of two dumps that differ. */
void assert_same(struct str expected, struct str got, int audience, int64_t seq);

#endif
