#include "live/loading.h"

#include <criterion/criterion.h>

#include "meeting.h"

static struct meeting meeting;

static void set_up(void) {
    meeting_create(&meeting, 16, NULL);
}

static void tear_down(void) {
    meeting_destroy(&meeting);
}

TestSuite(loading, .init = set_up, .fini = tear_down);

static void stored(struct journal_append *append) {
    cr_assert_eq(append->status, STATUS_OK);
}

/* Into a journal of its own. */
static struct id store(struct str kind, int version, struct str body) {
    struct id process = world_id(&meeting.world);
    struct journal_append append = {.process = process,
                                    .event = {.command = world_id(&meeting.world),
                                              .at = meeting.world.wall,
                                              .version = version,
                                              .actor = STR("server"),
                                              .kind = kind,
                                              .body = body},
                                    .done = stored};
    journal_append(meeting.world.journal, &append);
    world_settle(&meeting.world);
    return process;
}

static enum status load(struct id id) {
    struct process *process;
    enum status status = load_process(meeting.world.journal, id, &process);
    cr_assert_eq(process != NULL, status == STATUS_OK);
    process_destroy(process);
    return status;
}

Test(loading, a_process_and_the_house) {
    struct house *house;
    cr_assert_eq(load(meeting.process), STATUS_OK);
    cr_assert_eq(load_house(meeting.world.journal, &house), STATUS_OK);
    cr_assert(house_has_administrator(house));
    house_destroy(house);
}

Test(loading, what_there_is_not) {
    cr_assert_eq(load(world_id(&meeting.world)), STATUS_NOT_FOUND);
}

Test(loading, what_cannot_be_read) {
    cr_assert_eq(load(store(STR("not.yet"), 1, STR("{}"))), STATUS_UNSUPPORTED);
    cr_assert_eq(load(store(STR("round.open"), 99, STR("{}"))), STATUS_UNSUPPORTED);
    cr_assert_eq(load(store(STR("round.open"), 1, STR("[]"))), STATUS_CORRUPT);
}
