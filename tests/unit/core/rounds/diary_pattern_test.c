#include <criterion/criterion.h>

#include "../support.h"

static struct scene scene;

static void begin(void) {
    scene_begin(&scene, 6, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    struct event_round_put put = notes_round(1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    put.form = ROUND_FORM_DIARY;
    scene_put_round(&scene, put);
    scene_open_round(&scene, 1);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(diary_pattern, .init = begin, .fini = close);

static enum reason put(unsigned who, unsigned n, int64_t rev, struct event_diary_put body) {
    body.id = make_id(DIARY + n);
    body.round = make_id(ROUND + 1);
    body.rev = rev;
    body.text = STR("ett");
    return BY(&scene, author(who), EVENT_DIARY_PUT, .diary_put = body);
}

static bool see_pattern(struct audience audience, struct arena *arena, struct entity_diary_pattern *pattern) {
    struct entity entity;
    bool seen =
        find_entity(scene.process, audience, ENTITY_DIARY_PATTERN, make_id(ROUND + 1), arena, &entity);
    *pattern = seen ? entity.body.diary_pattern : (struct entity_diary_pattern){0};
    return seen;
}

static void write(unsigned who, unsigned n, const char *day, enum diary_about about, const char *tags) {
    struct event_diary_put body = {.day = str_of(day), .about = about, .tags = str_of(tags)};
    cr_assert_eq(put(who, n, 1, body), REASON_ABSENT);
}

static void reveal(void) {
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND + 1), true}), 0);
}

Test(diary_pattern, the_pattern_is_the_hosts_and_the_rooms_once_five_have_written) {
    struct arena arena;
    struct entity_diary_pattern pattern;
    arena_init(&arena);
    reveal();
    for (unsigned i = 0; i < PROCESS_WITHHOLD_BELOW; i++) {
        cr_expect_not(see_pattern(participants(0, 0), &arena, &pattern), "%u", i);
        write(i, i, "1970-02-12", DIARY_ABOUT_ACTION, "");
    }
    cr_expect(see_pattern(participants(0, 0), &arena, &pattern));
    cr_expect(see_pattern(display(0), &arena, &pattern));
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND + 1), false}), 0);
    cr_expect_not(see_pattern(participants(0, 0), &arena, &pattern));
    cr_expect(see_pattern(hosts(), &arena, &pattern));
    reveal();
    struct event_diary_put removed = {.day = STR("1970-02-12"), .about = DIARY_ABOUT_ACTION, .removed = true};
    cr_assert_eq(put(0, 0, 2, removed), REASON_ABSENT);
    cr_expect_not(see_pattern(display(0), &arena, &pattern), "four again");
    arena_finish(&arena);
}

Test(diary_pattern, the_pattern_goes_by_weeks) {
    struct arena arena;
    struct entity_diary_pattern pattern;
    arena_init(&arena);
    write(1, 0, "1970-02-15", DIARY_ABOUT_ACTION, "");
    write(1, 1, "1970-02-09", DIARY_ABOUT_REFLECTION, "");
    write(2, 2, "1970-02-16", DIARY_ABOUT_OBSERVATION, "");
    write(2, 3, "1970-01-01", DIARY_ABOUT_ACTION, "");
    write(2, 4, "1970-02-12", DIARY_ABOUT_ACTION, "");
    cr_assert(see_pattern(hosts(), &arena, &pattern));
    cr_assert_eq(pattern.weeks_count, 3);
    cr_expect(str_equal(pattern.weeks[0].week, STR("1970-W01")));
    cr_expect(str_equal(pattern.weeks[1].week, STR("1970-W07")));
    cr_expect_eq(pattern.weeks[1].action, 2);
    cr_expect_eq(pattern.weeks[1].reflection, 1);
    cr_expect_eq(pattern.weeks[1].observation, 0);
    cr_expect_eq(pattern.weeks[2].observation, 1);
    arena_finish(&arena);
}

Test(diary_pattern, tags_are_counted_by_entry_and_the_room_sees_those_that_five_use) {
    struct arena arena;
    struct entity_diary_pattern pattern;
    arena_init(&arena);
    for (unsigned i = 0; i < PROCESS_WITHHOLD_BELOW; i++) {
        write(i, i, "1970-02-12", DIARY_ABOUT_ACTION, i % 2 ? " Möte,, möte" : "möte , tid");
    }
    write(0, 7, "1970-02-12", DIARY_ABOUT_ACTION, "tid");
    reveal();
    cr_assert(see_pattern(hosts(), &arena, &pattern));
    cr_assert_eq(pattern.tags_count, 2);
    cr_expect(str_equal(pattern.tags[0].tag, STR("möte")));
    cr_expect_eq(pattern.tags[0].count, 5);
    cr_expect(str_equal(pattern.tags[1].tag, STR("tid")));
    cr_expect_eq(pattern.tags[1].count, 4);
    cr_assert(see_pattern(participants(0, 0), &arena, &pattern));
    cr_assert_eq(pattern.tags_count, 1, "three have used the other");
    cr_expect(str_equal(pattern.tags[0].tag, STR("möte")));
    arena_finish(&arena);
}

Test(diary_pattern, of_one_entry_ten_tags_count) {
    struct arena arena;
    struct entity_diary_pattern pattern;
    arena_init(&arena);
    write(1, 0, "1970-02-12", DIARY_ABOUT_ACTION, "a,b,c,d,e,f,g,h,i,j,k,l");
    cr_assert(see_pattern(hosts(), &arena, &pattern));
    cr_expect_eq(pattern.tags_count, 10);
    arena_finish(&arena);
}
