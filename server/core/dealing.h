/* How people are dealt into groups: by chance, and so that what they bear is spread. Pure arithmetic on
 * arrays: the same people and hashes give the same groups. */
#ifndef SAMSKAP_CORE_DEALING_H
#define SAMSKAP_CORE_DEALING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/id.h"

enum {
    DEALING_TRAITS = 3,  /* organisation, role, level */
    DEALING_VALUES = 81, /* of a trait; 0: none, which is not spread */
};

struct dealt {
    struct id id;
    uint64_t hash;                   /* what chance says of them */
    unsigned traits[DEALING_TRAITS]; /* below DEALING_VALUES */
    size_t group;                    /* 0 … groups - 1: the answer */
};

/* By hash, then id. */
void dealing_shuffle(struct dealt *people, size_t count);
/* Gives each their group and may change their order. Sizes differ by one at most; and of each trait no group
 * has more of a value than another, as far as chance, and then changing places two by two, comes. start: the
 * group that is dealt to first, below groups, which is above 0. */
void dealing_deal(struct dealt *people, size_t count, size_t groups, size_t start);

#endif
