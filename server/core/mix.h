/* Chance that is the same wherever it is drawn again: it hangs on its input alone. */
#ifndef SAMSKAP_CORE_MIX_H
#define SAMSKAP_CORE_MIX_H

#include <stddef.h>
#include <stdint.h>

/* The finish of splitmix64. */
static inline uint64_t mix(uint64_t z) {
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

/* Of bytes, one after the other, from what came out of those before them. */
static inline uint64_t mix_bytes(uint64_t hash, const void *bytes, size_t size) {
    const uint8_t *at = bytes;
    for (size_t i = 0; i < size; i++) {
        hash = mix(hash * 257 + at[i] + 1);
    }
    return hash;
}

#endif
