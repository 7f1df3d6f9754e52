/* How people are divided into groups, and what is said to these. */
#include "schedule_tools.h"

/* Mostly the groups of this grouping, as many as come; now and then one that is another's. */
struct event schedule_grouping(struct schedule *schedule, const struct process *process, unsigned n) {
    struct event event = make(schedule, account(), EVENT_GROUPING_PUT);
    size_t count = process ? schedule_below(schedule, GROUPS_OF_ONE + 1) : GROUPS_OF_ONE;
    struct put_group *groups = arena_allocate_array(&schedule->arena, count, sizeof *groups);
    for (unsigned i = 0; i < count; i++) {
        unsigned whose = process && one_in(schedule, 60) ? 0 : n;
        groups[i] = (struct put_group){.id = make_id(GROUP + whose * GROUPS_OF_ONE + i),
                                       .name = arena_format(&schedule->arena, "Grupp %u", i + 1)};
    }
    event.body.grouping_put = (struct event_grouping_put){
        .id = make_id(GROUPING + n),
        .base = process && process_grouping(process, make_id(GROUPING + n)) ? base_of(schedule, process) : 0,
        .session = make_id(SESSION + (process && one_in(schedule, 30) ? 0 : n / 2)),
        .title = STR("Smågrupper"),
        .groups = groups,
        .groups_count = count,
        .choice = one_in(schedule, 3),
        .most = schedule_below(schedule, 4),
        .removed = process && one_in(schedule, 8),
    };
    return event;
}

static struct event deal(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_GROUPING_DEAL);
    size_t count = schedule_below(schedule, 4);
    struct id *absent = arena_allocate_array(&schedule->arena, count, sizeof *absent);
    for (size_t i = 0; i < count; i++) {
        absent[i] = pick(schedule, PERSON, PEOPLE);
    }
    event.body.grouping_deal = (struct event_grouping_deal){
        .id = pick(schedule, GROUPING, GROUPINGS),
        .base = base_of(schedule, process),
        .method = DEAL_METHOD_RANDOM + schedule_below(schedule, 3),
        .absent = absent,
        .absent_count = count,
        .seed = arena_format(&schedule->arena, "%032u", schedule_below(schedule, 1000)),
        .undone = one_in(schedule, 3),
    };
    if (event.body.grouping_deal.method == DEAL_METHOD_LIKE) {
        event.body.grouping_deal.like = pick(schedule, GROUPING, GROUPINGS);
    }
    return event;
}

static struct id pick_group(struct schedule *schedule, unsigned grouping) {
    unsigned which = one_in(schedule, 12) ? schedule_below(schedule, GROUPINGS) : grouping;
    return one_in(schedule, 9) ? (struct id){{0}}
                               : pick(schedule, GROUP + which * GROUPS_OF_ONE, GROUPS_OF_ONE);
}

static struct event place(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_GROUP_PLACE);
    unsigned n = schedule_below(schedule, GROUPINGS);
    struct id who = pick(schedule, PERSON, PEOPLE);
    event.body.group_place =
        (struct event_group_place){.grouping = make_id(GROUPING + n),
                                   .participant = who,
                                   .group = pick_group(schedule, n),
                                   .base = one_in(schedule, 2) ? base_of(schedule, process) : 0};
    return event;
}

static struct event choose(struct schedule *schedule) {
    struct event event = make(schedule, person(schedule_below(schedule, PEOPLE)), EVENT_GROUP_CHOOSE);
    unsigned n = schedule_below(schedule, GROUPINGS);
    event.body.group_choose = (struct event_group_choose){
        .grouping = make_id(GROUPING + n), .group = pick_group(schedule, n), .rev = next_rev(schedule)};
    return event;
}

static struct event say(struct schedule *schedule) {
    struct event event = make(schedule, account(), EVENT_SESSION_SAY);
    event.body.session_say =
        (struct event_session_say){.id = pick(schedule, SESSION, SESSIONS + 1),
                                   .text = one_in(schedule, 2) ? STR("Fem minuter kvar") : STR(""),
                                   .until = schedule_below(schedule, 9),
                                   .back = one_in(schedule, 3)};
    return event;
}

struct event schedule_groups(struct schedule *schedule, const struct process *process) {
    switch (schedule_below(schedule, 12)) {
    case 0:
    case 1:
        return schedule_grouping(schedule, process, schedule_below(schedule, GROUPINGS));
    case 2:
    case 3:
        return deal(schedule, process);
    case 4:
        return say(schedule);
    case 5:
    case 6:
    case 7:
        return choose(schedule);
    default:
        return place(schedule, process);
    }
}
