/* How many took part, split by role, level and kind of organisation, each by itself and for one session at a
 * time. */
#include "transcript/split.h"

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

static void count_person(struct record *record, struct split *split, struct str value,
                         const struct participant *person, struct id session) {
    for (size_t i = 0; i < split->count; i++) {
        if (str_equal(split->parts[i].name, value)) {
            part_count(record, &split->parts[i], person, session);
            return;
        }
    }
}

static void put_row(struct record *record, struct id session, const char *by, const struct part *part) {
    record_id(record, session);
    record_text(record, str_of(by));
    record_text(record, part->name);
    part_put(record, part);
    record_end_row(record);
}

static void put_all(struct record *record, struct id session) {
    size_t count;
    struct part all = {0};
    const struct participant *const *persons = process_participants(record->process, &count);
    for (size_t i = 0; i < count; i++) {
        if (has_joined(record, persons[i], session)) {
            part_count(record, &all, persons[i], session);
        }
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
            count_person(record, split, value(profile, persons[i]), persons[i], session);
        }
    }
    split_withhold(split);
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
