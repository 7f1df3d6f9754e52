/* The fold under any schedule. The seed is printed; the environment variable SEED gives one. */
#include <criterion/criterion.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../unit/core/support.h"
#include "base/memory.h"
#include "boards_check.h"
#include "client.h"
#include "schedule.h"

enum { STEPS = 2500, AUDIENCES = 12, RUNS = 3, COPIES = 24 };

struct world {
    struct scene scene;
    struct schedule schedule;
    struct client always[AUDIENCES]; /* syncs after every event */
    struct client rarely[AUDIENCES]; /* now and then, and then a page */
    struct client copies[COPIES];    /* what somebody had once, who comes back at the end */
    size_t copy_count;
    struct buffer before, after;
    size_t accepted, refused, redacted;
};

static uint64_t choose_seed(void) {
    const char *given = getenv("SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL);
    fprintf(stderr, "property/fold: SEED=%" PRIu64 "\n", seed);
    return seed;
}

static void world_open(struct world *world, uint64_t seed) {
    const struct audience audiences[AUDIENCES] = {
        hosts(),
        display(0),
        display(1),
        participants(0, 0),
        participants(0, TABLE),
        participants(0, TABLE + 1),
        participants(1, 0),
        with_group(participants(0, TABLE), GROUP),
        with_group(with_group(participants(0, 0), GROUP + 1), GROUP + GROUPS_OF_ONE),
        with_group(participants(1, 0), GROUP + 2 * GROUPS_OF_ONE),
        with_group(display(0), GROUP),
        state(),
    };
    memset(world, 0, sizeof *world);
    scene_open(&world->scene);
    schedule_init(&world->schedule, seed);
    for (size_t i = 0; i < AUDIENCES; i++) {
        client_init(&world->always[i], audiences[i]);
        client_init(&world->rarely[i], audiences[i]);
    }
}

static void world_close(struct world *world) {
    for (size_t i = 0; i < AUDIENCES; i++) {
        client_finish(&world->always[i]);
        client_finish(&world->rarely[i]);
    }
    for (size_t i = 0; i < world->copy_count; i++) {
        client_finish(&world->copies[i]);
    }
    buffer_finish(&world->before);
    buffer_finish(&world->after);
    schedule_finish(&world->schedule);
    scene_close(&world->scene);
}

static const struct client *always_of(const struct world *world, struct audience audience) {
    for (size_t i = 0; i < AUDIENCES; i++) {
        if (memcmp(&world->always[i].audience, &audience, sizeof audience) == 0) {
            return &world->always[i];
        }
    }
    return NULL;
}

static void sync_clients(struct world *world) {
    const struct process *process = world->scene.process;
    for (size_t i = 0; i < AUDIENCES; i++) {
        cr_assert(client_sync(&world->always[i], process, SIZE_MAX, NULL));
        if (schedule_below(&world->schedule, 40) == 0 &&
            client_sync(&world->rarely[i], process, 1 + schedule_below(&world->schedule, 30),
                        &world->always[i])) {
            client_check(&world->rarely[i], process);
        }
    }
    unsigned which = schedule_below(&world->schedule, 2 * AUDIENCES);
    if (world->copy_count < COPIES && schedule_below(&world->schedule, STEPS / COPIES / 2) == 0) {
        client_copy(&world->copies[world->copy_count++],
                    which < AUDIENCES ? &world->always[which] : &world->rarely[which - AUDIENCES]);
    }
}

static void check_votes(const struct ballot_settings *ballot, const struct voter *voter) {
    int64_t total = 0;
    for (size_t i = 0; i < ballot->choices_count; i++) {
        cr_assert(ballot->cap == 0 || voter->votes[i] <= ballot->cap);
        total += voter->votes[i];
    }
    cr_assert_eq(total, voter->total);
    cr_assert_leq(total, ballot->budget);
}

static void check_hands(const struct ballot_settings *ballot, const struct hands *hands) {
    int64_t total = 0;
    for (size_t i = 0; i < ballot->choices_count; i++) {
        cr_assert(ballot->cap == 0 || hands->votes[i] <= ballot->cap * hands->people);
        total += hands->votes[i];
    }
    cr_assert_leq(total, ballot->budget * hands->people);
}

static void check_answers(const struct scale_settings *scale, const struct voter *voter) {
    int64_t answered = 0;
    for (size_t i = 0; i < scale->statements_count; i++) {
        cr_assert(voter->votes[i] >= 0 && voter->votes[i] <= scale->steps);
        answered += voter->votes[i] > 0;
    }
    cr_assert_eq(answered, voter->total);
}

static void check_figures(const struct process *process) {
    size_t round_count, voter_count;
    const struct round *const *rounds = process_rounds(process, &round_count);
    for (size_t i = 0; i < round_count; i++) {
        const struct voter *const *voters = process_voters(process, rounds[i], &voter_count);
        for (size_t j = 0; j < voter_count; j++) {
            if (rounds[i]->form == ROUND_FORM_BALLOT) {
                check_votes(&rounds[i]->ballot, voters[j]);
            } else {
                check_answers(&rounds[i]->scale, voters[j]);
            }
        }
        if (process_hands(process, rounds[i])) {
            check_hands(&rounds[i]->ballot, process_hands(process, rounds[i]));
        }
    }
}

/* The cap may have been lowered since, so it is checked when a note has come. */
static void check_cap(const struct process *process, const struct event *event) {
    const struct round *round = process_round(process, event->body.note_put.round);
    size_t count;
    int64_t standing = 0;
    const struct note *const *notes = process_notes(process, round, &count);
    for (size_t i = 0; i < count; i++) {
        standing += actor_equal(notes[i]->author, event->actor) && !notes[i]->removed;
    }
    const struct note *note = process_note(process, event->body.note_put.id);
    cr_assert(round->notes.cap == 0 || standing <= round->notes.cap || note->edits > 0);
}

static void apply(struct world *world, struct event event) {
    struct process *process = world->scene.process;
    bool compare = schedule_below(&world->schedule, 8) == 0;
    if (compare) {
        dump(process, state(), &world->before);
    }
    int64_t last = process_last_change(process, state());
    enum reason reason = scene_apply(&world->scene, event);
    if (reason == REASON_ABSENT) {
        world->accepted++;
        if (event.kind == EVENT_NOTE_PUT) {
            check_cap(process, &event);
        }
    } else {
        world->refused++;
        cr_assert_eq(process_last_change(process, state()), last, "what is void touches nothing");
        cr_assert(!compare || str_equal(dump(process, state(), &world->after), buffer_str(&world->before)),
                  "what is void changes nothing");
    }
    check_figures(process);
    sync_clients(world);
}

static void repeat_something(struct world *world) {
    size_t which = schedule_below(&world->schedule, (unsigned)world->scene.count);
    struct event event = world->scene.events[which];
    struct seen seen;
    cr_assert(process_seen(world->scene.process, &event, &seen));
    cr_assert_eq(seen.seq, event.seq);
    cr_assert_eq(seen.reason, world->scene.reasons[which]);
    cr_assert(seen.same);
    event.bare_hash[0] ^= 1;
    event.hash[0] ^= 1;
    cr_assert(process_seen(world->scene.process, &event, &seen));
    cr_assert_not(seen.same, "another body under the same id is another command");
}

/* What is due, and some that somebody asked to have emptied. */
static void redact_something(struct world *world) {
    enum { MOST = 40 };
    int64_t *seqs = arena_allocate_array(&world->schedule.arena, MOST, sizeof *seqs);
    size_t count = process_due_redactions(world->scene.process, seqs, MOST - 2);
    for (size_t i = 1; i < count; i++) {
        cr_assert_lt(seqs[i - 1], seqs[i], "seqs ascend");
    }
    for (size_t more = schedule_below(&world->schedule, 3); more > 0; more--) {
        seqs[count++] = 1 + schedule_below(&world->schedule, (unsigned)world->scene.count);
    }
    if (count == 0) {
        return;
    }
    struct event event = {.actor = server(),
                          .kind = EVENT_REDACT,
                          .at = world->schedule.at,
                          .command = make_id(COMMAND + world->schedule.commands++),
                          .body = {.redact = {.seqs = seqs, .seqs_count = count}}};
    apply(world, event);
    if (world->scene.reasons[world->scene.count - 1] != REASON_ABSENT) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        struct event *emptied = &world->scene.events[seqs[i] - 1];
        *emptied = without_texts(*emptied);
        memset(emptied->hash, 0xee, sizeof emptied->hash);
        world->redacted++;
    }
}

static void check_refold(struct world *world) {
    struct process *refolded = scene_refold(&world->scene);
    for (size_t i = 0; i < AUDIENCES; i++) {
        struct str live = dump(world->scene.process, world->always[i].audience, &world->before);
        struct str again = dump(refolded, world->always[i].audience, &world->after);
        assert_same(live, again, (int)i, process_head(refolded));
        cr_assert_eq(process_last_change(world->scene.process, world->always[i].audience),
                     process_last_change(refolded, world->always[i].audience));
    }
    process_destroy(refolded);
}

static void run(uint64_t seed) {
    struct world *world = memory_allocate(sizeof *world);
    struct event event;
    world_open(world, seed);
    for (unsigned step = 0; schedule_opening(&world->schedule, step, &event); step++) {
        apply(world, event);
    }
    for (unsigned step = 0; step < STEPS; step++) {
        apply(world, schedule_next(&world->schedule, world->scene.process));
        if (schedule_below(&world->schedule, 4) == 0) {
            repeat_something(world);
        }
        if (step % 25 == 0) {
            boards_check(world->scene.process);
        }
        if (schedule_below(&world->schedule, 60) == 0) {
            redact_something(world);
        }
        if (schedule_below(&world->schedule, 700) == 0) {
            check_refold(world);
        }
    }
    check_refold(world);
    for (size_t i = 0; i < AUDIENCES; i++) {
        client_check(&world->always[i], world->scene.process);
        client_sync(&world->rarely[i], world->scene.process, SIZE_MAX, &world->always[i]);
        client_check(&world->rarely[i], world->scene.process);
    }
    for (size_t i = 0; i < world->copy_count; i++) {
        struct client *copy = &world->copies[i];
        client_sync(copy, world->scene.process, SIZE_MAX, always_of(world, copy->audience));
        client_check(copy, world->scene.process);
    }
    cr_expect_gt(world->accepted, STEPS / 8, "the schedule does something: %zu", world->accepted);
    cr_expect_gt(world->refused, STEPS / 8, "and tries what is refused: %zu", world->refused);
    cr_expect_gt(world->redacted, 5, "%zu", world->redacted);
    world_close(world);
    memory_free(world);
}

Test(fold, holds_under_any_schedule) {
    uint64_t seed = choose_seed();
    for (uint64_t i = 0; i < RUNS; i++) {
        run(seed + i * 1000003);
    }
}
