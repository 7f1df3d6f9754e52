#include "schedule_tools.h"

#include <string.h>

void schedule_init(struct schedule *schedule, uint64_t seed) {
    *schedule = (struct schedule){.chance = seed, .at = 1000};
    arena_init(&schedule->arena);
}

void schedule_finish(struct schedule *schedule) {
    arena_finish(&schedule->arena);
}

/* splitmix64 */
static uint64_t draw(struct schedule *schedule) {
    uint64_t z = schedule->chance += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

unsigned schedule_below(struct schedule *schedule, unsigned limit) {
    return (unsigned)(draw(schedule) % limit);
}

bool one_in(struct schedule *schedule, unsigned n) {
    return schedule_below(schedule, n) == 0;
}

struct id pick(struct schedule *schedule, unsigned range, unsigned count) {
    return make_id(range + schedule_below(schedule, count));
}

int64_t next_rev(struct schedule *schedule) {
    return one_in(schedule, 8) ? 1 : ++schedule->clock;
}

struct event make(struct schedule *schedule, struct actor actor, enum event_kind kind) {
    struct event event = {.command = make_id(COMMAND + schedule->commands++), .actor = actor, .kind = kind};
    event.size = 60 + schedule_below(schedule, 400);
    memcpy(event.hash, &event.command.bytes[8], 8);
    memcpy(event.bare_hash, &event.command.bytes[8], 8);
    event.hash[15] = 1;
    return event;
}

int64_t base_of(struct schedule *schedule, const struct process *process) {
    return one_in(schedule, 6) ? schedule_below(schedule, 1000) : process_head(process);
}

/* Who somebody is in a round: an author of its scope, or the participant; sometimes wrongly. */
struct actor actor_in(struct schedule *schedule, const struct process *process, struct id round, unsigned n) {
    enum actor_kind kind = ACTOR_PARTICIPANT;
    struct id scope = {{0}};
    if (process_authorship(process, round, &kind, &scope) != REASON_ABSENT || kind == ACTOR_PARTICIPANT ||
        one_in(schedule, 30)) {
        return person(n);
    }
    return author(n * 100 + scope.bytes[15]);
}

struct str pick_text(struct schedule *schedule) {
    switch (schedule_below(schedule, 12)) {
    case 0:
        return STR(" ");
    case 1:
        return STR("trygghet\nnärhet\nenkelhet");
    case 2:
        return STR("trygghet\nnärhet");
    default:
        return arena_format(&schedule->arena, "samverkan %u", schedule_below(schedule, 1000));
    }
}

const struct study_version *keep_consents(struct schedule *schedule, const struct study_version *consents,
                                          size_t count) {
    struct study_version *kept = arena_allocate_array(&schedule->arena, count, sizeof *kept);
    for (size_t i = 0; i < count; i++) {
        kept[i] = consents[i];
    }
    return count > 0 ? kept : NULL;
}
