#include <string.h>

#include "app/demo_day.h"

enum { MOST_OPEN = 16, SHORTEST_REST = SECOND, SHORTEST_WRITING = 2 * SECOND, LONGER_WRITING = 4 * SECOND };

static bool is_form(const json_t *round, const char *form) {
    return strcmp(demo_json_text(round, "form"), form) == 0;
}

/* Where the person could do something now. */
static size_t find_open(const struct demo *demo, const struct demo_person *person,
                        const json_t *open[MOST_OPEN]) {
    size_t count = 0;
    const char *id;
    json_t *round;
    json_object_foreach(demo->room.rounds, id, round) {
        bool fits =
            is_form(round, "ballot") || (is_form(round, "notes") && demo_person_has_more(person, round));
        if (fits && count < MOST_OPEN && demo_room_round_is(&demo->room, id, "open")) {
            open[count++] = round;
        }
    }
    return count;
}

static void act(struct demo *demo) {
    struct demo_person *person = &demo->people[demo_chance(DEMO_PEOPLE)];
    const json_t *open[MOST_OPEN];
    if (!demo_person_is_free(person) || person->writes_in || person->acts >= DEMO_MOST_ACTS) {
        return;
    }
    size_t count = find_open(demo, person, open);
    const json_t *round = count > 0 ? open[demo_chance(count)] : NULL;
    if (is_form(round, "ballot")) {
        demo_person_vote(person, round);
    } else if (round) {
        int64_t takes = SHORTEST_WRITING + (int64_t)demo_chance(LONGER_WRITING);
        demo_person_begin_note(person, round, demo->now + takes);
    }
}

/* A round that closes or goes away takes with it what somebody was about to write. */
static void end_writing(struct demo *demo, struct demo_person *person) {
    const char *id = json_string_value(person->writes_in);
    if (demo_room_round_is(&demo->room, id, "open")) {
        demo_person_end_note(person, demo_room_round(&demo->room, id), demo->now);
    } else {
        json_decref(person->writes_in);
        person->writes_in = NULL;
    }
}

int64_t demo_crowd_go(struct demo *demo) {
    if (demo->now >= demo->next_act) {
        act(demo);
        demo->next_act = demo->now + SHORTEST_REST + (int64_t)demo_chance(SECOND);
    }
    int64_t next = demo->next_act;
    for (size_t i = 0; i < DEMO_PEOPLE; i++) {
        struct demo_person *person = &demo->people[i];
        if (person->writes_in) {
            end_writing(demo, person);
        }
        if (person->writes_in && person->writes_until < next) {
            next = person->writes_until;
        }
    }
    return next - demo->now;
}
