/* The house's templates, over the wire. */
#include <criterion/criterion.h>
#include <string.h>

#include "meeting.h"

#define ID(id) text_of(id).text

static struct meeting meeting;
static struct fake house;

static void enter(struct fake *fake, const char *login) {
    fake_create(fake, &meeting.world);
    fake_be_host(fake, NULL);
    if (login) {
        strcpy(fake->login, login);
    }
    fake_connect(fake);
    world_settle(&meeting.world);
    cr_assert(fake->joined);
}

static void set_up(void) {
    meeting_create(&meeting, 31, NULL);
    enter(&house, NULL);
}

static void tear_down(void) {
    fake_destroy(&house);
    meeting_destroy(&meeting);
}

TestSuite(templates, .init = set_up, .fini = tear_down);

static const char *error_of(json_t *reply, const char *member) {
    return json_string_value(
        json_object_get(json_object_get(json_object_get(reply, "error"), "data"), member));
}

static json_t *result_of(json_t *reply, const char *member) {
    return json_object_get(json_object_get(reply, "result"), member);
}

/* body: as it stands in JSON. */
static json_t *put(struct fake *fake, struct id id, int64_t base, const char *title, const char *body) {
    return fake_ask(fake, "template.put",
                    "\"command\":\"%s\",\"id\":\"%s\",\"base\":%lld,\"title\":\"%s\",\"body\":\"%s\"",
                    ID(world_id(&meeting.world)), ID(id), (long long)base, title, body);
}

Test(templates, are_put_listed_and_fetched) {
    struct id id = world_id(&meeting.world);
    json_int_t seq = json_integer_value(result_of(put(&house, id, 0, "LPU", "{\\\"a\\\":\\\"å\\\"}"), "seq"));
    cr_expect_gt(seq, 0);
    json_t *list = result_of(fake_ask(&meeting.host, "template.list", "%s", ""), "templates");
    cr_assert_eq(json_array_size(list), 1, "who attends a process sees them too");
    json_t *row = json_array_get(list, 0),
           *expected = json_pack("{s:s,s:s,s:I}", "id", ID(id), "title", "LPU", "seq", seq);
    cr_expect(json_equal(row, expected));
    json_decref(expected);
    json_t *reply = fake_ask(&house, "template.get", "\"id\":\"%s\"", ID(id));
    cr_expect_str_eq(json_string_value(result_of(reply, "body")), "{\"a\":\"å\"}");
    cr_expect_eq(json_integer_value(result_of(reply, "seq")), seq);
    cr_expect_str_eq(error_of(put(&house, id, 0, "Annan", "{}"), "reason"), "stale");
    cr_expect_null(fake_do(&house, "template.put",
                           "\"id\":\"%s\",\"base\":%lld,\"title\":\"LPU\",\"removed\":true", ID(id),
                           (long long)seq));
    reply = fake_ask(&house, "template.get", "\"id\":\"%s\"", ID(id));
    cr_expect_str_eq(error_of(reply, "reason"), "unknown_template");
    list = result_of(fake_ask(&house, "template.list", "%s", ""), "templates");
    cr_expect_eq(json_array_size(list), 0);
}

/* A body of so many characters. */
static json_t *put_long(struct id id, int size) {
    static char message[25000];
    char number[24];
    house.number++;
    snprintf(message, sizeof message,
             "{\"jsonrpc\":\"2.0\",\"id\":%lld,\"method\":\"template.put\",\"params\":{\"command\":\"%s\","
             "\"id\":\"%s\",\"title\":\"En\",\"body\":\"{\\\"a\\\":\\\"%0*d\\\"}\"}}",
             (long long)house.number, ID(world_id(&meeting.world)), ID(id), size - 8, 0);
    fake_send(&house, message);
    world_settle(&meeting.world);
    snprintf(number, sizeof number, "%lld", (long long)house.number);
    return json_object_get(house.replies, number);
}

Test(templates, are_json_of_bounded_depth_and_size) {
    static char deep[64];
    struct id id = world_id(&meeting.world);
    static const char *const wrong[] = {"{", "[]", "text", "{\\\"a\\\":1,\\\"a\\\":2}", "{} {}", " "};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        json_t *reply = put(&house, id, 0, "En", wrong[i]);
        cr_expect_str_eq(error_of(reply, "reason"), "bad_params", "%s", wrong[i]);
        cr_expect_str_eq(error_of(reply, "path"), "body");
    }
    cr_expect_str_eq(error_of(put(&house, id, 0, "En", ""), "reason"), "empty");
    snprintf(deep, sizeof deep, "{\\\"a\\\":%.16s%.16s}", "[[[[[[[[[[[[[[[[", "]]]]]]]]]]]]]]]]");
    cr_expect_str_eq(error_of(put(&house, id, 0, "En", deep), "reason"), "bad_params");
    snprintf(deep, sizeof deep, "{\\\"a\\\":%.15s%.15s}", "[[[[[[[[[[[[[[[", "]]]]]]]]]]]]]]]");
    cr_expect_null(error_of(put(&house, id, 0, "En", deep), "reason"));
    id = world_id(&meeting.world);
    cr_expect_str_eq(error_of(put_long(id, 24001), "reason"), "bad_params");
    cr_expect_null(error_of(put_long(id, 24000), "reason"));
    json_t *reply = fake_ask(&house, "template.get", "\"id\":\"%s\"", ID(id));
    cr_expect_eq(json_string_length(result_of(reply, "body")), 24000);
}

struct answered {
    enum reason reason;
    char cookie[33];
};

static void answer(void *context, const struct desk_answer *given) {
    struct answered *answered = context;
    answered->reason = given->reason;
    snprintf(answered->cookie, sizeof answered->cookie, "%.*s", STR_ARGS(given->cookie));
}

Test(templates, are_for_those_who_lead_something) {
    struct fake researcher;
    struct id account = world_id(&meeting.world), id = world_id(&meeting.world);
    struct answered in = {0};
    json_t *reply = fake_ask(&house, "account.add",
                             "\"command\":\"%s\",\"id\":\"%s\",\"name\":\"Forskare\",\"role\":\"researcher\"",
                             ID(world_id(&meeting.world)), ID(account));
    live_accept_invite(meeting.world.live, str_of(json_string_value(result_of(reply, "secret"))),
                       (struct str){0}, STR("ett riktigt langt losenord"), answer, &in);
    world_settle(&meeting.world);
    cr_assert_eq(in.reason, REASON_ABSENT);
    enter(&researcher, in.cookie);
    cr_expect_str_eq(error_of(put(&researcher, id, 0, "En", "{}"), "reason"), "denied");
    cr_expect_str_eq(error_of(fake_ask(&researcher, "template.list", "%s", ""), "reason"), "denied");
    cr_expect_str_eq(error_of(fake_ask(&researcher, "template.get", "\"id\":\"%s\"", ID(id)), "reason"),
                     "denied");
    cr_assert_null(fake_do(&house, "grant.put",
                           "\"account\":\"%s\",\"role\":\"facilitator\",\"process\":\"%s\"", ID(account),
                           ID(meeting.process)));
    cr_expect_null(error_of(put(&researcher, id, 0, "En", "{}"), "reason"), "of one process is enough");
    fake_destroy(&researcher);
}

Test(templates, come_in_pages) {
    enum { MANY = 150 };
    size_t seen = 0, pages = 0;
    for (int i = 0; i < MANY; i++) {
        cr_assert_null(error_of(
            put(&house, world_id(&meeting.world), 0,
                "En mall med ett namn som är så långt att hundra av dem inte får plats i ett enda svar, för "
                "det "
                "händer att någon skriver så, och då ska det gå bra att bläddra i listan till slutet",
                "{}"),
            "reason"));
    }
    for (json_int_t more = 1; more > 0; pages++) {
        json_t *reply = fake_ask(&house, "template.list", "\"skip\":%zu", seen);
        size_t count = json_array_size(result_of(reply, "templates"));
        more = json_integer_value(result_of(reply, "more"));
        cr_assert_gt(count, 0);
        seen += count;
        cr_assert_eq((size_t)more, MANY - seen);
    }
    cr_expect_gt(pages, 1);
}
