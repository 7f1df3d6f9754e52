#include "live/errand.h"

#include <criterion/criterion.h>

#include "meeting.h"

static struct meeting meeting;

static void set_up(void) {
    meeting_create(&meeting, 17, NULL);
}

static void tear_down(void) {
    meeting_destroy(&meeting);
}

TestSuite(errand, .init = set_up, .fini = tear_down);

#define ID(id) text_of(id).text

static void send(struct fake *fake, int number, const char *method, const char *params) {
    char message[1000];
    snprintf(message, sizeof message, "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":{%s}}",
             number, method, params);
    fake_send(fake, message);
}

Test(errand, goes_on_without_its_client) {
    char params[200];
    snprintf(params, sizeof params, "\"command\":\"%s\",\"session\":\"%s\",\"open\":false",
             ID(world_id(&meeting.world)), ID(meeting.session));
    send(&meeting.host, 1, "joining.put", params);
    fake_disconnect(&meeting.host);
    world_settle(&meeting.world);
    struct fake late;
    fake_create(&late, &meeting.world);
    fake_be_participant(&late, meeting.secret);
    fake_connect(&late);
    world_settle(&meeting.world);
    cr_assert_str_eq(late.join_reason, "joining_closed");
    fake_destroy(&late);
}

/* The process's own journal has it, the house does not know of it yet: as after a crash in between, at every
 * step at which the client may go. */
Test(errand, a_process_that_was_half_added_is_added_by_the_same_command) {
    for (int steps = 0; steps < 8; steps++) {
        struct fake house;
        char params[400];
        struct id process = world_id(&meeting.world);
        snprintf(
            params, sizeof params,
            "\"command\":\"%s\",\"id\":\"%s\",\"profile\":{\"title\":\"Ny\",\"language\":\"sv\",\"zone\":"
            "\"Europe/Stockholm\"}",
            ID(world_id(&meeting.world)), ID(process));
        fake_create(&house, &meeting.world);
        fake_be_host(&house, NULL);
        fake_connect(&house);
        world_settle(&meeting.world);
        send(&house, 1, "process.add", params);
        for (int i = 0; i < steps; i++) {
            world_step(&meeting.world);
        }
        fake_disconnect(&house);
        world_settle(&meeting.world);
        fake_connect(&house);
        world_settle(&meeting.world);
        send(&house, 2, "process.add", params);
        world_settle(&meeting.world);
        json_t *result = json_object_get(json_object_get(house.replies, "2"), "result");
        cr_assert_str_eq(json_string_value(json_object_get(result, "process")), ID(process));
        fake_destroy(&house);
        world_settle(&meeting.world);
    }
}
