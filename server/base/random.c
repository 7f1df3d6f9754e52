#include "base/random.h"

#include <pthread.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <uuid/uuid.h>

#include "base/diag.h"

/* Once in the whole program, from whichever thread asks first; changed by nothing afterwards. */
static pthread_once_t ready = PTHREAD_ONCE_INIT;

static void prepare(void) {
    if (sodium_init() < 0) {
        diag(DIAG_ERROR, "the system gives no random bytes");
        abort();
    }
}

void random_bytes(void *bytes, size_t size) {
    pthread_once(&ready, prepare);
    randombytes_buf(bytes, size);
}

struct id random_id(void) {
    struct id id;
    random_bytes(id.bytes, sizeof id.bytes);
    id.bytes[6] = (uint8_t)((id.bytes[6] & 0x0f) | 0x40); /* version 4, RFC 4122 section 4.4 */
    id.bytes[8] = (uint8_t)((id.bytes[8] & 0x3f) | 0x80);
    return id;
}

struct map_seed random_map_seed(void) {
    struct map_seed seed;
    random_bytes(seed.bytes, sizeof seed.bytes);
    return seed;
}

struct id id_of_name(struct id name_space, const void *name, size_t size) {
    struct id id;
    uuid_generate_sha1(id.bytes, name_space.bytes, size > 0 ? name : "", size);
    return id;
}
