#include "live/desk.h"

#include <criterion/criterion.h>
#include <stdio.h>

#include "access/house.h"
#include "meeting.h"

struct answered {
    int times;
    enum reason reason;
    char text[33]; /* the cookie, or an invitation's secret */
};

static void answer(void *context, const struct desk_answer *given) {
    struct answered *answered = context;
    answered->times++;
    answered->reason = given->reason;
    snprintf(answered->text, sizeof answered->text, "%.*s", STR_ARGS(given->cookie));
}

static void invite(void *context, enum reason reason, struct str secret) {
    struct answered *answered = context;
    answered->times++;
    answered->reason = reason;
    snprintf(answered->text, sizeof answered->text, "%.*s", STR_ARGS(secret));
}

static const struct str good = {"ett riktigt langt losenord", 26};

static struct answered log_in(struct world *world, struct str password) {
    struct answered answered = {0};
    live_log_in(world->live, STR("Första"), password, STR("10.0.0.9"), answer, &answered);
    world_settle(world);
    return answered;
}

Test(desk, the_first_administrator) {
    static struct world world;
    world_create_empty(&world, 11);
    cr_assert_not(live_has_administrator(world.live));
    struct answered link = {0}, short_one = {0}, in = {0}, again = {0};
    live_invite(world.live, (struct str){0}, GRANT_ROLE_ADMINISTRATOR, invite, &link);
    world_settle(&world);
    cr_assert_eq(link.reason, REASON_ABSENT);
    struct str secret = str_of(link.text);
    live_accept_invite(world.live, secret, STR("Första"), STR("kort"), answer, &short_one);
    world_settle(&world);
    cr_assert_eq(short_one.reason, REASON_BAD_PARAMS);
    live_accept_invite(world.live, secret, STR("Första"), good, answer, &in);
    world_settle(&world);
    cr_assert_eq(in.reason, REASON_ABSENT);
    cr_assert_eq(in.times, 1);
    cr_assert(live_has_administrator(world.live));
    live_accept_invite(world.live, secret, STR("Andra"), good, answer, &again);
    world_settle(&world);
    cr_assert_eq(again.reason, REASON_DENIED, "a link is for once");

    struct fake house;
    fake_create(&house, &world);
    fake_be_host(&house, NULL);
    snprintf(house.login, sizeof house.login, "%s", in.text);
    fake_connect(&house);
    world_settle(&world);
    cr_assert(house.joined);
    fake_destroy(&house);

    struct answered right = log_in(&world, good);
    cr_assert_eq(right.reason, REASON_ABSENT);
    cr_assert_str_neq(right.text, in.text);
    cr_assert_eq(log_in(&world, STR("fel lösenord")).reason, REASON_DENIED);
    world_settle(&world);
    world_destroy(&world);
}

Test(desk, who_is_unknown_is_told_the_same) {
    static struct world world;
    world_create(&world, 12, NULL);
    struct answered answered = log_in(&world, good);
    cr_assert_eq(answered.times, 1);
    cr_assert_eq(answered.reason, REASON_DENIED);
    world_destroy(&world);
}

Test(desk, downloads_are_a_grant_and_are_written_down) {
    static struct meeting meeting;
    struct answered documentation = {0}, research = {0}, nobody = {0};
    meeting_create(&meeting, 13, NULL);
    struct live *live = meeting.world.live;
    struct id all = {0};
    live_download(live, str_of(world_login), meeting.process, all, all, RECORD_VIEW_DOCUMENTATION, STR("csv"),
                  answer, &documentation);
    cr_assert_eq(documentation.times, 0, "not before it is stored");
    live_download(live, str_of(world_login), meeting.process, all, all, RECORD_VIEW_RESEARCH, STR("csv"),
                  answer, &research);
    live_download(live, (struct str){0}, meeting.process, all, all, RECORD_VIEW_DOCUMENTATION, STR("csv"),
                  answer, &nobody);
    world_settle(&meeting.world);
    cr_assert_eq(documentation.reason, REASON_ABSENT);
    cr_assert_eq(documentation.times, 1);
    cr_assert_eq(research.reason, REASON_DENIED, "an administrator's grant is not enough");
    cr_assert_eq(nobody.reason, REASON_DENIED);
    meeting_destroy(&meeting);
}

Test(desk, who_waits_for_a_delay_is_answered_when_the_server_stops) {
    static struct world world;
    struct answered answered = {0};
    world_create(&world, 14, NULL);
    for (int i = 0; i < 30; i++) { /* wrong codes count as well, and cost no hashing */
        struct fake fake;
        fake_create(&fake, &world);
        snprintf(fake.address, sizeof fake.address, "10.0.0.9");
        snprintf(fake.joining, sizeof fake.joining,
                 "\"code\":\"1000000000\",\"token\":\"%s\",\"author_secret\":\"%s\"", fake.token,
                 fake.author_secret);
        fake_connect(&fake);
        fake_destroy(&fake);
        world_settle(&world);
    }
    live_log_in(world.live, STR("Första"), good, STR("10.0.0.9"), answer, &answered);
    world_settle(&world);
    cr_assert_eq(answered.times, 0);
    live_stop(world.live);
    cr_assert_eq(answered.times, 1);
    world_destroy(&world);
}

static void keep_house(void *context, const struct journal_process *process) {
    if (id_equal(process->id, house_id())) {
        *(struct journal_process *)context = *process;
    }
}

static int64_t house_head_of(struct world *world) {
    struct journal_process found = {0};
    cr_assert_eq(journal_read_processes(world->journal, keep_house, &found), STATUS_OK);
    return found.head;
}

/* Otherwise whoever reaches the server fills the disk. */
Test(desk, logging_out_who_never_logged_in_is_not_written_down) {
    static struct world world;
    struct answered answered = {0};
    world_create(&world, 15, NULL);
    int64_t head = house_head_of(&world);
    live_log_out(world.live, STR("00000000000000000000000000000000"), answer, &answered);
    world_settle(&world);
    cr_assert_eq(answered.times, 1);
    cr_assert_eq(answered.reason, REASON_ABSENT);
    cr_assert_eq(house_head_of(&world), head);
    live_log_out(world.live, str_of(world_login), answer, &answered);
    world_settle(&world);
    cr_assert_eq(answered.times, 2);
    cr_assert_eq(house_head_of(&world), head + 1);
    world_destroy(&world);
}

/* Hashing takes long and memory; the workers do other things for other people. */
Test(desk, many_who_log_in_at_once_wait_for_one_another) {
    static struct world world;
    static struct answered answered[40];
    struct answered other = {0};
    world_create(&world, 16, NULL);
    world.work_waits = true;
    for (int i = 0; i < 40; i++) {
        answered[i] = (struct answered){0};
        live_log_in(world.live, STR("Nobody"), STR("x"), STR("10.0.0.9"), answer, &answered[i]);
    }
    live_log_in(world.live, STR("Nobody"), STR("x"), STR("10.0.0.8"), answer, &other);
    int refused = 0;
    for (int i = 0; i < 40; i++) {
        refused += answered[i].times == 1 && answered[i].reason == REASON_TOO_OFTEN;
    }
    cr_assert_gt(refused, 20, "one address has not all the places");
    cr_assert_lt(refused, 40);
    cr_assert_eq(other.times, 0, "another address has its own");
    world.work_waits = false;
    world_settle(&world);
    cr_assert_eq(other.times, 1);
    for (int i = 0; i < 40; i++) {
        cr_assert_eq(answered[i].times, 1);
    }
    world_destroy(&world);
}

Test(desk, who_waits_for_others_is_answered_when_the_server_stops) {
    static struct world world;
    static struct answered answered[8];
    world_create(&world, 17, NULL);
    world.work_waits = true;
    for (int i = 0; i < 8; i++) {
        answered[i] = (struct answered){0};
        live_log_in(world.live, STR("Nobody"), STR("x"), STR("10.0.0.9"), answer, &answered[i]);
    }
    live_stop(world.live);
    world.work_waits = false;
    world_settle(&world);
    for (int i = 0; i < 8; i++) {
        cr_assert_eq(answered[i].times, 1);
    }
    world_destroy(&world);
}

Test(desk, those_who_miss_wait_for_one_another) {
    static struct world world;
    static struct answered answered[8];
    world_create(&world, 18, NULL);
    for (int i = 0; i < 30; i++) {
        log_in(&world, STR("x"));
    }
    for (int i = 0; i < 8; i++) {
        answered[i] = (struct answered){0};
        live_log_in(world.live, STR("Nobody"), STR("x"), STR("10.0.0.9"), answer, &answered[i]);
    }
    int tried = 0;
    world_advance(&world, 4000);
    world_settle(&world); /* what an alarm has begun */
    for (int i = 0; i < 8; i++) {
        tried += answered[i].times;
    }
    cr_assert_geq(tried, 1);
    cr_assert_leq(tried, 4);
    world_advance(&world, 60000);
    world_settle(&world);
    for (int i = 0; i < 8; i++) {
        cr_assert_eq(answered[i].times, 1);
    }
    world_destroy(&world);
}
