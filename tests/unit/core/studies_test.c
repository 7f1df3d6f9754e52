/* Studies, the answers to them, and what contributions carry of these. */
#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;
static struct arena arena;

static void open(void) {
    arena_init(&arena);
    scene_begin(&scene, 0, VISIBILITY_ALL, AUTHORSHIP_LINKED);
}

static void close(void) {
    scene_close(&scene);
    arena_finish(&arena);
}

TestSuite(studies, .init = open, .fini = close);

static struct event_study_put study(unsigned n, const char *text) {
    const struct study *old = process_study(scene.process, make_id(STUDY + n));
    return (struct event_study_put){.id = make_id(STUDY + n),
                                    .base = old ? old->changed : 0,
                                    .title = STR("Nära vård"),
                                    .investigator = STR("Ledare"),
                                    .text = str_of(text),
                                    .from_version = 1};
}

static enum reason put(struct event_study_put body) {
    return BY(&scene, account(), EVENT_STUDY_PUT, .study_put = body);
}

static int64_t version_of(unsigned n) {
    return process_study(scene.process, make_id(STUDY + n))->version;
}

static enum reason say(unsigned who, int64_t rev, unsigned n, int64_t version, bool consent) {
    struct event_participant_consent body = {
        .rev = rev, .consent = consent, .study = make_id(STUDY + n), .version = version};
    return BY(&scene, person(who), EVENT_PARTICIPANT_CONSENT, .participant_consent = body);
}

static struct event_note_put filled(unsigned who) {
    struct event event = {.actor = person(who), .kind = EVENT_NOTE_PUT};
    event.body.note_put = (struct event_note_put){
        .id = make_id(NOTE + who), .round = make_id(ROUND), .rev = 1, .text = STR("tillit")};
    process_complete(scene.process, make_id(PERSON + who), scene.at, &event);
    return event.body.note_put;
}

static const struct note *write_note(unsigned who) {
    struct event_note_put body = filled(who);
    cr_assert_eq(BY(&scene, person(who), EVENT_NOTE_PUT, .note_put = body), REASON_ABSENT);
    return process_note(scene.process, body.id);
}

static bool is_material(const struct note *note, unsigned n) {
    struct research research = {.only = true, .study = make_id(STUDY + n)};
    return research_has_note(scene.process, &research, note);
}

Test(studies,
     a_text_is_version_one_until_somebody_may_have_read_it_and_has_its_number_again_when_it_is_back) {
    cr_assert_eq(put(study(0, "Vi frågar")), REASON_ABSENT);
    cr_assert_eq(put(study(0, "Vi frågar dig")), REASON_ABSENT);
    cr_expect_eq(version_of(0), 1);
    scene_join(&scene, 0, 0);
    cr_assert_eq(put(study(0, "Vi frågar er")), REASON_ABSENT);
    cr_expect_eq(version_of(0), 2);
    cr_assert_eq(put(study(0, "Vi frågar alla")), REASON_ABSENT);
    cr_expect_eq(version_of(0), 3);
    cr_assert_eq(put(study(0, "Vi frågar dig")), REASON_ABSENT);
    cr_expect_eq(version_of(0), 1);
    cr_expect_eq(study_version_count(process_study(scene.process, make_id(STUDY))), 3);
}

Test(studies, all_of_the_process_see_them_and_sixteen_stand) {
    for (unsigned i = 0; i < PROCESS_STUDIES; i++) {
        cr_assert_eq(put(study(i, "Vi frågar")), REASON_ABSENT);
    }
    cr_expect_eq(put(study(PROCESS_STUDIES, "Vi frågar")), REASON_TOO_MANY);
    cr_expect_eq(count_entities(scene.process, participants(1, 0), ENTITY_STUDY), PROCESS_STUDIES);
    struct event_study_put removal = study(3, "Vi frågar");
    removal.removed = true;
    cr_assert_eq(put(removal), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_STUDY), PROCESS_STUDIES - 1);
    cr_expect_eq(put(study(PROCESS_STUDIES, "Vi frågar")), REASON_ABSENT);
    cr_expect_eq(put(study(3, "Vi frågar")), REASON_TOO_MANY);
    cr_expect_eq(BY(&scene, person(0), EVENT_STUDY_PUT, .study_put = study(4, "Mitt")), REASON_DENIED);
    scene_check_refold(&scene);
}

Test(studies, what_is_wrong_with_a_put_is_said) {
    struct event_study_put body = study(0, "Vi frågar");
    body.from_version = 2;
    cr_expect_eq(put(body), REASON_WRONG_FORM);
    cr_expect_eq(put(study(0, "")), REASON_EMPTY);
    cr_assert_eq(put(study(0, "Vi frågar")), REASON_ABSENT);
    body = study(0, "Vi frågar");
    body.base--;
    cr_expect_eq(put(body), REASON_STALE);
    body = study(0, "Vi frågar");
    body.id = make_id(SESSION);
    cr_expect_eq(put(body), REASON_ID_TAKEN);
    scene_check_refold(&scene);
}

Test(studies, names_are_emptied_when_others_take_their_place) {
    int64_t seqs[8];
    cr_assert_eq(put(study(0, "Vi frågar")), REASON_ABSENT);
    int64_t first = process_head(scene.process);
    cr_expect_eq(process_due_redactions(scene.process, seqs, 8), 0);
    cr_assert_eq(put(study(0, "Vi frågar")), REASON_ABSENT);
    cr_assert_eq(process_due_redactions(scene.process, seqs, 8), 1);
    cr_expect_eq(seqs[0], first);
    scene_redact(&scene, seqs, 1);
    cr_expect(str_equal(process_study(scene.process, make_id(STUDY))->investigator, STR("Ledare")));
    cr_expect_eq(process_due_redactions(scene.process, seqs, 8), 0);
    scene_check_refold(&scene);
}

Test(studies, a_yes_is_to_the_version_that_was_read_and_no_to_the_next) {
    scene_join(&scene, 0, 0);
    cr_assert_eq(put(study(0, "Ett")), REASON_ABSENT);
    cr_expect_eq(say(0, 1, 0, 0, true), REASON_STALE);
    cr_expect_eq(say(0, 1, 1, 1, true), REASON_UNKNOWN_STUDY);
    cr_assert_eq(say(0, 1, 0, 1, true), REASON_ABSENT);
    cr_expect_eq(say(0, 1, 0, 1, false), REASON_STALE, "its rev grows");
    const struct note *note = write_note(0);
    cr_expect(is_material(note, 0));
    cr_expect_eq(study_set_version(note->studies, make_id(STUDY)), 1);
    cr_assert_eq(put(study(0, "Två")), REASON_ABSENT);
    cr_expect_eq(filled(0).consents_count, 0, "asked anew");
    cr_expect(is_material(note, 0), "was said under the first");
    struct event_study_put later = study(0, "Två");
    later.from_version = 2;
    cr_assert_eq(put(later), REASON_ABSENT);
    cr_expect_not(is_material(note, 0));
    cr_assert_eq(say(0, 2, 0, 1, false), REASON_ABSENT, "a no to what is not asked any more is one too");
    cr_assert_eq(say(0, 3, 0, 2, true), REASON_ABSENT);
    cr_expect_eq(filled(0).consents_count, 1);
    cr_assert_eq(say(0, 4, 0, 2, false), REASON_ABSENT);
    cr_expect_eq(filled(0).consents_count, 0);
    scene_check_refold(&scene);
}

Test(studies, answers_are_nobodys_to_see_and_ones_own) {
    scene_join(&scene, 0, 0);
    cr_assert_eq(put(study(0, "Ett")), REASON_ABSENT);
    struct buffer before, after;
    buffer_init(&before);
    buffer_init(&after);
    struct str host = dump(scene.process, hosts(), &before);
    cr_assert_eq(say(0, 1, 0, 1, true), REASON_ABSENT);
    cr_expect(str_equal(host, dump(scene.process, hosts(), &after)));
    buffer_finish(&before);
    buffer_finish(&after);
    struct entity entity;
    struct event asked = scene.events[scene.count - 1];
    cr_assert(process_entity_of(scene.process, &asked, &arena, &entity));
    cr_expect_eq(entity.kind, ENTITY_CONSENT);
    cr_expect(id_equal(entity.id, make_id(STUDY)));
    cr_expect(entity.body.consent.consent && entity.body.consent.version == 1);
    cr_expect(id_is_none(entity.body.consent.participant));
    struct event_study_put removal = study(0, "Ett");
    removal.removed = true;
    cr_expect_eq(put(removal), REASON_HAS_ANSWERS);
    scene_check_refold(&scene);
}

static void count_consents(void *context, const struct entity *entity) {
    *(size_t *)context += entity->kind == ENTITY_CONSENT;
}

Test(studies, one_has_ones_answers_again_when_one_comes_back) {
    size_t count = 0;
    scene_join(&scene, 0, 0);
    cr_assert_eq(put(study(0, "Ett")), REASON_ABSENT);
    cr_assert_eq(put(study(1, "Ett")), REASON_ABSENT);
    cr_assert_eq(say(0, 1, 0, 1, true), REASON_ABSENT);
    cr_assert_eq(say(0, 1, 1, 1, false), REASON_ABSENT);
    struct actor me = person(0);
    process_own(scene.process, &me, 1, &arena, count_consents, &count);
    cr_expect_eq(count, 2);
    scene_check_refold(&scene);
}

Test(studies, the_process_s_own_question_is_another) {
    scene_join(&scene, 0, 0);
    cr_assert_eq(put(study(0, "Ett")), REASON_ABSENT);
    cr_assert_eq(
        BY(&scene, person(0), EVENT_PARTICIPANT_CONSENT, .participant_consent = {.rev = 2, .consent = true}),
        REASON_ABSENT);
    const struct note *note = write_note(0);
    struct research own = {.only = true};
    cr_expect(note->consent);
    cr_expect(research_has_note(scene.process, &own, note));
    cr_expect_not(is_material(note, 0));
    scene_check_refold(&scene);
}

Test(studies, those_who_said_the_same_share_one_set) {
    scene_join(&scene, 0, 0);
    scene_join(&scene, 1, 0);
    cr_assert_eq(put(study(0, "Ett")), REASON_ABSENT);
    cr_assert_eq(put(study(1, "Ett")), REASON_ABSENT);
    cr_assert_eq(say(0, 1, 0, 1, true), REASON_ABSENT);
    cr_assert_eq(say(0, 1, 1, 1, true), REASON_ABSENT);
    cr_assert_eq(say(1, 1, 1, 1, true), REASON_ABSENT);
    cr_assert_eq(say(1, 1, 0, 1, true), REASON_ABSENT);
    cr_expect_eq(write_note(0)->studies, write_note(1)->studies);
    scene_check_refold(&scene);
}

Test(studies, a_closed_one_asks_nobody_and_gets_no_more_but_keeps_what_it_has) {
    scene_join(&scene, 0, 0);
    scene_join(&scene, 1, 0);
    cr_assert_eq(put(study(0, "Ett")), REASON_ABSENT);
    cr_assert_eq(say(0, 1, 0, 1, true), REASON_ABSENT);
    const struct note *note = write_note(0);
    struct event_study_put closing = study(0, "Ett");
    closing.closed = true;
    cr_assert_eq(put(closing), REASON_ABSENT);
    cr_expect_eq(say(1, 1, 0, 1, true), REASON_CLOSED);
    cr_expect_eq(say(1, 1, 0, 1, false), REASON_ABSENT);
    cr_expect_eq(filled(0).consents_count, 0);
    cr_expect(is_material(note, 0));
    scene_check_refold(&scene);
}

static void set_under_fifteen(bool under_fifteen) {
    struct event_session_put body = {.id = make_id(SESSION),
                                     .base = process_head(scene.process),
                                     .title = STR("Klassen"),
                                     .under_fifteen = under_fifteen};
    cr_assert_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = body), REASON_ABSENT);
}

Test(studies, children_are_not_asked_and_nothing_of_theirs_is_material) {
    scene_join(&scene, 0, 0);
    cr_assert_eq(put(study(0, "Ett")), REASON_ABSENT);
    cr_assert_eq(say(0, 1, 0, 1, true), REASON_ABSENT);
    const struct note *note = write_note(0);
    set_under_fifteen(true);
    cr_expect_not(is_material(note, 0), "whatever was said before");
    cr_expect_eq(filled(0).consents_count, 0);
    cr_expect_not(filled(0).consent);
    cr_expect_eq(say(0, 2, 0, 1, true), REASON_NOT_ASKED);
    cr_expect_eq(say(0, 2, 0, 1, false), REASON_ABSENT);
    cr_expect_eq(
        BY(&scene, person(0), EVENT_PARTICIPANT_CONSENT, .participant_consent = {.rev = 2, .consent = true}),
        REASON_NOT_ASKED);
    set_under_fifteen(false);
    cr_expect(is_material(note, 0));
    scene_check_refold(&scene);
}

static enum reason put_item(struct event_item_put body) {
    body.id = make_id(ITEM);
    const struct item *old = process_item(scene.process, body.id);
    body.base = old ? old->changed : 0;
    body.session = make_id(SESSION);
    body.title = STR("Om forskningen");
    return BY(&scene, account(), EVENT_ITEM_PUT, .item_put = body);
}

Test(studies, an_item_about_research_names_those_that_it_is_about) {
    static struct id named[2]; /* the scene keeps its events */
    named[0] = make_id(STUDY);
    named[1] = make_id(STUDY + 1);
    struct event_item_put body = {.form = ITEM_FORM_RESEARCH, .studies = named, .studies_count = 2};
    struct entity entity;
    cr_assert_eq(put(study(0, "Ett")), REASON_ABSENT);
    cr_expect_eq(put_item(body), REASON_UNKNOWN_STUDY);
    cr_assert_eq(put(study(1, "Två")), REASON_ABSENT);
    cr_assert_eq(put_item(body), REASON_ABSENT);
    cr_assert(find_entity(scene.process, participants(0, 0), ENTITY_ITEM, make_id(ITEM), &arena, &entity));
    cr_assert_eq(entity.body.item.studies_count, 2);
    cr_expect(id_equal(entity.body.item.studies[1], named[1]));
    struct event_study_put removal = study(1, "Två");
    removal.removed = true;
    cr_assert_eq(put(removal), REASON_ABSENT);
    cr_expect_eq(put_item(body), REASON_ABSENT, "it named it before");
    body.form = ITEM_FORM_TALK;
    cr_expect_eq(put_item(body), REASON_WRONG_FORM);
    body.studies_count = 0;
    cr_expect_eq(put_item(body), REASON_ABSENT);
    body = (struct event_item_put){.form = ITEM_FORM_RESEARCH, .studies = named + 1, .studies_count = 1};
    cr_expect_eq(put_item(body), REASON_UNKNOWN_STUDY);
    scene_check_refold(&scene);
}

Test(studies, the_information_is_one_and_has_a_version_once_somebody_may_have_read_it) {
    struct event_information_put body = {.id = make_id(INFORMATION), .text = STR("Så här gör vi")};
    struct entity entity;
    cr_assert_eq(BY(&scene, account(), EVENT_INFORMATION_PUT, .information_put = body), REASON_ABSENT);
    body.id = make_id(INFORMATION + 1);
    cr_expect_eq(BY(&scene, account(), EVENT_INFORMATION_PUT, .information_put = body), REASON_ID_TAKEN);
    body.id = make_id(INFORMATION);
    cr_expect_eq(BY(&scene, account(), EVENT_INFORMATION_PUT, .information_put = body), REASON_STALE);
    scene_join(&scene, 0, 0);
    body.base = process_head(scene.process);
    body.contact = STR("Ombudet");
    cr_assert_eq(BY(&scene, account(), EVENT_INFORMATION_PUT, .information_put = body), REASON_ABSENT);
    cr_assert(find_entity(scene.process, participants(0, 0), ENTITY_INFORMATION, body.id, &arena, &entity));
    cr_expect_eq(entity.body.information.version, 1, "whom to ask is no part of it");
    body.base = process_head(scene.process);
    body.kept = STR("Tio år");
    cr_assert_eq(BY(&scene, account(), EVENT_INFORMATION_PUT, .information_put = body), REASON_ABSENT);
    cr_assert(find_entity(scene.process, display(0), ENTITY_INFORMATION, body.id, &arena, &entity));
    cr_expect_eq(entity.body.information.version, 2);
    body.base = process_head(scene.process);
    body.removed = true;
    cr_assert_eq(BY(&scene, account(), EVENT_INFORMATION_PUT, .information_put = body), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_INFORMATION), 0);
    scene_check_refold(&scene);
}
