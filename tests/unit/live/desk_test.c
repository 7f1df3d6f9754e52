#include "live/desk.h"

#include <criterion/criterion.h>
#include <stdio.h>

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
    live_download(live, str_of(world_login), meeting.process, all, RECORD_VIEW_DOCUMENTATION, STR("csv"),
                  answer, &documentation);
    cr_assert_eq(documentation.times, 0, "not before it is stored");
    live_download(live, str_of(world_login), meeting.process, all, RECORD_VIEW_RESEARCH, STR("csv"), answer,
                  &research);
    live_download(live, (struct str){0}, meeting.process, all, RECORD_VIEW_DOCUMENTATION, STR("csv"), answer,
                  &nobody);
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
