/* Removing a rehearsal for good, while people are in it. */
#include <criterion/criterion.h>
#include <string.h>

#include "access/house.h"
#include "live/room.h"
#include "meeting.h"

#define ID(id) text_of(id).text
#define PROFILE "\"profile\":{\"title\":\"%s\",\"language\":\"sv\",\"zone\":\"Europe/Stockholm\"}"

static struct world world;
static struct fake house, host;
static struct id process, session, round_;
static char secret[33], display_token[33];

static const char *error_of(json_t *reply) {
    return json_string_value(
        json_object_get(json_object_get(json_object_get(reply, "error"), "data"), "reason"));
}

static const char *result_of(json_t *reply, const char *member) {
    return json_string_value(json_object_get(json_object_get(reply, "result"), member));
}

static void enter(struct fake *fake, const char *where) {
    fake_create(fake, &world);
    fake_be_host(fake, where);
    fake_connect(fake);
    world_settle(&world);
    cr_assert(fake->joined);
}

static void open_session(void) {
    session = world_id(&world);
    round_ = world_id(&world);
    cr_assert_null(
        fake_do(&host, "session.put", "\"id\":\"%s\",\"base\":0,\"title\":\"Dagen\"", ID(session)));
    cr_assert_null(fake_do(&host, "session.run", "\"id\":\"%s\",\"state\":\"live\"", ID(session)));
    cr_assert_null(
        fake_do(&host, "round.put",
                "\"id\":\"%s\",\"session\":\"%s\",\"base\":0,\"form\":\"notes\",\"question\":\"Vad?\","
                "\"visibility\":\"all\",\"authorship\":\"anonymous\",\"notes\":{}",
                ID(round_), ID(session)));
    cr_assert_null(fake_do(&host, "round.open", "\"id\":\"%s\"", ID(round_)));
    json_t *reply = fake_ask(&host, "joining.put", "\"command\":\"%s\",\"session\":\"%s\"",
                             ID(world_id(&world)), ID(session));
    strcpy(secret, result_of(reply, "secret"));
    reply = fake_ask(&host, "display.add", "\"command\":\"%s\",\"session\":\"%s\"", ID(world_id(&world)),
                     ID(session));
    strcpy(display_token, result_of(reply, "token"));
}

static void set_up(void) {
    world_create(&world, 21, NULL);
    process = world_id(&world);
    enter(&house, NULL);
    cr_assert_null(fake_do(&house, "process.add", "\"id\":\"%s\",\"rehearsal\":true," PROFILE, ID(process),
                           "Hemlig prövning"));
    world_watch(&world, process);
    enter(&host, ID(process));
    open_session();
}

static void tear_down(void) {
    fake_destroy(&host);
    fake_destroy(&house);
    world_destroy(&world);
}

TestSuite(removing, .init = set_up, .fini = tear_down);

static void join(struct fake *person) {
    fake_create(person, &world);
    fake_be_participant(person, secret);
    fake_connect(person);
    world_settle(&world);
}

static struct id write_note(struct fake *person, const char *text) {
    return fake_command(person, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":1,\"text\":\"%s\"",
                        ID(world_id(&world)), ID(round_), text);
}

static struct id begin_removing(struct fake *fake) {
    return fake_command(fake, "process.remove", "\"process\":\"%s\"", ID(process));
}

struct search {
    const char *text;
    bool found;
};

static void look(void *context, const struct journal_event *event) {
    struct search *search = context;
    search->found |= memmem(event->body.data, event->body.size, search->text, strlen(search->text)) != NULL;
}

static bool house_holds(const char *text) {
    struct search search = {.text = text};
    int64_t last;
    cr_assert_eq(journal_read(world.journal, house_id(), 0, look, &search, &last), STATUS_OK);
    return search.found;
}

static void none(void *context, const struct journal_event *event) {
    (void)context;
    (void)event;
    cr_assert(false, "an event that was erased");
}

static void expect_erased(void) {
    int64_t last;
    cr_expect_eq(journal_read(world.journal, process, 0, none, NULL, &last), STATUS_ERASED);
    cr_expect_not(house_holds("Hemlig"));
}

static int64_t rooms(void) {
    struct live_state state;
    live_get_state(world.live, &state);
    return state.processes_live + state.processes_loading;
}

Test(removing, all_who_are_there_are_told_and_cannot_come_again) {
    struct fake person, screen;
    join(&person);
    cr_assert(person.joined);
    fake_create(&screen, &world);
    fake_be_display(&screen, display_token);
    fake_connect(&screen);
    world_settle(&world);
    cr_assert(screen.joined);
    write_note(&person, "Hemlig lapp");
    world_settle(&world);
    cr_expect_null(fake_do(&house, "process.remove", "\"process\":\"%s\"", ID(process)));
    cr_expect_eq(person.close_code, 4004);
    cr_expect_eq(screen.close_code, 4004);
    cr_expect_eq(host.close_code, 4004);
    cr_expect_eq(house.close_code, 0);
    expect_erased();
    struct fake *const all[] = {&person, &screen, &host};
    static const char *const reasons[] = {"wrong_code", "denied", "unknown_process"};
    for (int i = 0; i < 3; i++) {
        fake_disconnect(all[i]);
        world_settle(&world);
        fake_connect(all[i]);
        world_settle(&world);
        cr_expect_str_eq(all[i]->join_reason, reasons[i]);
    }
    cr_expect_eq(rooms(), 0);
    fake_destroy(&screen);
    fake_destroy(&person);
}

Test(removing, the_list_says_what_may_be_removed_and_then_no_more) {
    json_t *result = json_object_get(fake_ask(&house, "house.list", "%s", ""), "result");
    json_t *row = json_array_get(json_object_get(result, "processes"), 0);
    cr_expect(json_is_true(json_object_get(row, "rehearsal")));
    cr_expect_null(fake_do(&house, "process.remove", "\"process\":\"%s\"", ID(process)));
    result = json_object_get(fake_ask(&house, "house.list", "%s", ""), "result");
    cr_expect_eq(json_array_size(json_object_get(result, "processes")), 0);
}

/* Writes until one fails, so that it is known which the next will be. */
static int64_t write_until_it_fails(void) {
    world.faults.fail_at = 150;
    while (journal_is_writable(world.journal)) {
        fake_command(&host, "round.reveal", "\"id\":\"%s\"", ID(round_));
        world_settle(&world);
    }
    return world.faults.fail_at + 1;
}

/* It must be in memory for that to be known. */
Test(removing, a_real_process_while_nobody_has_joined_it) {
    struct id real = world_id(&world);
    cr_assert_null(fake_do(&house, "process.add", "\"id\":\"%s\"," PROFILE, ID(real), "På riktigt"));
    const char *reason = fake_do(&house, "process.remove", "\"process\":\"%s\"", ID(real));
    cr_expect(!reason || strcmp(reason, "loading") == 0, "%s", reason);
    if (reason) {
        cr_expect_null(fake_do(&house, "process.remove", "\"process\":\"%s\"", ID(real)));
    }
    cr_expect_not(house_holds("På riktigt"));
}

/* Stored, but nobody was told: the state does not know yet that somebody has joined. */
Test(removing, no_real_process_whose_journal_may_say_more_than_is_known) {
    struct fake leader, person;
    struct id real = world_id(&world), day = world_id(&world);
    cr_assert_null(fake_do(&house, "process.add", "\"id\":\"%s\"," PROFILE, ID(real), "På riktigt"));
    enter(&leader, ID(real));
    cr_assert_null(fake_do(&leader, "session.put", "\"id\":\"%s\",\"base\":0,\"title\":\"Dagen\"", ID(day)));
    json_t *reply = fake_ask(&leader, "joining.put", "\"command\":\"%s\",\"session\":\"%s\"",
                             ID(world_id(&world)), ID(day));
    strcpy(secret, result_of(reply, "secret"));
    world.faults.fail_after_at = write_until_it_fails();
    join(&person);
    cr_assert_not(person.joined);
    world_advance(&world, 5000);
    struct id command = fake_command(&house, "process.remove", "\"process\":\"%s\"", ID(real));
    world_settle(&world);
    cr_expect_eq(fake_waiting(&house), 1, "it is to be asked again");
    fake_disconnect(&person);
    fake_connect(&person);
    world_settle(&world);
    cr_expect(person.joined);
    fake_resend_one(&house, command);
    world_settle(&world);
    cr_expect_str_eq(fake_reason(&house, command), "has_answers");
    fake_destroy(&person);
    fake_destroy(&leader);
}

Test(removing, nothing_else) {
    cr_expect_str_eq(fake_do(&house, "process.remove", "\"process\":\"%s\"", ID(world_id(&world))),
                     "unknown_process");
}

Test(removing, a_repeat_is_answered_alike_and_the_id_is_spent) {
    struct id command = begin_removing(&house);
    world_settle(&world);
    cr_expect_null(fake_reason(&house, command));
    json_t *reply =
        fake_ask(&house, "process.remove", "\"command\":\"%s\",\"process\":\"%s\"", ID(command), ID(process));
    cr_expect_str_eq(result_of(reply, "process"), ID(process));
    reply = fake_ask(&house, "process.remove", "\"command\":\"%s\",\"process\":\"%s\"", ID(world_id(&world)),
                     ID(process));
    cr_expect_str_eq(error_of(reply), "unknown_process");
    reply = fake_ask(&house, "process.add", "\"command\":\"%s\",\"id\":\"%s\",\"rehearsal\":true," PROFILE,
                     ID(world_id(&world)), ID(process), "Hemlig igen");
    cr_expect_str_eq(error_of(reply), "id_taken");
    expect_erased();
}

Test(removing, by_who_attends_it_is_the_same) {
    struct id command = begin_removing(&host);
    world_settle(&world);
    cr_expect_eq(host.close_code, 4004);
    expect_erased();
    json_t *reply =
        fake_ask(&house, "process.remove", "\"command\":\"%s\",\"process\":\"%s\"", ID(command), ID(process));
    cr_expect_str_eq(result_of(reply, "process"), ID(process), "it is the same account");
}

/* One batch is being written while the next waits: notes before the removal, and behind it. */
Test(removing, what_is_on_its_way_goes_with_it) {
    struct fake person;
    join(&person);
    write_note(&person, "Hemlig ett");
    write_note(&person, "Hemlig två");
    struct id command = begin_removing(&house);
    write_note(&person, "Hemlig tre");
    fake_command(&host, "process.put", "\"base\":1," PROFILE, "Hemlig rubrik");
    struct id joining = fake_command(&host, "joining.put", "\"session\":\"%s\",\"renew\":true", ID(session));
    world_settle(&world);
    (void)joining;
    cr_expect_null(fake_reason(&house, command));
    cr_expect_eq(person.close_code, 4004);
    expect_erased();
    fake_disconnect(&person);
    fake_disconnect(&host);
    world_settle(&world);
    cr_expect_eq(rooms(), 0);
    fake_destroy(&person);
}

Test(removing, a_title_that_changes_at_the_same_time_is_emptied_too) {
    json_t *entity = fake_entity(&host, "process", process);
    fake_command(&host, "process.put", "\"base\":%lld," PROFILE,
                 (long long)json_integer_value(json_object_get(entity, "seq")), "Hemlig rubrik");
    world_step(&world); /* stored in the process, on its way into the house */
    struct id command = begin_removing(&house);
    world_settle(&world);
    cr_expect_null(fake_reason(&house, command));
    expect_erased();
}

Test(removing, also_while_it_is_being_loaded) {
    struct fake person;
    fake_disconnect(&host);
    world_settle(&world);
    world_advance(&world, 600000);
    cr_assert_eq(rooms(), 0);
    world.work_waits = true;
    fake_create(&person, &world);
    fake_be_participant(&person, secret);
    fake_connect(&person);
    world_settle(&world);
    cr_assert_eq(rooms(), 1);
    struct id command = begin_removing(&house);
    world_settle(&world);
    cr_expect_null(fake_reason(&house, command));
    cr_expect_eq(person.close_code, 4004);
    world.work_waits = false;
    world_settle(&world);
    cr_expect_not(person.joined);
    fake_destroy(&person);
    world_settle(&world);
    cr_expect_eq(rooms(), 0);
    expect_erased();
}

Test(removing, who_comes_between_the_erasing_and_the_news_of_it) {
    struct fake person;
    fake_disconnect(&host);
    world_settle(&world);
    world_advance(&world, 600000);
    begin_removing(&house); /* the journal has done it, and its letter lies unopened */
    fake_create(&person, &world);
    fake_be_participant(&person, secret);
    fake_connect(&person);
    world_settle(&world);
    cr_expect_not(person.joined);
    cr_expect_eq(person.close_code, 4004);
    fake_destroy(&person);
    world_settle(&world);
    cr_expect_eq(rooms(), 0);
}

Test(removing, a_full_disk_removes_nothing_and_a_repeat_does) {
    struct fake person;
    int64_t last;
    join(&person);
    world.faults.fail_at = write_until_it_fails();
    struct id command = begin_removing(&house);
    world_settle(&world);
    cr_expect_not(journal_is_writable(world.journal));
    cr_expect_eq(person.close_code, 0);
    cr_expect_eq(fake_waiting(&house), 1, "it is to be sent again");
    cr_expect_neq(journal_read(world.journal, process, INT64_MAX - 1, none, NULL, &last), STATUS_ERASED);
    fake_resend_one(&house, command);
    world_settle(&world);
    cr_expect_eq(fake_waiting(&house), 0);
    cr_expect_eq(person.close_code, 4004);
    expect_erased();
    fake_destroy(&person);
}

/* It was done, but nobody was told. */
Test(removing, what_was_erased_although_the_write_failed_is_found) {
    struct fake person;
    join(&person);
    world.faults.fail_after_at = write_until_it_fails();
    struct id command = begin_removing(&house);
    world_settle(&world);
    cr_expect_eq(person.close_code, 0);
    write_note(&person, "Hemlig lapp");
    world_settle(&world);
    cr_expect_eq(fake_waiting(&person), 1, "it is taken by nobody");
    fake_resend_one(&house, command);
    world_settle(&world);
    cr_expect_eq(fake_waiting(&house), 0);
    cr_expect_eq(person.close_code, 4004);
    expect_erased();
    fake_destroy(&person);
}
