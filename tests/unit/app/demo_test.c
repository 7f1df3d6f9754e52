/* The demonstration against the real live, over a journal in memory and under a clock that is set here. */
#include "app/demo.h"

#include <criterion/criterion.h>
#include <poll.h>
#include <string.h>

#include "app/demo_peer.h"
#include "app/demo_room.h"
#include "app/demo_texts.h"
#include "base/random.h"
#include "journal/memory.h"

enum { SECOND = 1000000, MILLISECOND = 1000, MOST_TURNS = 2000000 };

struct theatre {
    struct mailbox mailbox;
    struct workers *workers;
    struct journal_memory_faults faults;
    struct journal *journal;
    struct live *live;
    struct demo *demo;
    int64_t monotonic;
    int said;
    char code[11], secret[33];
};

/* ---- the stage ---- */

static int64_t wall(void *context) {
    return 1613120400000 + ((struct theatre *)context)->monotonic / MILLISECOND;
}

static int64_t monotonic(void *context) {
    return ((struct theatre *)context)->monotonic;
}

static void chance(void *context, void *bytes, size_t size) {
    (void)context;
    random_bytes(bytes, size);
}

static void keep(char *text, size_t room, struct str str) {
    cr_assert_lt(str.size, room);
    memcpy(text, str.data, str.size);
    text[str.size] = '\0';
}

static void say(void *context, struct str code, struct str secret) {
    struct theatre *stage = context;
    stage->said++;
    keep(stage->code, sizeof stage->code, code);
    keep(stage->secret, sizeof stage->secret, secret);
}

/* fail_at: the write that the journal fails; 0: none. */
static void stage_open_failing(struct theatre *stage, int64_t fail_at) {
    *stage = (struct theatre){.monotonic = SECOND, .faults = {.fail_at = fail_at}};
    mailbox_init(&stage->mailbox, NULL, NULL);
    stage->workers = workers_create(1, &stage->mailbox);
    stage->journal = journal_memory_open(&stage->mailbox, &stage->faults);
    struct live_options options = {.journal = stage->journal,
                                   .workers = stage->workers,
                                   .wall = wall,
                                   .monotonic = monotonic,
                                   .random = chance,
                                   .context = stage,
                                   .build = STR("test"),
                                   .public_url = STR("http://localhost")};
    live_limits_default(&options.limits);
    cr_assert_eq(live_create(&options, &stage->live), STATUS_OK);
    stage->demo = demo_start(stage->live, say, stage);
}

static void stage_open(struct theatre *stage) {
    stage_open_failing(stage, 0);
}

static void stage_close(struct theatre *stage) {
    demo_stop(stage->demo);
    live_stop(stage->live);
    workers_destroy(stage->workers);
    while (mailbox_open_all(&stage->mailbox)) {
    }
    journal_close(stage->journal);
    live_destroy(stage->live);
    mailbox_finish(&stage->mailbox);
}

/* One turn of the loop; the microseconds until something is due. */
static int64_t turn(struct theatre *stage) {
    bool opened = mailbox_open_all(&stage->mailbox);
    int64_t rest = live_turn(stage->live);
    int64_t demo_rest = demo_turn(stage->demo, stage->monotonic);
    rest = demo_rest < rest ? demo_rest : rest;
    return opened ? 0 : rest;
}

static struct demo_state state_of(const struct theatre *stage) {
    struct demo_state state;
    demo_get_state(stage->demo, &state);
    return state;
}

/* What workers do takes real time, so the clock creeps along with it. */
static void creep(struct theatre *stage) {
    if (turn(stage) > 0) {
        poll(NULL, 0, 1);
        stage->monotonic += 50 * MILLISECOND;
    }
}

static void set_up(struct theatre *stage) {
    for (int i = 0; i < 20000 && !state_of(stage).ready && !state_of(stage).failed; i++) {
        creep(stage);
    }
}

/* Nothing but the clock is waited for. */
static void run_seconds(struct theatre *stage, int64_t seconds) {
    int64_t end = stage->monotonic + seconds * SECOND;
    for (int i = 0; stage->monotonic < end; i++) {
        cr_assert_lt(i, MOST_TURNS, "it is always in a hurry");
        int64_t rest = turn(stage);
        stage->monotonic += rest < end - stage->monotonic ? rest : end - stage->monotonic;
    }
}

/* ---- a visitor ---- */

struct visitor {
    struct demo_peer peer;
    struct demo_room room;
    json_t *answer; /* the last result; NULL: refused, or none */
    int64_t notes, tally_votes;
    int64_t tally_choices;
    char screen[16], shown[ID_TEXT_LENGTH + 1]; /* of the big screen, and its round */
};

static void look_at(struct visitor *visitor, const json_t *message) {
    json_t *entity;
    size_t i;
    json_array_foreach(json_object_get(json_object_get(message, "params"), "entities"), i, entity) {
        const char *kind = demo_json_text(entity, "kind");
        visitor->notes += strcmp(kind, "note") == 0;
        const json_t *stage = json_object_get(entity, "stage");
        if (stage) {
            keep(visitor->screen, sizeof visitor->screen, str_of(demo_json_text(stage, "screen")));
            keep(visitor->shown, sizeof visitor->shown, str_of(demo_json_text(stage, "round")));
        }
        if (strcmp(kind, "tally") == 0) {
            visitor->tally_votes = demo_json_integer(entity, "votes");
            visitor->tally_choices = (int64_t)json_array_size(json_object_get(entity, "choices"));
        }
    }
}

static void listen(struct visitor *visitor) {
    json_t *message;
    while ((message = demo_peer_take(&visitor->peer))) {
        if (json_object_get(message, "id")) {
            json_decref(visitor->answer);
            visitor->answer = json_incref(json_object_get(message, "result"));
        }
        demo_room_see(&visitor->room, message);
        look_at(visitor, message);
        json_decref(message);
    }
}

static void visitor_come(struct visitor *visitor, struct theatre *stage, struct str login) {
    *visitor = (struct visitor){0};
    demo_peer_init(&visitor->peer, stage->live, true);
    demo_room_init(&visitor->room);
    demo_peer_connect(&visitor->peer, login);
}

static void visitor_leave(struct visitor *visitor) {
    demo_peer_disconnect(&visitor->peer);
    demo_room_finish(&visitor->room);
    json_decref(visitor->answer);
}

static void await_answer(struct visitor *visitor, struct theatre *stage) {
    for (int i = 0; i < 10000 && visitor->peer.waiting > 0; i++) {
        creep(stage);
        listen(visitor);
    }
    cr_assert_not_null(visitor->answer);
}

static const json_t *find_form(const struct visitor *visitor, const char *form) {
    const char *id;
    json_t *round;
    json_object_foreach(visitor->room.rounds, id, round) {
        if (strcmp(demo_json_text(round, "form"), form) == 0) {
            return round;
        }
    }
    return NULL;
}

static int count_state(const struct visitor *visitor, const char *state) {
    int count = 0;
    const char *id;
    json_t *round;
    json_object_foreach(visitor->room.rounds, id, round) {
        count += demo_room_round_is(&visitor->room, id, state);
    }
    return count;
}

/* ---- tests ---- */

Test(demo, the_day_is_set_up_as_far_as_the_vote) {
    struct theatre stage;
    stage_open(&stage);
    set_up(&stage);
    struct demo_state state = state_of(&stage);
    cr_assert(state.ready);
    cr_expect_eq(stage.said, 1);
    cr_expect_eq(strspn(stage.code, "0123456789"), 10);
    cr_expect_eq(strlen(stage.secret), 32);
    cr_expect_eq(state.participants, DEMO_PEOPLE);
    cr_expect_geq(state.notes, DEMO_GOALS + DEMO_PEOPLE + 8);
    cr_expect_geq(state.votes, DEMO_PEOPLE / 2);
    cr_expect_eq(state.refused, 0);
    cr_expect_eq(state.unexpected, 0);
    stage_close(&stage);
}

Test(demo, who_joins_sees_the_vote_and_what_led_to_it) {
    struct theatre stage;
    struct visitor visitor;
    stage_open(&stage);
    set_up(&stage);
    visitor_come(&visitor, &stage, (struct str){0});
    demo_peer_ask(&visitor.peer, "join",
                  json_pack("{s:s, s:o, s:o}", "code", stage.code, "token", demo_json_secret(),
                            "author_secret", demo_json_secret()));
    await_answer(&visitor, &stage);
    run_seconds(&stage, 5);
    listen(&visitor);
    const json_t *ballot = json_object_get(find_form(&visitor, "ballot"), "ballot");
    cr_expect_eq(json_array_size(json_object_get(ballot, "choices")), 9);
    cr_expect_str_eq(visitor.screen, "round", "the big screen follows");
    cr_expect_str_eq(visitor.shown, demo_json_text(find_form(&visitor, "ballot"), "id"));
    cr_expect_eq(count_state(&visitor, "open"), 2, "the vote, and one to write in");
    cr_expect_eq(count_state(&visitor, "closed"), 2);
    cr_expect_geq(visitor.tally_votes, DEMO_PEOPLE / 2);
    cr_expect_eq(visitor.tally_choices, 9);
    cr_expect_geq(visitor.notes, DEMO_GOALS + DEMO_PEOPLE + 8);
    const json_t *words = json_object_get(visitor.room.words, "words");
    cr_expect_geq(json_array_size(words), 9);
    cr_expect_geq(demo_json_integer(json_array_get(words, 0), "persons"), 10);
    visitor_leave(&visitor);
    stage_close(&stage);
}

Test(demo, people_go_on_writing_and_voting_calmly) {
    struct theatre stage;
    stage_open(&stage);
    set_up(&stage);
    struct demo_state before = state_of(&stage);
    run_seconds(&stage, 180);
    struct demo_state after = state_of(&stage);
    int64_t notes = after.notes - before.notes, votes = after.votes - before.votes;
    cr_expect_gt(notes, 10);
    cr_expect_gt(votes, 10);
    cr_expect_leq(notes + votes, 181, "one act a second at most");
    cr_expect_eq(after.refused, 0);
    cr_expect_eq(after.unexpected, 0);
    stage_close(&stage);
}

Test(demo, notes_come_to_an_end_and_votes_do_not) {
    struct theatre stage;
    stage_open(&stage);
    set_up(&stage);
    run_seconds(&stage, 3600);
    struct demo_state hour = state_of(&stage);
    cr_expect_leq(hour.notes, DEMO_PEOPLE * 8);
    run_seconds(&stage, 600);
    struct demo_state later = state_of(&stage);
    cr_expect_leq(later.notes - hour.notes, 10);
    cr_expect_gt(later.votes, hour.votes);
    cr_expect_eq(later.unexpected, 0);
    stage_close(&stage);
}

/* ---- the real person ---- */

struct entry {
    char secret[33], cookie[33];
    bool done;
};

static void invited(void *context, enum reason reason, struct str secret) {
    struct entry *entry = context;
    cr_assert_eq(reason, REASON_ABSENT);
    keep(entry->secret, sizeof entry->secret, secret);
    entry->done = true;
}

static void logged_in(void *context, const struct desk_answer *answer) {
    struct entry *entry = context;
    cr_assert_eq(answer->reason, REASON_ABSENT);
    keep(entry->cookie, sizeof entry->cookie, answer->cookie);
    entry->done = true;
}

static void await_desk(struct theatre *stage, struct entry *entry) {
    for (int i = 0; i < 10000 && !entry->done; i++) {
        creep(stage);
    }
    cr_assert(entry->done);
    entry->done = false;
}

static void become_administrator(struct theatre *stage, struct entry *entry) {
    *entry = (struct entry){0};
    live_invite(stage->live, (struct str){0}, GRANT_ROLE_ADMINISTRATOR, invited, entry);
    await_desk(stage, entry);
    live_accept_invite(stage->live, str_of(entry->secret), STR("Kim"), STR("a long password"), logged_in,
                       entry);
    await_desk(stage, entry);
}

/* As host of the one process that there is. */
static void attend_day(struct visitor *visitor, struct theatre *stage) {
    struct entry entry;
    become_administrator(stage, &entry);
    visitor_come(visitor, stage, str_of(entry.cookie));
    demo_peer_ask(&visitor->peer, "attend", json_pack("{s:s}", "as", "host"));
    await_answer(visitor, stage);
    demo_peer_ask(&visitor->peer, "house.list", json_object());
    await_answer(visitor, stage);
    json_t *processes = json_object_get(visitor->answer, "processes");
    cr_assert_eq(json_array_size(processes), 1);
    json_t *process = json_incref(json_object_get(json_array_get(processes, 0), "process"));
    visitor_leave(visitor);

    visitor_come(visitor, stage, str_of(entry.cookie));
    demo_peer_ask(&visitor->peer, "attend", json_pack("{s:s, s:o}", "as", "host", "process", process));
    await_answer(visitor, stage);
    run_seconds(stage, 2);
    listen(visitor);
}

Test(demo, the_first_administrator_is_still_to_come_and_may_end_the_vote) {
    struct theatre stage;
    struct visitor visitor;
    stage_open(&stage);
    set_up(&stage);
    cr_expect_not(live_has_administrator(stage.live));
    attend_day(&visitor, &stage);
    const char *ballot = demo_json_text(find_form(&visitor, "ballot"), "id");
    demo_peer_command(&visitor.peer, "round.close", json_pack("{s:s, s:i}", "id", ballot, "grace", 0));
    await_answer(&visitor, &stage);
    run_seconds(&stage, 2);
    struct demo_state before = state_of(&stage);
    run_seconds(&stage, 60);
    struct demo_state after = state_of(&stage);
    cr_expect_eq(after.votes, before.votes, "nobody votes when it is over");
    cr_expect_gt(after.notes, before.notes);
    cr_expect_eq(after.unexpected, 0);
    visitor_leave(&visitor);
    stage_close(&stage);
}

Test(demo, people_answer_what_they_are_asked_later) {
    struct theatre stage;
    struct visitor visitor;
    char id[ID_TEXT_LENGTH + 1];
    stage_open(&stage);
    set_up(&stage);
    run_seconds(&stage, 3600);
    struct demo_state before = state_of(&stage);
    attend_day(&visitor, &stage);
    json_t *session = json_object_get(find_form(&visitor, "ballot"), "session");
    id_format(random_id(), id);
    demo_peer_command(&visitor.peer, "round.put",
                      json_pack("{s:s, s:i, s:O, s:s, s:s, s:s, s:s, s:{s:i}}", "id", id, "base", 0,
                                "session", session, "form", "notes", "question", "Och två ord till?",
                                "visibility", "all", "authorship", "named", "notes", "fields", 2));
    await_answer(&visitor, &stage);
    demo_peer_command(&visitor.peer, "round.open", json_pack("{s:s}", "id", id));
    await_answer(&visitor, &stage);
    run_seconds(&stage, 600);
    struct demo_state after = state_of(&stage);
    cr_expect_geq(after.notes - before.notes, DEMO_PEOPLE * 3 / 4);
    cr_expect_leq(after.notes - before.notes, DEMO_PEOPLE + 10,
                  "one each; and what was left to write before");
    cr_expect_eq(after.unexpected, 0);
    visitor_leave(&visitor);
    stage_close(&stage);
}

Test(demo, can_be_stopped_at_any_moment) {
    static const int turns[] = {0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144};
    for (size_t i = 0; i < sizeof turns / sizeof *turns; i++) {
        struct theatre stage;
        stage_open(&stage);
        for (int j = 0; j < turns[i]; j++) {
            creep(&stage);
        }
        stage_close(&stage);
    }
}

Test(demo, ends_when_the_server_does) {
    struct theatre stage;
    stage_open(&stage);
    set_up(&stage);
    live_stop(stage.live);
    run_seconds(&stage, 30);
    cr_expect_eq(state_of(&stage).participants, 0);
    cr_expect_eq(state_of(&stage).unexpected, 0);
    stage_close(&stage);
}

Test(demo, gives_up_where_the_store_fails_its_facilitator) {
    for (int64_t n = 1; n <= 7; n++) {
        struct theatre stage;
        stage_open_failing(&stage, n);
        set_up(&stage);
        cr_expect(state_of(&stage).failed, "write %d failed, and the day was set up all the same", (int)n);
        cr_expect_eq(stage.said, 0);
        stage_close(&stage);
    }
}
