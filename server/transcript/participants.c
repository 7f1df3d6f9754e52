/* How many took part, split by role, level and kind of organisation, each by itself and for one session at a
 * time. A number below PROCESS_WITHHOLD_BELOW is withheld, and in research material one that would tell,
 * beside the documentation's, that so few of a kind did not consent. So that they cannot be worked out from
 * the total, further ones are withheld with them, until they are two at least and as many persons together.
 */
#include <stdlib.h>

#include "transcript/tables.h"

static const struct column columns[] = {
    {"session", CELL_ID, BOTH_VIEWS, "the session; empty: all of them", "tillfället; tomt: alla"},
    {"by", CELL_TEXT, BOTH_VIEWS, "all, role, level or organisation_type",
     "all (alla), role (roll), level (nivå) eller organisation_type (slag av organisation)"},
    {"value", CELL_TEXT, BOTH_VIEWS, "which one; empty: not said", "vilken; tomt: inte angivet"},
    {"participants", CELL_COUNT, BOTH_VIEWS,
     "how many joined; in research material of those who consent; empty: "
     "fewer than five, or withheld with such a number",
     "hur många som anslöt; i forskningsmaterial av dem som samtycker; tomt: färre än fem, eller dolt med "
     "ett sådant "
     "tal"},
    {"withheld", CELL_FLAG, BOTH_VIEWS, "whether the number is withheld", "om talet är dolt"},
};

struct part {
    struct str name; /* absent: not said */
    int64_t count;
    int64_t declined; /* others of the kind, whom the documentation counts and this record does not */
    bool withheld;
};

/* What one split is made of; the last part is those who did not say. */
struct split {
    struct part *parts;
    size_t count;
};

typedef struct str value_fn(const struct profile *profile, const struct participant *person);

static struct str role_of(const struct profile *profile, const struct participant *person) {
    return record_name_of(profile->roles, profile->roles_count, person->role);
}

static struct str level_of(const struct profile *profile, const struct participant *person) {
    return record_name_of(profile->levels, profile->levels_count, person->level);
}

static struct str organisation_type_of(const struct profile *profile, const struct participant *person) {
    for (size_t i = 0; i < profile->organisations_count; i++) {
        if (id_equal(profile->organisations[i].id, person->organisation)) {
            return profile->organisations[i].type;
        }
    }
    return (struct str){0};
}

static void add_part(struct split *split, struct str name) {
    for (size_t i = 0; i < split->count; i++) {
        if (str_equal(split->parts[i].name, name)) {
            return;
        }
    }
    split->parts[split->count++].name = name;
}

static bool is_included(const struct record *record, const struct participant *person) {
    return person->consent || !record_is_research(record);
}

/* session none: any of the record's. */
static bool has_joined(const struct record *record, const struct participant *person, struct id session) {
    for (size_t i = 0; i < person->session_count; i++) {
        if (id_is_none(session) ? record_has_session(record, person->sessions[i])
                                : id_equal(person->sessions[i], session)) {
            return true;
        }
    }
    return false;
}

static void count_person(struct split *split, struct str value, bool included) {
    for (size_t i = 0; i < split->count; i++) {
        if (str_equal(split->parts[i].name, value)) {
            split->parts[i].count += included;
            split->parts[i].declined += !included;
            return;
        }
    }
}

static bool is_few(int64_t count) {
    return count > 0 && count < PROCESS_WITHHOLD_BELOW;
}

/* The smallest part that is not withheld yet, those of nobody last; NULL: all are. */
static struct part *next_to_withhold(struct split *split) {
    struct part *next = NULL;
    for (size_t i = 0; i < split->count; i++) {
        struct part *part = &split->parts[i];
        if (!part->withheld &&
            (!next || (part->count > 0 && (next->count == 0 || part->count < next->count)))) {
            next = part;
        }
    }
    return next;
}

static void withhold(struct split *split) {
    int64_t persons = 0;
    size_t withheld = 0;
    for (size_t i = 0; i < split->count; i++) {
        struct part *part = &split->parts[i];
        if (is_few(part->count) || is_few(part->declined)) {
            part->withheld = true;
            withheld++;
            persons += part->count;
        }
    }
    while (withheld == 1 || (withheld > 0 && persons < PROCESS_WITHHOLD_BELOW)) {
        struct part *part = next_to_withhold(split);
        if (!part) {
            break;
        }
        part->withheld = true;
        withheld++;
        persons += part->count;
    }
}

static void put_row(struct record *record, struct id session, const char *by, const struct part *part) {
    record_id(record, session);
    record_text(record, str_of(by));
    record_text(record, part->name);
    if (part->withheld) {
        record_nothing(record);
    } else {
        record_count(record, part->count);
    }
    record_flag(record, part->withheld);
    record_end_row(record);
}

static void put_all(struct record *record, struct id session) {
    size_t count;
    struct part all = {0};
    const struct participant *const *persons = process_participants(record->process, &count);
    for (size_t i = 0; i < count; i++) {
        all.count += is_included(record, persons[i]) && has_joined(record, persons[i], session);
    }
    put_row(record, session, "all", &all);
}

static void put_split(struct record *record, struct id session, const char *by, struct split *split,
                      value_fn *value) {
    size_t count;
    const struct profile *profile = process_profile(record->process);
    const struct participant *const *persons = process_participants(record->process, &count);
    add_part(split, (struct str){0});
    for (size_t i = 0; i < count; i++) {
        if (has_joined(record, persons[i], session)) {
            count_person(split, value(profile, persons[i]), is_included(record, persons[i]));
        }
    }
    withhold(split);
    for (size_t i = 0; i < split->count; i++) {
        put_row(record, session, by, &split->parts[i]);
    }
}

static void put_named_split(struct record *record, struct id session, const char *by,
                            const struct named *named, size_t count, value_fn *value) {
    if (count == 0) {
        return;
    }
    struct split split = {.parts = arena_allocate_array(&record->arena, count + 1, sizeof *split.parts)};
    for (size_t i = 0; i < count; i++) {
        add_part(&split, named[i].name);
    }
    put_split(record, session, by, &split, value);
}

static void put_organisation_split(struct record *record, struct id session, const struct profile *profile) {
    size_t count = profile->organisations_count;
    if (count == 0) {
        return;
    }
    struct split split = {.parts = arena_allocate_array(&record->arena, count + 1, sizeof *split.parts)};
    for (size_t i = 0; i < count; i++) {
        add_part(&split, profile->organisations[i].type);
    }
    put_split(record, session, "organisation_type", &split, organisation_type_of);
}

static void fill(struct record *record) {
    size_t count;
    const struct profile *profile = process_profile(record->process);
    const struct session *const *sessions = process_sessions(record->process, &count);
    put_all(record, (struct id){{0}});
    for (size_t i = 0; i < count && profile && !record->stopped; i++) {
        struct id session = sessions[i]->id;
        if (!record_has_session(record, session)) {
            continue;
        }
        put_all(record, session);
        put_named_split(record, session, "role", profile->roles, profile->roles_count, role_of);
        put_named_split(record, session, "level", profile->levels, profile->levels_count, level_of);
        put_organisation_split(record, session, profile);
        arena_reset(&record->arena);
    }
}

const struct table participants_table = {"participants",
                                         columns,
                                         COUNT_OF(columns),
                                         "how many participants of a kind joined a session",
                                         "hur många deltagare av ett slag som anslöt till ett tillfälle",
                                         fill};
