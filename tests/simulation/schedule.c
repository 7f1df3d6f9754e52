#include "schedule.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "core/process.h"
#include "live/loading.h"
#include "live/room.h"

#define ID(id) text_of(id).text

/* Its token; asked for again where it could not be stored. */
static const char *add_display(struct meeting *meeting) {
    struct id command = world_id(&meeting->world);
    json_t *result = NULL;
    for (int i = 0; i < 3 && !result; i++) {
        result =
            json_object_get(fake_ask(&meeting->host, "display.add", "\"command\":\"%s\",\"session\":\"%s\"",
                                     ID(command), ID(meeting->session)),
                            "result");
    }
    return json_string_value(json_object_get(result, "token"));
}

void schedule_create(struct schedule *schedule, uint64_t seed, const struct live_limits *limits) {
    struct journal_memory_faults faults = schedule->meeting.world.faults;
    struct meeting *meeting = &schedule->meeting;
    memset(schedule, 0, sizeof *schedule);
    meeting->world.faults = faults;
    meeting_create(meeting, seed, limits);
    meeting_open_rounds(meeting);
    for (int i = 0; i < SCHEDULE_PEOPLE; i++) {
        fake_create(&schedule->people[i], &meeting->world);
        fake_be_participant(&schedule->people[i], meeting->secret);
    }
    fake_create(&schedule->display, &meeting->world);
    fake_be_display(&schedule->display, add_display(meeting));
    fake_connect(&schedule->display);
    world_settle(&meeting->world);
}

/* ---- what people do ---- */

static void put_note(struct schedule *schedule, int who) {
    struct meeting *meeting = &schedule->meeting;
    size_t n = schedule->note_count;
    if (n == sizeof schedule->notes / sizeof *schedule->notes) {
        return;
    }
    schedule->notes[n] = world_id(&meeting->world);
    schedule->rounds[n] = world_pick(&meeting->world, 2) ? meeting->hidden_round : meeting->open_round;
    schedule->writers[n] = who;
    schedule->revs[n] = 1;
    schedule->note_count++;
    fake_command(&schedule->people[who], "note.put",
                 "\"id\":\"%s\",\"round\":\"%s\",\"rev\":1,\"text\":\"lapp %zu\"", ID(schedule->notes[n]),
                 ID(schedule->rounds[n]), n);
}

static void change_note(struct schedule *schedule, int who) {
    struct world *world = &schedule->meeting.world;
    for (size_t n = 0; n < schedule->note_count; n++) {
        if (schedule->writers[n] != who || world_pick(world, 3) > 0) {
            continue;
        }
        schedule->revs[n]++;
        if (world_pick(world, 3) == 0) {
            fake_command(&schedule->people[who], "note.remove", "\"id\":\"%s\",\"rev\":%lld,\"removed\":%s",
                         ID(schedule->notes[n]), (long long)schedule->revs[n],
                         world_pick(world, 2) ? "true" : "false");
        } else {
            fake_command(&schedule->people[who], "note.put",
                         "\"id\":\"%s\",\"round\":\"%s\",\"rev\":%lld,\"text\":\"lapp %zu, %lld\"",
                         ID(schedule->notes[n]), ID(schedule->rounds[n]), (long long)schedule->revs[n], n,
                         (long long)schedule->revs[n]);
        }
        return;
    }
}

static void vote(struct schedule *schedule, int who) {
    struct meeting *meeting = &schedule->meeting;
    struct world *world = &meeting->world;
    fake_command(&schedule->people[who], "vote.put",
                 "\"round\":\"%s\",\"choice\":\"%s\",\"rev\":%lld,\"votes\":%d", ID(meeting->ballot),
                 ID(meeting->choices[world_pick(world, 3)]), (long long)(1 + world_pick(world, 30)),
                 (int)world_pick(world, 5));
}

/* Lost on the way: what is sent to it from now on does not arrive, and nobody has noticed yet. */
static void drop(struct fake *fake) {
    if (fake->client && !fake->dead) {
        fake->dead = true;
    } else {
        fake_disconnect(fake);
    }
}

static void come(struct fake *fake) {
    if (!fake->client || fake->close_code || fake->dead) {
        fake_disconnect(fake);
        fake_connect(fake);
    } else if (!fake->joined && fake->join_reason[0]) {
        fake_disconnect(fake);
        fake_connect(fake);
    }
}

static void act(struct schedule *schedule, int who) {
    struct fake *fake = &schedule->people[who];
    struct world *world = &schedule->meeting.world;
    switch (world_pick(world, 16)) {
    case 0:
    case 1:
    case 2:
    case 3:
        put_note(schedule, who);
        break;
    case 4:
    case 5:
        change_note(schedule, who);
        break;
    case 6:
    case 7:
    case 8:
        vote(schedule, who);
        break;
    case 9:
        drop(fake);
        break;
    case 10:
    case 11:
    case 12:
        come(fake);
        break;
    case 13:
        fake_resend(fake);
        break;
    default:
        fake_set_busy(fake, !fake->busy);
    }
}

static void host_acts(struct schedule *schedule) {
    struct meeting *meeting = &schedule->meeting;
    struct world *world = &meeting->world;
    struct fake *host = &meeting->host;
    come(host);
    switch (world_pick(world, 6)) {
    case 0:
        schedule->revealed = true;
        fake_command(host, "round.reveal", "\"id\":\"%s\",\"revealed\":true", ID(meeting->hidden_round));
        break;
    case 1:
        if (schedule->note_count > 0) {
            fake_command(host, "note.hide", "\"id\":\"%s\",\"hidden\":%s,\"reason\":\"skäl\"",
                         ID(schedule->notes[world_pick(world, schedule->note_count)]),
                         world_pick(world, 2) ? "true" : "false");
        }
        break;
    case 2:
        fake_command(host, "round.close", "\"id\":\"%s\",\"grace\":2000", ID(meeting->open_round));
        break;
    case 3:
        fake_command(host, "round.open", "\"id\":\"%s\"", ID(meeting->open_round));
        break;
    case 4:
        drop(host);
        break;
    default:
        fake_resend(host);
    }
}

void schedule_run(struct schedule *schedule, int steps) {
    struct world *world = &schedule->meeting.world;
    for (int i = 0; i < steps; i++) {
        uint64_t what = world_pick(world, 12);
        if (what < 7) {
            act(schedule, (int)world_pick(world, SCHEDULE_PEOPLE));
        } else if (what == 7) {
            host_acts(schedule);
        } else if (what == 8) {
            world->wall += (int64_t)world_pick(world, 800);
            world->monotonic += (int64_t)world_pick(world, 800000);
        } else {
            world_step(world);
        }
    }
}

/* ---- rest ---- */

static void rest(struct fake *fake) {
    for (int i = 0; i < 200; i++) {
        fake_set_busy(fake, false);
        if (!fake->client || fake->dead || fake->close_code || !fake->joined) {
            fake_disconnect(fake);
            fake_connect(fake);
        }
        world_advance(fake->world, 200);
        fake_resend(fake);
        world_settle(fake->world);
        if (fake->joined && fake_waiting(fake) == 0) {
            return;
        }
    }
    cr_assert_fail("a client never came to rest: joined %d, %zu waiting, closed %d, %s", fake->joined,
                   fake_waiting(fake), fake->close_code, fake->join_reason);
}

/* ---- checks ---- */

static void check_answers(struct schedule *schedule, struct process *process, struct fake *fake) {
    const char *command;
    json_t *outcome;
    json_object_foreach(fake->settled, command, outcome) {
        struct event event = {0};
        cr_assert_eq(id_parse(command, strlen(command), &event.command), STATUS_OK);
        int64_t seq = json_integer_value(json_object_get(outcome, "seq"));
        const char *reason = json_string_value(json_object_get(outcome, "reason"));
        struct seen seen;
        bool stored = process_seen(process, &event, &seen);
        cr_assert_eq(meeting_count_events(&schedule->meeting, event.command), seq > 0 ? 1 : 0,
                     "an acknowledged command is in the journal exactly once");
        cr_assert_eq(stored, seq > 0);
        if (stored) {
            cr_assert_eq(seen.seq, seq);
            cr_assert_eq(seen.reason == REASON_ABSENT, reason == NULL, "a refold says otherwise");
        }
    }
}

/* What is gone was there to be seen: never a note of a round that was hidden all the time. */
static void check_gone(const struct schedule *schedule, const struct fake *fake) {
    for (size_t n = 0; n < schedule->note_count && !schedule->revealed; n++) {
        char key[80];
        snprintf(key, sizeof key, "note %s", ID(schedule->notes[n]));
        if (id_equal(schedule->rounds[n], schedule->meeting.hidden_round)) {
            cr_assert_null(json_object_get(fake->ever, key), "gone names what nobody ever saw");
        }
    }
}

static void digest_all(const struct process *process, char text[DIGEST_TEXT_SIZE + 1]) {
    struct arena arena;
    struct digest digest;
    struct entity entity;
    struct gone gone;
    struct change_cursor at;
    struct audience all = {.kind = AUDIENCE_STATE};
    arena_init(&arena);
    digest_init(&digest);
    struct change_walk *walk = process_changes(process, all, (struct change_cursor){0, INT64_MAX}, &arena);
    enum change change;
    while ((change = process_next_change(walk, &arena, &entity, &gone, &at)) != CHANGE_END) {
        if (change == CHANGE_ENTITY) {
            digest_add(&digest, &entity);
        }
    }
    digest_finish(&digest, text);
    arena_finish(&arena);
}

/* The state that lived through it all is what its journal says, emptied texts and all. */
static void check_refold(const struct schedule *schedule, const struct process *refolded) {
    char lived[DIGEST_TEXT_SIZE + 1], folded[DIGEST_TEXT_SIZE + 1];
    const struct room *room = room_find(schedule->meeting.world.live, schedule->meeting.process);
    digest_all(room->process, lived);
    digest_all(refolded, folded);
    cr_assert_str_eq(lived, folded);
}

void schedule_rest_and_check(struct schedule *schedule) {
    struct meeting *meeting = &schedule->meeting;
    rest(&meeting->host);
    rest(&schedule->display);
    for (int i = 0; i < SCHEDULE_PEOPLE; i++) {
        rest(&schedule->people[i]);
    }
    world_advance(&meeting->world, 5000);
    meeting_check_store(&meeting->host);
    meeting_check_store(&schedule->display);
    for (int i = 0; i < SCHEDULE_PEOPLE; i++) {
        meeting_check_store(&schedule->people[i]);
        check_gone(schedule, &schedule->people[i]);
    }
    struct process *process;
    cr_assert_eq(load_process(meeting->world.journal, meeting->process, &process), STATUS_OK);
    for (int i = 0; i < SCHEDULE_PEOPLE; i++) {
        check_answers(schedule, process, &schedule->people[i]);
    }
    check_answers(schedule, process, &meeting->host);
    check_refold(schedule, process);
    process_destroy(process);
}

void schedule_destroy(struct schedule *schedule) {
    for (int i = 0; i < SCHEDULE_PEOPLE; i++) {
        fake_destroy(&schedule->people[i]);
    }
    fake_destroy(&schedule->display);
    meeting_destroy(&schedule->meeting);
}
