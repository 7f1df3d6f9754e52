#include "core/process.h"

#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;

static void open(void) {
    scene_open(&scene);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(process, .init = open, .fini = close);

static const struct profile plain = {
    .title = {"En dag", 6}, .language = LANGUAGE_SV, .zone = {"Europe/Stockholm", 16}};

static enum reason create(int64_t rules, struct profile profile) {
    return BY(&scene, account(), EVENT_PROCESS_CREATE,
              .process_create = {.rules = rules, .profile = &profile});
}

Test(process, nothing_comes_before_it_is_made_and_it_is_made_once) {
    struct event_session_put put = {.id = make_id(SESSION), .title = STR("Dagen")};
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = put), REASON_WRONG_STATE);
    cr_expect_null(process_profile(scene.process));
    cr_expect_eq(create(RULES_NEWEST, plain), REASON_ABSENT);
    cr_expect_eq(create(RULES_NEWEST, plain), REASON_WRONG_STATE);
    cr_expect_eq(process_rules(scene.process), RULES_NEWEST);
    cr_expect_eq(process_head(scene.process), 3, "void events have their seq too");
}

Test(process, it_names_rules_that_are_known_and_a_zone) {
    struct profile profile = plain;
    cr_expect_eq(create(RULES_NEWEST + 1, plain), REASON_BAD_RULES);
    cr_expect_eq(create(RULES_OLDEST - 1, plain), REASON_BAD_RULES);
    profile.zone = (struct str){0};
    cr_expect_eq(create(RULES_NEWEST, profile), REASON_BAD_ZONE);
    profile = plain;
    profile.title = STR("");
    cr_expect_eq(create(RULES_NEWEST, profile), REASON_EMPTY);
}

Test(process, that_it_is_a_rehearsal_holds_for_good) {
    struct event_process_create make = {.rules = RULES_NEWEST, .profile = &plain, .rehearsal = true};
    cr_assert_eq(BY(&scene, account(), EVENT_PROCESS_CREATE, .process_create = make), REASON_ABSENT);
    struct event_process_put put = {.base = process_head(scene.process), .profile = &plain};
    cr_assert_eq(BY(&scene, account(), EVENT_PROCESS_PUT, .process_put = put), REASON_ABSENT);
    struct audience all[] = {hosts(), display(0), participants(0, 0)};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < 3; i++) {
        struct entity entity;
        cr_assert(find_entity(scene.process, all[i], ENTITY_PROCESS, (struct id){0}, &arena, &entity));
        cr_expect(entity.body.process.rehearsal, "all who are in it are told");
    }
    arena_finish(&arena);
}

Test(process, what_is_said_about_research_is_kept) {
    char text[] = "Svaren används i en studie.";
    struct profile profile = plain;
    profile.research = str_of(text);
    profile.asks_consent = true;
    cr_assert_eq(create(RULES_NEWEST, profile), REASON_ABSENT);
    text[0] = '?';
    const struct profile *kept = process_profile(scene.process);
    cr_expect(str_equal(kept->research, STR("Svaren används i en studie.")), "a copy");
    cr_expect(kept->asks_consent);
    cr_expect(str_is_absent(kept->session_word));
}

Test(process, roles_have_an_id_each) {
    static const struct named twice[] = {{{{1}}, {"chef", 4}}, {{{1}}, {"forskare", 8}}};
    struct profile profile = plain;
    profile.roles = twice;
    profile.roles_count = 2;
    cr_expect_eq(create(RULES_NEWEST, profile), REASON_ID_TAKEN);
}

Test(process, participants_and_authors_may_only_contribute) {
    scene_create(&scene);
    struct event_session_put put = {.id = make_id(SESSION), .title = STR("Dagen")};
    cr_expect_eq(BY(&scene, person(0), EVENT_SESSION_PUT, .session_put = put), REASON_DENIED);
    cr_expect_eq(BY(&scene, author(0), EVENT_SESSION_PUT, .session_put = put), REASON_DENIED);
    int64_t seq = 1;
    cr_expect_eq(BY(&scene, account(), EVENT_REDACT, .redact = {.seqs = &seq, .seqs_count = 1}),
                 REASON_DENIED);
    cr_expect_eq(BY(&scene, account(), EVENT_FORM_PUT, .form_put = {LANGUAGE_SV, STR("bro"), STR("")}),
                 REASON_DENIED);
    cr_expect_eq(BY(&scene, account(), EVENT_PARTICIPANT_PUT, .participant_put = {.rev = 1}), REASON_DENIED);
    cr_expect_eq(BY(&scene, server(), EVENT_SESSION_PUT, .session_put = put), REASON_ABSENT);
}

Test(process, who_saw_the_thing_as_it_is_may_put_it) {
    scene_create(&scene);
    struct profile profile = plain;
    cr_expect_eq(BY(&scene, account(), EVENT_PROCESS_PUT, .process_put = {0, &profile}), REASON_STALE);
    cr_expect_eq(BY(&scene, account(), EVENT_PROCESS_PUT, .process_put = {1, &profile}), REASON_ABSENT);
    cr_expect_eq(BY(&scene, account(), EVENT_PROCESS_PUT, .process_put = {1, &profile}), REASON_STALE);
    cr_expect_eq(BY(&scene, account(), EVENT_PROCESS_PUT, .process_put = {9, &profile}), REASON_STALE,
                 "nobody has seen what is to come");
    cr_expect_eq(BY(&scene, account(), EVENT_PROCESS_PUT, .process_put = {4, &profile}), REASON_ABSENT);
}

Test(process, what_somebody_has_is_not_taken_away) {
    scene_create(&scene);
    scene_add_session(&scene, 0);
    scene_join(&scene, 0, 0);
    struct event_participant_put put = {
        .rev = 1, .role = make_id(ROLE), .organisation = make_id(ORGANISATION)};
    struct profile profile = *process_profile(scene.process);
    cr_assert_eq(BY(&scene, person(0), EVENT_PARTICIPANT_PUT, .participant_put = put), REASON_ABSENT);
    profile.roles_count = 1;
    cr_expect_eq(BY(&scene, account(), EVENT_PROCESS_PUT, .process_put = {1, &profile}), REASON_ABSENT,
                 "a role that nobody has");
    profile = *process_profile(scene.process);
    profile.roles_count = 0;
    cr_expect_eq(
        BY(&scene, account(), EVENT_PROCESS_PUT, .process_put = {process_head(scene.process), &profile}),
        REASON_HAS_ANSWERS);
    profile.roles_count = 1;
    profile.organisations_count = 0;
    cr_expect_eq(
        BY(&scene, account(), EVENT_PROCESS_PUT, .process_put = {process_head(scene.process), &profile}),
        REASON_HAS_ANSWERS);
}

Test(process, time_is_the_latest_there_was) {
    scene_create(&scene);
    cr_expect_eq(process_time(scene.process), 1000);
    scene.at = 400;
    scene_add_session(&scene, 0);
    cr_expect_eq(process_time(scene.process), 1000);
}
