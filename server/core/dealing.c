/* People are dealt one by one, those who bear the same after each other, each to the group that has fewest
 * like them of those that are smallest. What that leaves uneven is mended by letting two of different groups
 * change places as long as something is won: the sum of the squares of how many of a value a group has falls
 * with every change, so it comes to an end.
 *
 * Roles weigh most, which makes them even: where a group has two more of a role than another that is as
 * large, that one has more of another role, or of none, and two who change places win something, whatever
 * else they bear. */
#include "core/dealing.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static const int32_t weights[DEALING_TRAITS] = {8, 64, 1};

enum { MOST_PASSES = 12 /* over all pairs; a deal of a few hundred needs three or four */ };

struct dealing {
    struct dealt *people;
    size_t count, groups;
    size_t *sizes;
    int32_t *counts;       /* by trait, value and group */
    int32_t *least, *most; /* of these over all groups, by trait and value */
    size_t *ends;          /* of each of people: the first behind them who bears something else */
};

static int32_t *count_of(const struct dealing *dealing, size_t trait, unsigned value, size_t group) {
    return &dealing->counts[(trait * DEALING_VALUES + value) * dealing->groups + group];
}

static int compare_chance(const struct dealt *a, const struct dealt *b) {
    return a->hash != b->hash ? (a->hash > b->hash) - (a->hash < b->hash) : id_compare(a->id, b->id);
}

static int by_chance(const void *left, const void *right) {
    return compare_chance(left, right);
}

/* Those of no value last. */
static int by_traits(const void *left, const void *right) {
    const struct dealt *a = left, *b = right;
    for (size_t trait = 0; trait < DEALING_TRAITS; trait++) {
        if (a->traits[trait] != b->traits[trait]) {
            return a->traits[trait] - 1 < b->traits[trait] - 1 ? -1 : 1; /* 0 is the largest then */
        }
    }
    return compare_chance(a, b);
}

void dealing_shuffle(struct dealt *people, size_t count) {
    if (count > 1) {
        qsort(people, count, sizeof *people, by_chance);
    }
}

static void add(const struct dealing *dealing, const struct dealt *person, size_t group, int32_t more) {
    for (size_t trait = 0; trait < DEALING_TRAITS; trait++) {
        if (person->traits[trait] > 0) {
            *count_of(dealing, trait, person->traits[trait], group) += more;
        }
    }
}

static int32_t count_alike(const struct dealing *dealing, const struct dealt *person, size_t group) {
    int32_t alike = 0;
    for (size_t trait = 0; trait < DEALING_TRAITS; trait++) {
        if (person->traits[trait] > 0) {
            alike += weights[trait] * *count_of(dealing, trait, person->traits[trait], group);
        }
    }
    return alike;
}

/* The first from `first` on, all around, where fewest are alike, of those that have so many. */
static size_t find_group(const struct dealing *dealing, const struct dealt *person, size_t size,
                         size_t first) {
    size_t best = dealing->groups;
    int32_t fewest = 0;
    for (size_t i = 0; i < dealing->groups; i++) {
        size_t group = (first + i) % dealing->groups;
        if (dealing->sizes[group] != size) {
            continue;
        }
        int32_t alike = count_alike(dealing, person, group);
        if (best == dealing->groups || alike < fewest) {
            best = group;
            fewest = alike;
        }
    }
    return best;
}

static void deal_out(struct dealing *dealing, size_t start) {
    for (size_t i = 0; i < dealing->count; i++) {
        struct dealt *person = &dealing->people[i];
        person->group = find_group(dealing, person, i / dealing->groups, start + i);
        dealing->sizes[person->group]++;
        add(dealing, person, person->group, 1);
    }
}

/* By how much half the squares of one value's counts grow when one who bears it goes to the other group. */
static int32_t cost_of_going(const struct dealing *dealing, size_t trait, unsigned value, size_t from,
                             size_t to) {
    if (value == 0) {
        return 0;
    }
    return weights[trait] *
           (*count_of(dealing, trait, value, to) - *count_of(dealing, trait, value, from) + 1);
}

static bool is_won_by_changing(const struct dealing *dealing, const struct dealt *a, const struct dealt *b) {
    int32_t cost = 0;
    for (size_t trait = 0; trait < DEALING_TRAITS; trait++) {
        if (a->traits[trait] != b->traits[trait]) {
            cost += cost_of_going(dealing, trait, a->traits[trait], a->group, b->group) +
                    cost_of_going(dealing, trait, b->traits[trait], b->group, a->group);
        }
    }
    return cost < 0;
}

static void change_places(const struct dealing *dealing, struct dealt *a, struct dealt *b) {
    size_t group = a->group;
    add(dealing, a, a->group, -1);
    add(dealing, b, b->group, -1);
    a->group = b->group;
    b->group = group;
    add(dealing, a, a->group, 1);
    add(dealing, b, b->group, 1);
}

static void find_range(const struct dealing *dealing, size_t trait, unsigned value) {
    int32_t *least = &dealing->least[trait * DEALING_VALUES + value];
    int32_t *most = &dealing->most[trait * DEALING_VALUES + value];
    *least = *most = *count_of(dealing, trait, value, 0);
    for (size_t group = 1; group < dealing->groups; group++) {
        int32_t count = *count_of(dealing, trait, value, group);
        *least = count < *least ? count : *least;
        *most = count > *most ? count : *most;
    }
}

static void find_ranges(const struct dealing *dealing, const struct dealt *person) {
    for (size_t trait = 0; trait < DEALING_TRAITS; trait++) {
        find_range(dealing, trait, person->traits[trait]);
    }
}

static void find_ends(const struct dealing *dealing) {
    for (size_t i = dealing->count; i-- > 0;) {
        const struct dealt *person = &dealing->people[i];
        bool goes_on =
            i + 1 < dealing->count && memcmp(person->traits, person[1].traits, sizeof person->traits) == 0;
        dealing->ends[i] = goes_on ? dealing->ends[i + 1] : i + 1;
        if (!goes_on) {
            find_ranges(dealing, person);
        }
    }
}

/* Whether changing places with anybody who bears what b does may win something, in whatever group they are:
 * where all is even it does not, and most of the pairs need not be looked at. */
static bool may_win_by_any(const struct dealing *dealing, const struct dealt *a, const struct dealt *b) {
    int32_t cost = 0;
    for (size_t trait = 0; trait < DEALING_TRAITS; trait++) {
        unsigned mine = a->traits[trait], theirs = b->traits[trait];
        size_t row = trait * DEALING_VALUES;
        if (mine != theirs && mine > 0) {
            cost +=
                weights[trait] * (dealing->least[row + mine] - *count_of(dealing, trait, mine, a->group) + 1);
        }
        if (mine != theirs && theirs > 0) {
            cost += weights[trait] *
                    (*count_of(dealing, trait, theirs, a->group) - dealing->most[row + theirs] + 1);
        }
    }
    return cost < 0;
}

/* With those from first up to the end who bear the same. Whether it did. */
static bool change_with(const struct dealing *dealing, struct dealt *a, size_t first, size_t end) {
    bool changed = false;
    for (size_t j = first; j < end; j++) {
        struct dealt *b = &dealing->people[j];
        if (a->group != b->group && is_won_by_changing(dealing, a, b)) {
            change_places(dealing, a, b);
            find_ranges(dealing, a);
            find_ranges(dealing, b);
            changed = true;
        }
    }
    return changed;
}

/* False: nobody did. */
static bool change_some(const struct dealing *dealing) {
    bool changed = false;
    for (size_t i = 0; i < dealing->count; i++) {
        struct dealt *a = &dealing->people[i];
        for (size_t j = dealing->ends[i]; j < dealing->count; j = dealing->ends[j]) {
            if (may_win_by_any(dealing, a, &dealing->people[j])) {
                changed = change_with(dealing, a, j, dealing->ends[j]) || changed;
            }
        }
    }
    return changed;
}

void dealing_deal(struct dealt *people, size_t count, size_t groups, size_t start) {
    struct dealing dealing = {.people = people, .count = count, .groups = groups};
    dealing.sizes = memory_allocate(groups * sizeof *dealing.sizes);
    dealing.counts = memory_allocate(DEALING_TRAITS * DEALING_VALUES * groups * sizeof *dealing.counts);
    if (count > 1) {
        qsort(people, count, sizeof *people, by_traits);
    }
    deal_out(&dealing, start);
    dealing.least = memory_allocate(DEALING_TRAITS * DEALING_VALUES * sizeof *dealing.least);
    dealing.most = memory_allocate(DEALING_TRAITS * DEALING_VALUES * sizeof *dealing.most);
    dealing.ends = memory_allocate(count * sizeof *dealing.ends);
    find_ends(&dealing);
    for (int pass = 0; pass < MOST_PASSES && change_some(&dealing); pass++) {
    }
    memory_free(dealing.sizes);
    memory_free(dealing.counts);
    memory_free(dealing.least);
    memory_free(dealing.most);
    memory_free(dealing.ends);
}
