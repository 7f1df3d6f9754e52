/* Groups as screens see them: whoever is moved begins anew in another audience, and nobody else does. */
#include <criterion/criterion.h>
#include <string.h>

#include "live/view.h"
#include "meeting.h"

enum { PEOPLE = 8, GROUPS = 2 };

#define ID(id) text_of(id).text

static struct meeting meeting;
static struct fake people[PEOPLE];
static struct id grouping, groups[GROUPS], round_id;

static long long seq_of(const char *kind, struct id id) {
    return (long long)json_integer_value(json_object_get(fake_entity(&meeting.host, kind, id), "seq"));
}

static const char *put_grouping(bool removed) {
    return fake_do(&meeting.host, "grouping.put",
                   "\"id\":\"%s\",\"base\":%lld,\"session\":\"%s\",\"title\":\"Smågrupper\",\"groups\":["
                   "{\"id\":\"%s\",\"name\":\"Grupp 1\"},{\"id\":\"%s\",\"name\":\"Grupp 2\"}],"
                   "\"removed\":%s",
                   ID(grouping), seq_of("grouping", grouping), ID(meeting.session), ID(groups[0]),
                   ID(groups[1]), removed ? "true" : "false");
}

static const char *put_round(struct id by) {
    return fake_do(&meeting.host, "round.put",
                   "\"id\":\"%s\",\"base\":%lld,\"session\":\"%s\",\"form\":\"notes\",\"question\":\"Vad?\","
                   "\"visibility\":\"group\",\"authorship\":\"anonymous\",\"notes\":{}%s%s%s",
                   ID(round_id), seq_of("round", round_id), ID(meeting.session),
                   id_is_none(by) ? "" : ",\"grouping\":\"", id_is_none(by) ? "" : ID(by),
                   id_is_none(by) ? "" : "\"");
}

static void set_up(void) {
    meeting_create(&meeting, 8, NULL);
    grouping = world_id(&meeting.world);
    round_id = world_id(&meeting.world);
    for (int i = 0; i < GROUPS; i++) {
        groups[i] = world_id(&meeting.world);
    }
    for (int i = 0; i < PEOPLE; i++) {
        meeting_join(&meeting, &people[i]);
    }
    cr_assert_null(put_grouping(false));
    cr_assert_null(put_round(grouping));
    cr_assert_null(fake_do(&meeting.host, "round.open", "\"id\":\"%s\"", ID(round_id)));
}

static void tear_down(void) {
    for (int i = 0; i < PEOPLE; i++) {
        meeting_check_store(&people[i]);
        fake_destroy(&people[i]);
    }
    meeting_check_store(&meeting.host);
    meeting_destroy(&meeting);
}

TestSuite(groups, .init = set_up, .fini = tear_down);

static const char *deal(void) {
    return fake_do(&meeting.host, "grouping.deal", "\"id\":\"%s\",\"base\":%lld,\"method\":\"random\"",
                   ID(grouping), seq_of("grouping", grouping));
}

/* Where somebody stands, by what they know themselves: 0, 1, or -1 for none. */
static int group_of(const struct fake *fake) {
    const char *group = json_string_value(json_object_get(fake_own(fake, "place", grouping), "group"));
    for (int i = 0; group && i < GROUPS; i++) {
        if (strcmp(group, ID(groups[i])) == 0) {
            return i;
        }
    }
    return -1;
}

static const char *write_note(struct fake *fake, const char *text) {
    return fake_do(fake, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":1,\"text\":\"%s\"",
                   ID(world_id(&meeting.world)), ID(round_id), text);
}

static const char *move(const struct fake *fake, int group) {
    const char *key;
    json_t *value;
    long long base = 0;
    const char *who = NULL;
    json_t *own;
    json_object_foreach(fake->own, key, own) {
        if (strcmp(json_string_value(json_object_get(own, "kind")), "participant") == 0) {
            who = json_string_value(json_object_get(own, "id"));
        }
    }
    json_object_foreach(meeting.host.store, key, value) {
        const char *of = json_string_value(json_object_get(value, "participant"));
        if (strcmp(json_string_value(json_object_get(value, "kind")), "placing") == 0 && of &&
            strcmp(of, who) == 0) {
            base = (long long)json_integer_value(json_object_get(value, "seq"));
        }
    }
    return fake_do(&meeting.host, "group.place",
                   "\"grouping\":\"%s\",\"participant\":\"%s\",\"group\":\"%s\",\"base\":%lld", ID(grouping),
                   who, ID(groups[group]), base);
}

Test(groups, a_deal_gives_everybody_a_group_and_its_wall) {
    int64_t full[PEOPLE];
    int sizes[GROUPS] = {0};
    cr_assert_str_eq(write_note(&people[0], "ingenstans"), "not_a_group");
    for (int i = 0; i < PEOPLE; i++) {
        full[i] = people[i].full_frames;
    }
    cr_assert_null(deal());
    for (int i = 0; i < PEOPLE; i++) {
        cr_assert_geq(group_of(&people[i]), 0, "they are told at once");
        sizes[group_of(&people[i])]++;
        cr_expect_eq(people[i].full_frames, full[i] + 1);
    }
    cr_expect_eq(sizes[0], PEOPLE / GROUPS);
    cr_assert_null(write_note(&people[0], "hos oss"));
    for (int i = 0; i < PEOPLE; i++) {
        bool together = group_of(&people[i]) == group_of(&people[0]);
        cr_expect_eq(fake_count(&people[i], "note"), together ? 1 : 0, "%d", i);
        cr_expect_eq(people[i].full_frames, full[i] + 1);
    }
    cr_expect_eq(fake_count(&meeting.host, "placing"), PEOPLE);
}

Test(groups, who_is_moved_sees_another_wall_and_their_notes_stay) {
    cr_assert_null(deal());
    cr_assert_null(write_note(&people[0], "hos oss"));
    int was = group_of(&people[0]);
    int64_t others = people[1].full_frames;
    cr_assert_null(move(&people[0], 1 - was));
    cr_assert_eq(group_of(&people[0]), 1 - was);
    cr_expect_eq(fake_count(&people[0], "note"), 0, "the wall is another group's now");
    cr_expect_eq(people[1].full_frames, others, "nobody else begins anew");
    for (int i = 1; i < PEOPLE; i++) {
        cr_expect_eq(fake_count(&people[i], "note"), group_of(&people[i]) == was ? 1 : 0);
    }
    cr_assert_null(fake_do(&meeting.host, "round.reveal", "\"id\":\"%s\"", ID(round_id)));
    cr_expect_eq(fake_count(&people[0], "note"), 1);
}

Test(groups, who_comes_late_stands_in_one_at_once) {
    struct fake late;
    cr_assert_null(deal());
    meeting_join(&meeting, &late);
    cr_expect_eq(group_of(&late), 0, "the first of those that are as small");
    cr_assert_null(write_note(&late, "nyss kommen"));
    cr_expect_eq(fake_count(&late, "note"), 1);
    meeting_check_store(&late);
    fake_destroy(&late);
}

Test(groups, a_grouping_that_no_round_goes_by_parts_nobody) {
    struct id none = {{0}};
    cr_assert_null(deal());
    int64_t full = people[0].full_frames;
    cr_assert_null(put_round(none));
    cr_expect_eq(people[0].full_frames, full + 1);
    cr_assert_null(deal());
    cr_expect_eq(people[0].full_frames, full + 1, "there is nothing to be seen apart");
    cr_assert_null(put_grouping(true));
    cr_expect_eq(fake_count(&meeting.host, "placing"), 0);
}

Test(groups, who_is_slow_holds_up_nobody_and_is_brought_to_where_they_stand_now) {
    cr_assert_null(deal());
    fake_set_busy(&people[0], true);
    cr_assert_null(move(&people[0], 1 - group_of(&people[0])));
    cr_assert_null(write_note(&people[1], "hos oss"));
    cr_expect_eq(fake_count(&people[1], "note"), 1);
    fake_set_busy(&people[0], false);
    world_settle(&meeting.world);
    cr_expect_eq(fake_count(&people[0], "note"), group_of(&people[0]) == group_of(&people[1]) ? 1 : 0);
}

Test(groups, a_deal_that_is_sent_again_is_the_same) {
    struct id command =
        fake_command(&meeting.host, "grouping.deal", "\"id\":\"%s\",\"base\":%lld,\"method\":\"balanced\"",
                     ID(grouping), seq_of("grouping", grouping));
    world_settle(&meeting.world);
    int64_t seq = fake_seq(&meeting.host, command);
    cr_assert_gt(seq, 0);
    cr_assert_eq(meeting_count_events(&meeting, command), 1);
    cr_assert_str_eq(fake_do(&meeting.host, "grouping.deal",
                             "\"id\":\"%s\",\"base\":%lld,\"method\":\"random\",\"seed\":\"%s\"",
                             ID(grouping), (long long)seq, "00112233445566778899aabbccddeeff"),
                     "bad_params", "chance is not the client's to choose");
}

/* ---- a group's own screen ---- */

static json_t *add_display(struct id of, struct id group) {
    return fake_ask(&meeting.host, "display.add",
                    "\"command\":\"%s\",\"session\":\"%s\",\"group\":{\"grouping\":\"%s\",\"group\":\"%s\"}",
                    ID(world_id(&meeting.world)), ID(meeting.session), ID(of), ID(group));
}

static const char *reason_of(json_t *reply) {
    return json_string_value(
        json_object_get(json_object_get(json_object_get(reply, "error"), "data"), "reason"));
}

Test(groups, a_groups_screen_sees_its_wall) {
    struct fake screens[GROUPS];
    cr_assert_null(deal());
    for (int i = 0; i < GROUPS; i++) {
        json_t *reply = add_display(grouping, groups[i]);
        fake_create(&screens[i], &meeting.world);
        fake_be_display(&screens[i],
                        json_string_value(json_object_get(json_object_get(reply, "result"), "token")));
        fake_connect(&screens[i]);
        world_settle(&meeting.world);
        cr_assert(screens[i].joined);
    }
    cr_assert_null(write_note(&people[0], "hos oss"));
    int own = group_of(&people[0]);
    cr_expect_eq(fake_count(&screens[own], "note"), 1);
    cr_expect_eq(fake_count(&screens[1 - own], "note"), 0);
    cr_expect_null(json_object_get(screens[0].now, "present"));
    for (int i = 0; i < GROUPS; i++) {
        meeting_check_store(&screens[i]);
        fake_destroy(&screens[i]);
    }
    cr_expect_str_eq(reason_of(add_display(world_id(&meeting.world), groups[0])), "unknown_grouping");
    cr_expect_str_eq(reason_of(add_display(grouping, world_id(&meeting.world))), "unknown_group");
}
