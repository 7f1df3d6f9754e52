/* A live that does as its clients say, for tests of the network alone: it stands in for server/live where the
 * test program is linked. Words that it knows: "close" (closes with 4001), "flood" (sends until there is no
 * more room, and goes on when there is), "deaf" (stops reading for a while), "stuck" (stops reading, and
 * sends without end); all else is sent back. */
#ifndef SAMSKAP_TEST_FAKE_LIVE_H
#define SAMSKAP_TEST_FAKE_LIVE_H

#include "live/live.h"

enum { FLOOD_FRAMES = 400, FLOOD_SIZE = 30000, DEAF_TIME = 200 * 1000, SECRET_DIGITS_OF_TEST = 32 };

struct client;

struct live {
    struct mailbox *mailbox;
    struct client *clients;
    int connected, busy, lost, taken; /* taken: of floods */
    bool unwritable, same_origin;
    char login[64], address[64];
};

#endif
