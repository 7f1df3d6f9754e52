/* A leaky bucket for each address that has missed and one for the server, each as a single number: the time
 * at which it will have run empty. A miss adds one interval to it; while it stands a whole minute ahead, the
 * bucket is full. An address is forgotten a minute after its last miss; where an attacker has more addresses
 * than there is room, the one that missed longest ago goes. */
#include "access/throttle.h"

#include <assert.h>
#include <string.h>

#include "base/list.h"
#include "base/memory.h"

enum { MINUTE = 60 * 1000, MOST_ADDRESSES = 10000, ADDRESS_SIZE = 64 };

struct bucket {
    int64_t interval; /* milliseconds between misses that are answered at once for ever */
    int64_t empty_at;
};

struct missed {
    struct list link; /* in the order of the last miss */
    struct bucket bucket;
    int64_t last;
    size_t size;
    char address[ADDRESS_SIZE];
};

struct throttle {
    struct map addresses;
    struct list order;
    struct bucket server;
    int64_t address_interval;
};

static void bucket_add(struct bucket *bucket, int64_t now) {
    int64_t from = bucket->empty_at > now ? bucket->empty_at : now;
    int64_t full = now + MINUTE;
    bucket->empty_at = from + bucket->interval < full ? from + bucket->interval : full;
}

static int64_t bucket_delay(const struct bucket *bucket, int64_t now) {
    int64_t delay = bucket->empty_at + bucket->interval - MINUTE - now;
    return delay > 0 ? delay : 0;
}

/* Longer texts are no addresses; what they begin with is enough to tell them apart. */
static struct str key_of(struct str address) {
    return (struct str){address.size > 0 ? address.data : "",
                        address.size < ADDRESS_SIZE ? address.size : ADDRESS_SIZE};
}

static void forget(struct throttle *throttle, struct missed *missed) {
    list_remove(&missed->link);
    map_remove(&throttle->addresses, missed->address, missed->size);
    memory_free(missed);
}

static struct missed *oldest(struct throttle *throttle) {
    struct list *link = list_first(&throttle->order);
    return link ? LIST_ENTRY(link, struct missed, link) : NULL;
}

static void forget_old(struct throttle *throttle, int64_t now) {
    struct missed *missed;
    while ((missed = oldest(throttle)) && missed->last + MINUTE <= now) {
        forget(throttle, missed);
    }
}

struct throttle *throttle_create(struct map_seed seed, int per_address, int per_server) {
    assert(per_address > 0 && per_address <= MINUTE && per_server > 0 && per_server <= MINUTE);
    struct throttle *throttle = memory_allocate(sizeof *throttle);
    map_init(&throttle->addresses, seed);
    list_init(&throttle->order);
    throttle->address_interval = MINUTE / per_address;
    throttle->server.interval = MINUTE / per_server;
    return throttle;
}

void throttle_destroy(struct throttle *throttle) {
    if (!throttle) {
        return;
    }
    struct missed *missed;
    while ((missed = oldest(throttle))) {
        forget(throttle, missed);
    }
    map_finish(&throttle->addresses);
    memory_free(throttle);
}

int64_t throttle_delay(struct throttle *throttle, struct str address, int64_t now) {
    forget_old(throttle, now);
    struct str key = key_of(address);
    const struct missed *missed = map_find(&throttle->addresses, key.data, key.size);
    if (!missed) {
        return 0;
    }
    int64_t own = bucket_delay(&missed->bucket, now);
    int64_t server = bucket_delay(&throttle->server, now);
    return own > server ? own : server;
}

static struct missed *remember(struct throttle *throttle, struct str key) {
    if (throttle->addresses.count >= MOST_ADDRESSES) {
        forget(throttle, oldest(throttle));
    }
    struct missed *missed = memory_allocate(sizeof *missed);
    missed->bucket.interval = throttle->address_interval;
    missed->size = key.size;
    memcpy(missed->address, key.data, key.size);
    list_init(&missed->link);
    map_put(&throttle->addresses, missed->address, missed->size, missed);
    return missed;
}

void throttle_miss(struct throttle *throttle, struct str address, int64_t now) {
    forget_old(throttle, now);
    struct str key = key_of(address);
    struct missed *missed = map_find(&throttle->addresses, key.data, key.size);
    if (!missed) {
        missed = remember(throttle, key);
    }
    list_remove(&missed->link);
    list_append(&throttle->order, &missed->link);
    missed->last = now;
    bucket_add(&missed->bucket, now);
    bucket_add(&throttle->server, now);
}
