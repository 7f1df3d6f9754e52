#include "meeting.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define ID(id) text_of(id).text

static void make_process(struct meeting *meeting) {
    struct fake house;
    fake_create(&house, &meeting->world);
    fake_be_host(&house, NULL);
    fake_connect(&house);
    world_settle(&meeting->world);
    meeting->process = world_id(&meeting->world);
    cr_assert_null(fake_do(&house, "process.add",
                           "\"id\":\"%s\",\"profile\":{\"title\":\"Dag\",\"language\":\"sv\",\"zone\":"
                           "\"Europe/Stockholm\"}",
                           ID(meeting->process)));
    fake_destroy(&house);
    world_settle(&meeting->world);
}

static void make_session(struct meeting *meeting) {
    struct fake *host = &meeting->host;
    meeting->session = world_id(&meeting->world);
    cr_assert_null(
        fake_do(host, "session.put", "\"id\":\"%s\",\"base\":0,\"title\":\"Dagen\"", ID(meeting->session)));
    cr_assert_null(fake_do(host, "session.run", "\"id\":\"%s\",\"state\":\"live\"", ID(meeting->session)));
}

static struct id make_notes_round(struct meeting *meeting, const char *visibility, const char *authorship) {
    struct id round = world_id(&meeting->world);
    const char *refused =
        fake_do(&meeting->host, "round.put",
                "\"id\":\"%s\",\"base\":0,\"session\":\"%s\",\"form\":\"notes\",\"question\":"
                "\"Vad vill du?\",\"visibility\":\"%s\",\"authorship\":\"%s\",\"notes\":{}",
                ID(round), ID(meeting->session), visibility, authorship);
    cr_assert_null(refused, "round.put: %s", refused);
    return round;
}

static void make_ballot(struct meeting *meeting) {
    char choices[400] = "";
    meeting->ballot = world_id(&meeting->world);
    for (int i = 0; i < 3; i++) {
        meeting->choices[i] = world_id(&meeting->world);
        size_t used = strlen(choices);
        snprintf(choices + used, sizeof choices - used, "%s{\"id\":\"%s\",\"text\":\"Val %d\"}", i ? "," : "",
                 ID(meeting->choices[i]), i);
    }
    const char *refused = fake_do(
        &meeting->host, "round.put",
        "\"id\":\"%s\",\"base\":0,\"session\":\"%s\",\"form\":\"ballot\",\"question\":\"Vilket?\","
        "\"visibility\":\"own\",\"authorship\":\"anonymous\",\"ballot\":{\"choices\":[%s],\"budget\":5,"
        "\"result\":\"open\"}",
        ID(meeting->ballot), ID(meeting->session), choices);
    cr_assert_null(refused, "round.put: %s", refused);
}

static void make_way_in(struct meeting *meeting) {
    struct fake *host = &meeting->host;
    for (int i = 0; i < 5 && !meeting->secret[0]; i++) {
        json_t *reply = json_object_get(fake_ask(host, "joining.put", "\"command\":\"%s\",\"session\":\"%s\"",
                                                 ID(world_id(&meeting->world)), ID(meeting->session)),
                                        "result");
        if (reply) {
            snprintf(meeting->secret, sizeof meeting->secret, "%s",
                     json_string_value(json_object_get(reply, "secret")));
            snprintf(meeting->code, sizeof meeting->code, "%s",
                     json_string_value(json_object_get(reply, "code")));
        }
    }
    cr_assert(meeting->secret[0]);
}

void meeting_create(struct meeting *meeting, uint64_t seed, const struct live_limits *limits) {
    struct journal_memory_faults faults = meeting->world.faults;
    memset(meeting, 0, sizeof *meeting);
    meeting->world.faults = faults;
    world_create(&meeting->world, seed, limits);
    make_process(meeting);
    world_watch(&meeting->world, meeting->process);
    fake_create(&meeting->host, &meeting->world);
    fake_be_host(&meeting->host, ID(meeting->process));
    fake_connect(&meeting->host);
    world_settle(&meeting->world);
    cr_assert(meeting->host.joined, "%s", meeting->host.join_reason);
    make_session(meeting);
    meeting->hidden_round = make_notes_round(meeting, "own", "anonymous");
    meeting->open_round = make_notes_round(meeting, "all", "named");
    make_ballot(meeting);
    make_way_in(meeting);
    meeting->words = world_id(&meeting->world);
    cr_assert_null(
        fake_do(&meeting->host, "words.put",
                "\"id\":\"%s\",\"base\":0,\"title\":\"Ord\",\"rounds\":[\"%s\",\"%s\"],\"shown\":true",
                ID(meeting->words), ID(meeting->hidden_round), ID(meeting->open_round)));
}

void meeting_open_rounds(struct meeting *meeting) {
    struct fake *host = &meeting->host;
    cr_assert_null(fake_do(host, "round.open", "\"id\":\"%s\"", ID(meeting->hidden_round)));
    cr_assert_null(fake_do(host, "round.open", "\"id\":\"%s\"", ID(meeting->open_round)));
    cr_assert_null(fake_do(host, "round.open", "\"id\":\"%s\"", ID(meeting->ballot)));
}

void meeting_join(struct meeting *meeting, struct fake *fake) {
    fake_create(fake, &meeting->world);
    fake_be_participant(fake, meeting->secret);
    for (int i = 0; i < 3 && !fake->joined; i++) { /* again where it could not be stored */
        fake_disconnect(fake);
        fake_connect(fake);
        world_settle(&meeting->world);
    }
    cr_assert(fake->joined, "%s", fake->join_reason);
}

void meeting_destroy(struct meeting *meeting) {
    fake_destroy(&meeting->host);
    world_settle(&meeting->world);
    world_destroy(&meeting->world);
}

/* ---- the journal ---- */

struct looking {
    struct id command;
    const char *text;
    int64_t count;
};

static void look(void *context, const struct journal_event *event) {
    struct looking *looking = context;
    if (looking->text) {
        looking->count +=
            memmem(event->body.data, event->body.size, looking->text, strlen(looking->text)) != NULL;
    } else {
        looking->count += id_is_none(looking->command) || id_equal(event->command, looking->command);
    }
}

static int64_t look_through(struct meeting *meeting, struct looking *looking) {
    int64_t after, last = 0;
    do {
        after = last;
        cr_assert_eq(journal_read(meeting->world.journal, meeting->process, after, look, looking, &last),
                     STATUS_OK);
    } while (last > after);
    return looking->count;
}

int64_t meeting_count_events(struct meeting *meeting, struct id command) {
    struct looking looking = {.command = command};
    return look_through(meeting, &looking);
}

bool meeting_journal_holds(struct meeting *meeting, const char *text) {
    struct looking looking = {.text = text};
    return look_through(meeting, &looking) > 0;
}

/* ---- stores ---- */

void meeting_check_store(struct fake *fake) {
    char digest[DIGEST_TEXT_SIZE + 1];
    fake_digest(fake, digest);
    json_t *result = json_object_get(fake_ask(fake, "digest", "%s", ""), "result");
    cr_assert(result);
    cr_assert_str_eq(json_string_value(json_object_get(result, "digest")), digest);
    struct fake fresh;
    fake_create(&fresh, fake->world);
    snprintf(fresh.joining, sizeof fresh.joining, "%s", fake->joining);
    snprintf(fresh.login, sizeof fresh.login, "%s", fake->login);
    fresh.method = fake->method;
    fake_connect(&fresh);
    world_settle(fake->world);
    cr_assert(fresh.joined, "%s", fresh.join_reason);
    cr_assert(json_equal(fresh.store, fake->store), "a store differs from a fresh view");
    cr_assert(json_equal(fresh.own, fake->own), "own things differ from a fresh view");
    fake_destroy(&fresh);
    world_settle(fake->world);
}
