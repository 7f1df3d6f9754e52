#include "core/dealing.h"

#include <criterion/criterion.h>
#include <string.h>

#include "core/mix.h"

enum { MOST = 160 };

/* So many, of so many organisations, roles and levels; some say nothing. */
static void make(struct dealt *people, size_t count, uint64_t chance, const unsigned kinds[DEALING_TRAITS]) {
    memset(people, 0, count * sizeof *people);
    for (size_t i = 0; i < count; i++) {
        people[i].id.bytes[0] = (uint8_t)i;
        people[i].id.bytes[1] = 1;
        people[i].hash = mix_bytes(chance, people[i].id.bytes, sizeof people[i].id.bytes);
        for (size_t trait = 0; trait < DEALING_TRAITS; trait++) {
            people[i].traits[trait] = (unsigned)(mix(people[i].hash + trait) % (kinds[trait] + 1));
        }
    }
}

/* By how many the group with most of a value differs from that with fewest; trait DEALING_TRAITS: of all. */
static int spread(const struct dealt *people, size_t count, size_t groups, size_t trait, unsigned value) {
    int counts[60] = {0}, most = 0, fewest = MOST;
    for (size_t i = 0; i < count; i++) {
        cr_assert_lt(people[i].group, groups);
        counts[people[i].group] += trait == DEALING_TRAITS || people[i].traits[trait] == value;
    }
    for (size_t i = 0; i < groups; i++) {
        most = counts[i] > most ? counts[i] : most;
        fewest = counts[i] < fewest ? counts[i] : fewest;
    }
    return most - fewest;
}

Test(dealing, no_group_has_two_more_of_a_role_than_another) {
    struct dealt people[MOST];
    int uneven = 0;
    for (unsigned seed = 0; seed < 200; seed++) {
        const unsigned kinds[DEALING_TRAITS] = {1 + seed % 20, 1 + seed % 7, 1 + seed % 3};
        size_t count = 10 + seed * 7 % 150, groups = 2 + seed % 13;
        make(people, count, seed, kinds);
        dealing_deal(people, count, groups, seed % groups);
        cr_assert_leq(spread(people, count, groups, DEALING_TRAITS, 0), 1, "sizes, seed %u", seed);
        for (unsigned value = 1; value <= 20; value++) {
            uneven += spread(people, count, groups, 0, value) > 1;
            cr_assert_leq(spread(people, count, groups, 0, value), 2, "organisation, seed %u", seed);
            cr_assert_leq(spread(people, count, groups, 1, value), 1, "role, seed %u", seed);
            cr_assert_leq(spread(people, count, groups, 2, value), 3, "level, seed %u", seed);
        }
    }
    cr_expect_leq(uneven, 3, "nor of an organisation, but seldom");
}

Test(dealing, the_same_chance_deals_the_same_in_whatever_order_people_come) {
    struct dealt people[MOST], turned[MOST];
    const unsigned kinds[DEALING_TRAITS] = {5, 3, 2};
    make(people, MOST, 7, kinds);
    for (size_t i = 0; i < MOST; i++) {
        turned[i] = people[MOST - 1 - i];
    }
    dealing_deal(people, MOST, 8, 3);
    dealing_deal(turned, MOST, 8, 3);
    dealing_shuffle(people, MOST);
    dealing_shuffle(turned, MOST);
    for (size_t i = 0; i < MOST; i++) {
        cr_assert(id_equal(people[i].id, turned[i].id));
        cr_assert_eq(people[i].group, turned[i].group);
    }
}

Test(dealing, few_people_begin_at_the_group_that_is_dealt_to_first) {
    struct dealt people[3];
    const unsigned kinds[DEALING_TRAITS] = {0, 0, 0};
    make(people, 3, 1, kinds);
    dealing_deal(people, 3, 5, 4);
    cr_expect_eq(people[0].group, 4);
    cr_expect_eq(people[1].group, 0);
    cr_expect_eq(people[2].group, 1);
    dealing_deal(people, 0, 5, 4);
}

/* By how much the weighed squares of a value's counts change when one goes from a group to another. */
static int cost_of_going(const struct dealt *people, size_t count, size_t trait, unsigned value, size_t from,
                         size_t to) {
    static const int weights[DEALING_TRAITS] = {8, 64, 1};
    int left = 0, come = 0;
    for (size_t i = 0; value > 0 && i < count; i++) {
        left += people[i].traits[trait] == value && people[i].group == from;
        come += people[i].traits[trait] == value && people[i].group == to;
    }
    return value > 0 ? weights[trait] * (come - left + 1) : 0;
}

static int cost_of_changing(const struct dealt *people, size_t count, const struct dealt *a,
                            const struct dealt *b) {
    int cost = 0;
    for (size_t trait = 0; trait < DEALING_TRAITS; trait++) {
        if (a->traits[trait] != b->traits[trait]) {
            cost += cost_of_going(people, count, trait, a->traits[trait], a->group, b->group) +
                    cost_of_going(people, count, trait, b->traits[trait], b->group, a->group);
        }
    }
    return cost;
}

Test(dealing, no_two_win_anything_by_changing_places) {
    struct dealt people[MOST];
    for (unsigned seed = 0; seed < 12; seed++) {
        const unsigned kinds[DEALING_TRAITS] = {2 + seed % 9, 1 + seed % 5, 1 + seed % 4};
        size_t count = 40 + seed * 5, groups = 2 + seed % 7;
        make(people, count, seed, kinds);
        dealing_deal(people, count, groups, 0);
        for (size_t i = 0; i < count; i++) {
            for (size_t j = 0; j < i; j++) {
                cr_assert(people[i].group == people[j].group ||
                              cost_of_changing(people, count, &people[i], &people[j]) >= 0,
                          "seed %u", seed);
            }
        }
    }
}
