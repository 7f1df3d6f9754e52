#include "support.h"

#include <criterion/criterion.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static const struct map_seed seed = {{7}};

struct id make_id(unsigned number) {
    struct id id = {{0xa0}};
    for (size_t i = 0; i < 4; i++) {
        id.bytes[15 - i] = (uint8_t)(number >> 8 * i);
    }
    return id;
}

struct actor account(void) {
    return (struct actor){ACTOR_ACCOUNT, make_id(ACCOUNT)};
}

struct actor person(unsigned number) {
    return (struct actor){ACTOR_PARTICIPANT, make_id(PERSON + number)};
}

struct actor author(unsigned number) {
    struct id id = make_id(number);
    id.bytes[0] = 0xaa;
    return (struct actor){ACTOR_AUTHOR, id};
}

struct actor server(void) {
    return (struct actor){.kind = ACTOR_SERVER};
}

void scene_open(struct scene *scene) {
    *scene = (struct scene){.process = process_create(seed), .at = 1000};
}

void scene_close(struct scene *scene) {
    process_destroy(scene->process);
    memory_free(scene->events);
    memory_free(scene->reasons);
}

enum reason scene_apply(struct scene *scene, struct event event) {
    size_t reasons = scene->capacity;
    event.seq = (int64_t)scene->count + 1;
    event.at = event.at > 0 ? event.at : scene->at;
    if (id_is_none(event.command)) {
        event.command = make_id(COMMAND + (unsigned)scene->count);
    }
    if (event.size == 0) {
        event.size = 100;
    }
    scene->events = memory_grow(scene->events, &scene->capacity, scene->count + 1, sizeof *scene->events);
    scene->reasons = memory_grow(scene->reasons, &reasons, scene->count + 1, sizeof *scene->reasons);
    enum reason judged = process_judge(scene->process, &event);
    enum reason reason = process_apply(scene->process, &event);
    cr_assert_eq(judged, reason, "judging and applying agree");
    scene->events[scene->count] = event;
    scene->reasons[scene->count++] = reason;
    return reason;
}

static const struct named roles[] = {{{{0xa0, [15] = ROLE}}, {"chef", 4}},
                                     {{{0xa0, [15] = ROLE + 1}}, {"profession", 10}}};
static const struct organisation organisations[] = {
    {{{0xa0, [15] = ORGANISATION}}, {"Falun", 5}, {"kommun", 6}},
    {{{0xa0, [15] = ORGANISATION + 1}}, {"Borlänge", 9}, {"kommun", 6}},
    {{{0xa0, [15] = ORGANISATION + 2}}, {"Regionen", 8}, {"region", 6}},
};
static const struct profile profile = {
    .title = {"En dag", 6},
    .language = LANGUAGE_SV,
    .zone = {"Europe/Stockholm", 16},
    .roles = roles,
    .roles_count = 2,
    .organisations = organisations,
    .organisations_count = 3,
};

void scene_create(struct scene *scene) {
    cr_assert_eq(BY(scene, server(), EVENT_PROCESS_CREATE,
                    .process_create = {.rules = RULES_NEWEST, .profile = &profile}),
                 0);
}

void scene_add_session(struct scene *scene, unsigned n) {
    static const struct named tables[][2] = {
        {{{{0xa0, [15] = TABLE}}, {"Bord 1", 6}}, {{{0xa0, [15] = TABLE + 1}}, {"Bord 2", 6}}},
        {{{{0xa0, [15] = TABLE + 2}}, {"Bord 1", 6}}, {{{0xa0, [15] = TABLE + 3}}, {"Bord 2", 6}}},
    };
    struct event_session_put put = {
        .id = make_id(SESSION + n), .title = STR("Dagen"), .tables = tables[n], .tables_count = 2};
    cr_assert_eq(BY(scene, account(), EVENT_SESSION_PUT, .session_put = put), 0);
    cr_assert_eq(BY(scene, account(), EVENT_SESSION_RUN,
                    .session_run = {.id = make_id(SESSION + n), .state = SESSION_STATE_LIVE}),
                 0);
}

void scene_run(struct scene *scene, unsigned session, enum session_state state) {
    struct event_session_run run = {.id = make_id(SESSION + session), .state = state};
    cr_assert_eq(BY(scene, account(), EVENT_SESSION_RUN, .session_run = run), 0);
}

void scene_join(struct scene *scene, unsigned n, unsigned session) {
    static char hashes[3000][65];
    cr_assert_lt(n, 3000);
    snprintf(hashes[n], sizeof hashes[n], "%064u", n);
    struct event_participant_join join = {
        .id = make_id(PERSON + n), .session = make_id(SESSION + session), .token_hash = {hashes[n], 64}};
    cr_assert_eq(BY(scene, server(), EVENT_PARTICIPANT_JOIN, .participant_join = join), 0);
}

struct event_round_put notes_round(unsigned n, enum visibility visibility, enum authorship authorship) {
    return (struct event_round_put){.id = make_id(ROUND + n),
                                    .session = make_id(SESSION),
                                    .form = ROUND_FORM_NOTES,
                                    .question = STR("Vad är viktigast?"),
                                    .visibility = visibility,
                                    .authorship = authorship};
}

struct event_round_put ballot_round(unsigned n, enum result result, int64_t budget, int64_t cap) {
    static const struct choice choices[] = {{.id = {{0xa0, [15] = CHOICE}}, .text = {"Trygghet", 8}},
                                            {.id = {{0xa0, [15] = CHOICE + 1}}, .text = {"Samverkan", 9}},
                                            {.id = {{0xa0, [15] = CHOICE + 2}}, .text = {"Tillsammans", 11}}};
    static struct ballot_settings settings[20];
    struct event_round_put put = notes_round(n, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    settings[n] = (struct ballot_settings){
        .choices = choices, .choices_count = 3, .budget = budget, .cap = cap, .result = result};
    put.form = ROUND_FORM_BALLOT;
    put.ballot = &settings[n];
    return put;
}

void scene_put_round(struct scene *scene, struct event_round_put put) {
    const struct round *round = process_round(scene->process, put.id);
    put.base = round ? round->changed : 0;
    cr_assert_eq(BY(scene, account(), EVENT_ROUND_PUT, .round_put = put), 0);
}

void scene_open_round(struct scene *scene, unsigned n) {
    cr_assert_eq(BY(scene, account(), EVENT_ROUND_OPEN, .round_open = {.id = make_id(ROUND + n)}), 0);
}

void scene_begin(struct scene *scene, unsigned people, enum visibility visibility,
                 enum authorship authorship) {
    scene_open(scene);
    scene_create(scene);
    scene_add_session(scene, 0);
    for (unsigned i = 0; i < people; i++) {
        scene_join(scene, i, 0);
    }
    scene_put_round(scene, notes_round(0, visibility, authorship));
    scene_open_round(scene, 0);
}

enum reason scene_write(struct scene *scene, struct actor actor, unsigned note, int64_t rev,
                        const char *text) {
    struct event_note_put put = {
        .id = make_id(NOTE + note), .round = make_id(ROUND), .rev = rev, .text = str_of(text)};
    return BY(scene, actor, EVENT_NOTE_PUT, .note_put = put);
}

enum reason scene_vote(struct scene *scene, struct actor actor, unsigned choice, int64_t rev, int64_t votes) {
    struct event_vote_put put = {
        .round = make_id(ROUND + 1), .choice = make_id(CHOICE + choice), .rev = rev, .votes = votes};
    return BY(scene, actor, EVENT_VOTE_PUT, .vote_put = put);
}

struct event without_texts(struct event event) {
    const struct str none = {0};
    event.redacted = true;
    switch (event.kind) {
    case EVENT_NOTE_PUT:
        event.body.note_put.text = none;
        break;
    case EVENT_NOTE_ENTER:
        event.body.note_enter.text = none;
        break;
    case EVENT_DIARY_PUT:
        event.body.diary_put.text = none;
        event.body.diary_put.tags = none;
        break;
    case EVENT_DIARY_ANSWER:
        event.body.diary_answer.text = none;
        break;
    case EVENT_NOTE_HIDE:
        event.body.note_hide.reason = none;
        break;
    case EVENT_PARTICIPANT_PUT:
        event.body.participant_put.name = none;
        break;
    case EVENT_ENTRY_PUT:
        event.body.entry_put.text = event.body.entry_put.owner = none;
        event.body.entry_put.reference = event.body.entry_put.recipient = none;
        event.body.entry_put.outcome = event.body.entry_put.learnt = event.body.entry_put.word = none;
        break;
    case EVENT_HOLDING_PUT:
        event.body.holding_put.name = none;
        break;
    case EVENT_STEP_PUT:
        event.body.step_put.text = none;
        break;
    case EVENT_STUDY_PUT:
        event.body.study_put.investigator = event.body.study_put.contact = none;
        break;
    case EVENT_INFORMATION_PUT:
        event.body.information_put.contact = none;
        break;
    case EVENT_PICTURE_PUT:
        event.body.picture_put.caption = none;
        break;
    case EVENT_THEME_PUT:
        event.body.theme_put.title = event.body.theme_put.definition = none;
        break;
    case EVENT_FORM_PUT:
        event.body.form_put.form = none;
        event.body.form_put.analyses = none;
        break;
    default:
        break;
    }
    return event;
}

struct process *scene_refold(const struct scene *scene) {
    struct process *process = process_create((struct map_seed){{99}});
    for (size_t i = 0; i < scene->count; i++) {
        enum reason reason = process_apply(process, &scene->events[i]);
        cr_assert_eq(reason, scene->reasons[i], "event %zu is judged as before: %d, was %d", i + 1, reason,
                     scene->reasons[i]);
    }
    return process;
}

/* ---- what is seen ---- */

static int compare_entities(const void *left, const void *right) {
    const struct entity *a = left, *b = right;
    return a->kind != b->kind ? (int)a->kind - (int)b->kind : id_compare(a->id, b->id);
}

static struct entity *see_all(const struct process *process, struct audience audience, struct arena *arena,
                              size_t *count) {
    struct change_cursor position = {0, INT64_MAX}, last = {0, 0};
    struct change_walk *walk = process_changes(process, audience, position, arena);
    struct entity *entities = NULL, entity;
    struct gone gone;
    size_t capacity = 0;
    enum change change;
    *count = 0;
    while ((change = process_next_change(walk, arena, &entity, &gone, &position)) != CHANGE_END) {
        cr_assert_eq(change, CHANGE_ENTITY, "nothing is gone for who knows nothing");
        cr_assert(position.seq > last.seq || (position.seq == last.seq && position.ordinal > last.ordinal) ||
                      *count == 0,
                  "changes ascend");
        last = position;
        entities = memory_grow(entities, &capacity, *count + 1, sizeof *entities);
        entities[(*count)++] = entity;
    }
    cr_assert_eq(position.seq, process_head(process));
    cr_assert_eq(position.ordinal, INT64_MAX);
    return entities;
}

struct str dump(const struct process *process, struct audience audience, struct buffer *buffer) {
    size_t count;
    struct arena arena;
    arena_init(&arena);
    struct entity *entities = see_all(process, audience, &arena, &count);
    if (count > 0) {
        qsort(entities, count, sizeof *entities, compare_entities);
    }
    buffer_clear(buffer);
    for (size_t i = 0; i < count; i++) {
        dump_entity(&entities[i], buffer);
    }
    memory_free(entities);
    arena_finish(&arena);
    return buffer_str(buffer);
}

bool find_entity(const struct process *process, struct audience audience, enum entity_kind kind, struct id id,
                 struct arena *arena, struct entity *entity) {
    size_t count;
    bool found = false;
    struct entity *entities = see_all(process, audience, arena, &count);
    for (size_t i = 0; i < count; i++) {
        if (entities[i].kind == kind && id_equal(entities[i].id, id)) {
            *entity = entities[i];
            found = true;
        }
    }
    memory_free(entities);
    return found;
}

size_t count_entities(const struct process *process, struct audience audience, enum entity_kind kind) {
    size_t count, found = 0;
    struct arena arena;
    arena_init(&arena);
    struct entity *entities = see_all(process, audience, &arena, &count);
    for (size_t i = 0; i < count; i++) {
        found += entities[i].kind == kind;
    }
    memory_free(entities);
    arena_finish(&arena);
    return found;
}

struct audience hosts(void) {
    return (struct audience){.kind = AUDIENCE_HOST};
}

struct audience state(void) {
    return (struct audience){.kind = AUDIENCE_STATE};
}

struct audience display(unsigned session) {
    return (struct audience){.kind = AUDIENCE_DISPLAY, .session = make_id(SESSION + session)};
}

struct audience participants(unsigned session, unsigned table) {
    struct audience audience = {.kind = AUDIENCE_PARTICIPANT, .session = make_id(SESSION + session)};
    audience_add_group(&audience, table > 0 ? make_id(table) : (struct id){{0}});
    return audience;
}

struct audience with_group(struct audience audience, unsigned group) {
    audience_add_group(&audience, make_id(group));
    return audience;
}

/* ---- redactions ---- */

void scene_redact(struct scene *scene, const int64_t *seqs, size_t count) {
    static int64_t kept[1000];
    static size_t used;
    cr_assert_leq(used + count, 1000);
    int64_t *own = kept + used;
    memcpy(own, seqs, count * sizeof *seqs);
    used += count;
    cr_assert_eq(BY(scene, server(), EVENT_REDACT, .redact = {.seqs = own, .seqs_count = count}),
                 REASON_ABSENT);
    for (size_t i = 0; i < count; i++) {
        scene->events[own[i] - 1] = without_texts(scene->events[own[i] - 1]);
    }
}

void scene_check_refold(const struct scene *scene) {
    struct buffer live, again;
    buffer_init(&live);
    buffer_init(&again);
    struct process *refolded = scene_refold(scene);
    struct str left = dump(scene->process, state(), &live), right = dump(refolded, state(), &again);
    cr_expect(str_equal(left, right), "\n%.*s\n%.*s", STR_ARGS(left), STR_ARGS(right));
    cr_expect_eq(process_last_change(scene->process, hosts()), process_last_change(refolded, hosts()));
    cr_expect_eq(process_last_change(scene->process, display(0)), process_last_change(refolded, display(0)));
    process_destroy(refolded);
    buffer_finish(&live);
    buffer_finish(&again);
}
