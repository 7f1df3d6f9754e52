#include <criterion/criterion.h>
#include <string.h>

#include "access/secret.h"
#include "live/registry.h"
#include "meeting.h"

static struct meeting meeting;

static void set_up(void) {
    meeting_create(&meeting, 8, NULL);
    meeting_open_rounds(&meeting);
}

static void tear_down(void) {
    meeting_destroy(&meeting);
}

TestSuite(presence, .init = set_up, .fini = tear_down);

static int64_t present(const struct fake *fake) {
    return json_integer_value(json_object_get(fake->now, "present"));
}

Test(presence, counts_people_and_not_connections) {
    struct fake phone, laptop, other;
    meeting_join(&meeting, &phone);
    meeting_join(&meeting, &other);
    fake_create(&laptop, &meeting.world);
    snprintf(laptop.token, sizeof laptop.token, "%s", phone.token);
    fake_be_participant(&laptop, meeting.secret);
    fake_connect(&laptop);
    world_advance(&meeting.world, 1000);
    cr_assert_eq(present(&meeting.host), 2);
    fake_destroy(&other);
    world_advance(&meeting.world, 1000);
    cr_assert_eq(present(&meeting.host), 1);
    cr_assert_null(json_object_get(phone.now, "present"), "of fewer than twelve participants learn nothing");
    fake_destroy(&phone);
    fake_destroy(&laptop);
}

static json_t *told_of(struct id session) {
    size_t i;
    json_t *row;
    json_array_foreach(json_object_get(meeting.host.now, "sessions"), i, row) {
        if (strcmp(json_string_value(json_object_get(row, "session")), text_of(session).text) == 0) {
            return row;
        }
    }
    return NULL;
}

static int64_t present_in(struct id session) {
    return json_integer_value(json_object_get(told_of(session), "present"));
}

static struct id add_session(const char *title) {
    struct id session = world_id(&meeting.world);
    const char *refused = fake_do(&meeting.host, "session.put", "\"id\":\"%s\",\"base\":0,\"title\":\"%s\"",
                                  text_of(session).text, title);
    cr_assert_null(refused, "session.put: %s", refused);
    return session;
}

static json_t *put_joining(struct id session, const char *open) {
    json_t *reply =
        fake_ask(&meeting.host, "joining.put", "\"command\":\"%s\",\"session\":\"%s\",\"open\":%s",
                 text_of(world_id(&meeting.world)).text, text_of(session).text, open);
    return json_object_get(reply, "result");
}

Test(presence, hosts_are_told_of_each_session) {
    struct fake here, there;
    struct id next = add_session("Nästa tillfälle");
    world_advance(&meeting.world, 1000);
    cr_assert_null(told_of(next), "nobody is there, and there is no way in");
    json_t *way_in = put_joining(next, "true");
    fake_create(&there, &meeting.world);
    fake_be_participant(&there, json_string_value(json_object_get(way_in, "secret")));
    fake_connect(&there);
    meeting_join(&meeting, &here);
    world_advance(&meeting.world, 1000);
    cr_assert_eq(present(&meeting.host), 2);
    cr_assert_eq(present_in(meeting.session), 1);
    cr_assert_eq(present_in(next), 1);
    cr_assert_null(json_object_get(meeting.host.now, "code"));
    cr_assert_str_eq(json_string_value(json_object_get(told_of(meeting.session), "code")), meeting.code);
    cr_assert(json_equal(json_object_get(told_of(next), "secret"), json_object_get(way_in, "secret")));
    json_t *first = json_array_get(json_object_get(meeting.host.now, "sessions"), 0);
    cr_assert_eq(first, told_of(meeting.session), "what is live comes first");
    put_joining(next, "false");
    world_advance(&meeting.world, 1000);
    cr_assert_eq(present_in(next), 1);
    cr_assert_null(json_object_get(told_of(next), "code"));
    fake_destroy(&there);
    world_advance(&meeting.world, 1000);
    cr_assert_null(told_of(next));
    fake_destroy(&here);
}

Test(presence, hosts_are_told_of_each_other) {
    struct fake phone, person;
    meeting_join(&meeting, &person);
    fake_create(&phone, &meeting.world);
    strcpy(phone.login, meeting.host.login);
    fake_be_host(&phone, text_of(meeting.process).text);
    fake_connect(&phone);
    world_advance(&meeting.world, 1000);
    const json_t *hosts = json_object_get(meeting.host.now, "hosts");
    cr_assert_eq(json_array_size(hosts), 1, "the same account on two devices");
    const char *name = json_string_value(json_object_get(json_array_get(hosts, 0), "name"));
    cr_assert(name && *name);
    cr_assert_null(json_object_get(person.now, "hosts"));
    fake_destroy(&phone);
    fake_destroy(&person);
}

static void accepted(void *context, const struct outcome *outcome) {
    (void)context;
    cr_assert_eq(outcome->reason, REASON_ABSENT);
}

static void tell_house(enum house_kind kind, union house_body body) {
    registry_put(meeting.world.live, world_id(&meeting.world), world_account, kind, &body, accepted, NULL);
    world_settle(&meeting.world);
}

/* Somebody else who may lead has the process open. */
static void attend_as_another(struct fake *fake, unsigned n) {
    char hash[SECRET_HASH + 1], login[SECRET_TEXT + 1];
    struct id id = world_id(&meeting.world);
    snprintf(login, sizeof login, "%032u", n);
    secret_hash(str_of(login), hash);
    tell_house(HOUSE_ACCOUNT_ADD,
               (union house_body){.account_add = {.id = id, .name = {login + SECRET_TEXT - 2, 2}}});
    tell_house(HOUSE_ACCOUNT_PASSWORD,
               (union house_body){.account_password = {.account = id, .hash = STR("none")}});
    tell_house(
        HOUSE_GRANT_PUT,
        (union house_body){.grant_put = {.account = id, .role = GRANT_ROLE_ADMINISTRATOR, .granted = true}});
    tell_house(HOUSE_LOGIN_ADD,
               (union house_body){.login_add = {.account = id,
                                                .token_hash = {hash, SECRET_HASH},
                                                .expires = meeting.world.wall + 1000000000}});
    fake_create(fake, &meeting.world);
    fake_be_host(fake, text_of(meeting.process).text);
    strcpy(fake->login, login);
    fake_connect(fake);
    world_settle(&meeting.world);
    cr_assert(fake->joined);
}

Test(presence, twenty_hosts_are_told_of_at_most) {
    static struct fake others[20];
    for (unsigned i = 0; i < 20; i++) {
        attend_as_another(&others[i], i);
        world_advance(&meeting.world, 1000);
        size_t told = json_array_size(json_object_get(meeting.host.now, "hosts"));
        cr_expect_eq(told, i + 2 < 20 ? i + 2 : 20, "%u others", i + 1);
    }
    for (unsigned i = 0; i < 20; i++) {
        fake_destroy(&others[i]);
    }
}

Test(presence, names_a_hundred_sessions_and_the_latest_of_them) {
    struct id sessions[105];
    for (int i = 0; i < 105; i++) {
        sessions[i] = add_session("Ett till");
        put_joining(sessions[i], "true");
        world_advance(&meeting.world, 1000);
    }
    cr_assert_eq(json_array_size(json_object_get(meeting.host.now, "sessions")), 100);
    cr_assert_not_null(told_of(meeting.session), "it is live");
    cr_assert_not_null(told_of(sessions[104]));
    cr_assert_not_null(told_of(sessions[6]));
    cr_assert_null(told_of(sessions[5]));
}

Test(presence, is_told_at_most_once_a_second) {
    struct fake people[10];
    world_advance(&meeting.world, 5000);
    int64_t frames = meeting.host.frames;
    for (int i = 0; i < 10; i++) {
        meeting_join(&meeting, &people[i]);
    }
    cr_assert_leq(meeting.host.frames, frames + 11, "ten who have joined, and one who is present");
    cr_assert_leq(present(&meeting.host), 1);
    world_advance(&meeting.world, 1000);
    cr_assert_eq(present(&meeting.host), 10);
    for (int i = 0; i < 10; i++) {
        fake_destroy(&people[i]);
    }
}

Test(presence, of_who_writes_ends_by_itself) {
    struct fake person;
    meeting_join(&meeting, &person);
    world_advance(&meeting.world, 2000);
    fake_ask(&person, "writing", "\"round\":\"%s\"", text_of(meeting.hidden_round).text);
    world_advance(&meeting.world, 1000);
    cr_assert_eq(json_array_size(json_object_get(meeting.host.now, "writing")), 1);
    cr_assert_null(json_object_get(person.now, "writing"));
    for (int i = 0; i < 12; i++) {
        world_advance(&meeting.world, 1000);
    }
    cr_assert_eq(json_array_size(json_object_get(meeting.host.now, "writing")), 0);
    fake_destroy(&person);
}

Test(presence, is_not_told_where_it_says_nothing_new) {
    struct fake person, other;
    meeting_join(&meeting, &person);
    world_advance(&meeting.world, 5000);
    int64_t frames = person.frames;
    meeting_join(&meeting, &other);
    world_advance(&meeting.world, 5000);
    cr_assert_leq(person.frames, frames + 1, "that one more has joined, and not that they are present");
    fake_destroy(&other);
    world_advance(&meeting.world, 5000);
    cr_assert_leq(person.frames, frames + 1);
    fake_destroy(&person);
}
