/* How the people of a session were divided, and how many stood in each group in the end: never who. */
#include "records/shapes.h"
#include "transcript/split.h"

static const struct column columns[] = {
    {"grouping", CELL_ID, BOTH_VIEWS, "the division's id", "indelningens id"},
    {"title", CELL_TEXT, BOTH_VIEWS, "what the division is called", "vad indelningen heter"},
    {"session", CELL_ID, BOTH_VIEWS, "the session whose people it divides",
     "tillfället vars deltagare den delar in"},
    {"method", CELL_TEXT, BOTH_VIEWS,
     "random, balanced (over organisations, roles and levels) or like (as another division); empty: people "
     "were placed, or chose",
     "random (slumpad), balanced (blandad efter organisation, roll och nivå) eller like (som en annan "
     "indelning); tomt: deltagarna placerades, eller valde"},
    {"choice", CELL_FLAG, BOTH_VIEWS, "whether people chose for themselves", "om deltagarna valde själva"},
    {"group", CELL_ID, BOTH_VIEWS, "the group's id; empty: those in none",
     "gruppens id; tomt: de som inte stod i någon"},
    {"number", CELL_COUNT, BOTH_VIEWS, "its place among the groups, from 1",
     "dess plats bland grupperna, från 1"},
    {"name", CELL_TEXT, BOTH_VIEWS, "what the group is called", "vad gruppen heter"},
    {"participants", CELL_COUNT, BOTH_VIEWS,
     "how many stood in it last, counted and withheld as in participants",
     "hur många som stod i den till sist, räknade och dolda som i participants"},
    {"withheld", CELL_FLAG, BOTH_VIEWS, "whether the number is withheld", "om talet är dolt"},
};

/* The place of somebody's group; the number of groups where they stand in none. */
static size_t place_of(const struct record *record, const struct participant *person,
                       const struct grouping *grouping) {
    struct id group = process_group_of(record->process, person, grouping);
    size_t i = 0;
    while (i < grouping->group_count && !id_equal(grouping->groups[i].id, group)) {
        i++;
    }
    return i;
}

static void put_row(struct record *record, const struct grouping *grouping, size_t place,
                    const struct part *part) {
    const struct counted_group *group = place < grouping->group_count ? &grouping->groups[place] : NULL;
    record_id(record, grouping->id);
    record_text(record, grouping->title);
    record_id(record, grouping->session);
    record_text(record, enumeration_text(&enumeration_deal_method, grouping->method));
    record_flag(record, grouping->choice);
    record_id(record, group ? group->id : (struct id){{0}});
    if (group) {
        record_count(record, (int64_t)place + 1);
    } else {
        record_nothing(record);
    }
    record_text(record, group ? group->name : (struct str){0});
    part_put(record, part);
    record_end_row(record);
}

static void put_grouping(struct record *record, const struct grouping *grouping) {
    size_t count;
    const struct participant *const *persons = process_participants(record->process, &count);
    struct split split = {.count = grouping->group_count + 1};
    split.parts = arena_allocate_array(&record->arena, split.count, sizeof *split.parts);
    for (size_t i = 0; i < count; i++) {
        if (participant_has_joined(persons[i], grouping->session)) {
            part_count(record, &split.parts[place_of(record, persons[i], grouping)], persons[i],
                       grouping->session);
        }
    }
    split_withhold(&split);
    for (size_t i = 0; i < split.count && !record->stopped; i++) {
        put_row(record, grouping, i, &split.parts[i]);
    }
}

static void fill(struct record *record) {
    size_t count = process_grouping_count(record->process);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        const struct grouping *grouping = process_grouping_at(record->process, i);
        if (!grouping->removed && record_has_session(record, grouping->session)) {
            put_grouping(record, grouping);
            arena_reset(&record->arena);
        }
    }
}

const struct table groups_table = {"groups",
                                   columns,
                                   COUNT_OF(columns),
                                   "one group that people of a session were divided into",
                                   "en grupp som deltagare vid ett tillfälle delades in i",
                                   fill};
