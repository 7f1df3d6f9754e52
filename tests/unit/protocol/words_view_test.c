/* The adapter over a real process: what is written, hidden and decided there, comes out as rows. */
#include <criterion/criterion.h>
#include <string.h>

#include "protocol/codec.h"
#include "protocol/words_view.h"
#include "records/shapes.h"

static struct arena arena;
static struct process *process;
static uint8_t commands;

enum { ROUND_A = 10, ROUND_B = 11, SESSION = 1, LIST = 50 };

static struct id id_of(uint8_t number) {
    return (struct id){{0x8b, 0x1f, 0x6f, 0x5e, 0x7f, 0x0a, 0x4c, 0x1e, 0x9d, 0x57, 0, 0, 0, 0, 0, number}};
}

static struct event *begin(enum event_kind kind, struct actor actor) {
    static struct event event;
    event = (struct event){.seq = process_head(process) + 1, .actor = actor, .at = 1000, .kind = kind};
    event.command.bytes[0] = 0xcc;
    event.command.bytes[15] = ++commands;
    event.hash[0] = commands;
    event.size = 100;
    return &event;
}

static void apply(const struct event *event) {
    enum reason reason = process_apply(process, event);
    cr_assert_eq(reason, REASON_ABSENT, "kind %d: %.*s", (int)event->kind,
                 STR_ARGS(enumeration_text(&enumeration_reason, (int)reason)));
}

static const struct actor HOST = {ACTOR_ACCOUNT, {{9}}};

static struct actor person(uint8_t number) {
    return (struct actor){ACTOR_PARTICIPANT, id_of((uint8_t)(100 + number))};
}

static void make_process(void) {
    static const struct named tables[] = {{{{7}}, {"Ett", 3}}};
    static struct organisation organisations[2];
    static struct profile profile;
    organisations[0] = (struct organisation){id_of(200), STR("Ett"), STR("kommun")};
    organisations[1] = (struct organisation){id_of(201), STR("Tv\u00e5"), STR("kommun")};
    profile = (struct profile){.title = STR("Dag"),
                               .language = LANGUAGE_SV,
                               .zone = STR("Europe/Stockholm"),
                               .organisations = organisations,
                               .organisations_count = 2,
                               .asks_name = true};
    struct event *event = begin(EVENT_PROCESS_CREATE, (struct actor){.kind = ACTOR_SERVER});
    event->body.process_create = (struct event_process_create){.rules = RULES_NEWEST, .profile = &profile};
    apply(event);
    event = begin(EVENT_SESSION_PUT, HOST);
    event->body.session_put = (struct event_session_put){
        .id = id_of(SESSION), .title = STR("F\u00f6rsta"), .tables = tables, .tables_count = 1};
    apply(event);
    event = begin(EVENT_SESSION_RUN, HOST);
    event->body.session_run = (struct event_session_run){.id = id_of(SESSION), .state = SESSION_STATE_LIVE};
    apply(event);
}

static void open_round(uint8_t number, enum authorship authorship) {
    static const struct notes_settings settings;
    struct event *event = begin(EVENT_ROUND_PUT, HOST);
    event->body.round_put = (struct event_round_put){.id = id_of(number),
                                                     .session = id_of(SESSION),
                                                     .form = ROUND_FORM_NOTES,
                                                     .question = STR("Vad betyder mest?"),
                                                     .visibility = VISIBILITY_OWN,
                                                     .authorship = authorship,
                                                     .notes = &settings};
    apply(event);
    event = begin(EVENT_ROUND_OPEN, HOST);
    event->body.round_open = (struct event_round_open){.id = id_of(number)};
    apply(event);
}

static void join(uint8_t number) {
    char hash[65];
    memset(hash, 'a', 64);
    hash[0] = (char)('a' + number);
    struct event *event = begin(EVENT_PARTICIPANT_JOIN, (struct actor){.kind = ACTOR_SERVER});
    event->body.participant_join = (struct event_participant_join){
        .id = person(number).id, .session = id_of(SESSION), .token_hash = {hash, 64}};
    apply(event);
    event = begin(EVENT_PARTICIPANT_PUT, person(number));
    event->body.participant_put =
        (struct event_participant_put){.rev = 1, .organisation = id_of((uint8_t)(200 + number % 2))};
    apply(event);
}

static struct id note_id(uint8_t number) {
    struct id id = id_of(number);
    id.bytes[14] = 1;
    return id;
}

static void write_note(uint8_t note, uint8_t round, struct actor actor, const char *text, int64_t group) {
    struct event *event = begin(EVENT_NOTE_PUT, actor);
    event->body.note_put = (struct event_note_put){
        .id = note_id(note), .round = id_of(round), .rev = 1, .text = str_of(text), .group_size = group};
    if (group > 0) {
        event->body.note_put.table = (struct id){{7}};
    }
    apply(event);
}

static void make_list(bool both) {
    static struct id rounds[2];
    rounds[0] = id_of(ROUND_A);
    rounds[1] = id_of(ROUND_B);
    struct event *event = begin(EVENT_WORDS_PUT, HOST);
    event->body.words_put = (struct event_words_put){
        .id = id_of(LIST), .title = STR("V\u00e4rdeord"), .rounds = rounds, .rounds_count = both ? 2 : 1};
    apply(event);
}

static void set_up(void) {
    arena_init(&arena);
    process = process_create((struct map_seed){{1}});
    commands = 0;
    make_process();
    for (uint8_t i = 1; i <= 6; i++) {
        join(i);
    }
}

static void tear_down(void) {
    process_destroy(process);
    arena_finish(&arena);
}

TestSuite(words_view, .init = set_up, .fini = tear_down);

static struct words_view make_view(void) {
    struct words_view view;
    cr_assert(words_view_make(process, id_of(LIST), &arena, &view));
    return view;
}

static const struct word_row *find_row(const struct words_view *view, const char *word) {
    size_t count;
    int64_t more;
    const struct word_row *rows = words_view_rows(view, WORDS_READER_HOST, 0, &arena, &count, &more);
    for (size_t i = 0; i < count; i++) {
        if (str_equal(rows[i].word, str_of(word))) {
            return &rows[i];
        }
    }
    return NULL;
}

Test(words_view, counts_persons_once_and_groups_apart) {
    open_round(ROUND_A, AUTHORSHIP_NAMED);
    make_list(false);
    write_note(60, ROUND_A, person(1), "trygghet", 0);
    write_note(61, ROUND_A, person(1), "mer trygghet", 0);
    write_note(62, ROUND_A, person(2), "Trygghet!", 0);
    write_note(63, ROUND_A, person(3), "trygghet", 4);
    write_note(64, ROUND_A, person(4), "trygghet", 4); /* the same table */
    struct words_view view = make_view();
    const struct word_row *row = find_row(&view, "trygghet");
    cr_assert_not_null(row);
    cr_expect_eq(row->persons, 2);
    cr_expect_eq(row->groups, 1);
    cr_expect_eq(row->breadth, 0, "withheld below five persons");
    cr_expect_not(view.per_round);
    size_t count;
    const struct note **notes = words_view_notes(&view, WORDS_READER_HOST, STR("trygghet"), &arena, &count);
    cr_expect_eq(count, 5);
    cr_expect(id_equal(notes[0]->id, note_id(60)));
    (void)words_view_notes(&view, WORDS_READER_ROOM, STR("trygghet"), &arena, &count);
    cr_expect_eq(count, 0, "nobody else may see them before they are revealed");
    cr_expect_null(words_view_notes(&view, WORDS_READER_HOST, STR("finnsinte"), &arena, &count));
    cr_expect_eq(count, 0);
}

Test(words_view, revealed_notes_come_as_screens_show_them) {
    open_round(ROUND_A, AUTHORSHIP_NAMED);
    make_list(false);
    for (uint8_t i = 0; i < 6; i++) {
        write_note((uint8_t)(90 - 7 * i % 40), ROUND_A, person((uint8_t)(1 + i / 2)), "trygghet", 0);
    }
    struct event *event = begin(EVENT_ROUND_CLOSE, HOST);
    event->body.round_close = (struct event_round_close){.id = id_of(ROUND_A)};
    apply(event);
    event = begin(EVENT_ROUND_REVEAL, HOST);
    event->body.round_reveal = (struct event_round_reveal){.id = id_of(ROUND_A), .revealed = true};
    apply(event);
    struct words_view view = make_view();
    size_t count;
    const struct note **notes = words_view_notes(&view, WORDS_READER_ROOM, STR("trygghet"), &arena, &count);
    cr_assert_eq(count, 6);
    for (size_t i = 1; i < count; i++) {
        bool later = notes[i]->turn > notes[i - 1]->turn;
        cr_expect(later ||
                  (notes[i]->turn == notes[i - 1]->turn && id_compare(notes[i]->id, notes[i - 1]->id) > 0));
    }
}

Test(words_view, breadth_from_five_persons_on) {
    open_round(ROUND_A, AUTHORSHIP_NAMED);
    make_list(false);
    for (uint8_t i = 1; i <= 5; i++) {
        write_note((uint8_t)(60 + i), ROUND_A, person(i), "trygghet", 0);
    }
    struct words_view view = make_view();
    cr_expect_eq(find_row(&view, "trygghet")->breadth, 2);
}

Test(words_view, what_is_hidden_or_removed_is_not_counted) {
    open_round(ROUND_A, AUTHORSHIP_NAMED);
    make_list(false);
    write_note(60, ROUND_A, person(1), "trygghet", 0);
    write_note(61, ROUND_A, person(2), "trygghet", 0);
    write_note(62, ROUND_A, person(3), "trygghet", 0);
    struct event *event = begin(EVENT_NOTE_HIDE, HOST);
    event->body.note_hide = (struct event_note_hide){.id = note_id(60), .hidden = true};
    apply(event);
    event = begin(EVENT_NOTE_REMOVE, person(2));
    event->body.note_remove = (struct event_note_remove){.id = note_id(61), .rev = 2, .removed = true};
    apply(event);
    struct words_view view = make_view();
    cr_expect_eq(find_row(&view, "trygghet")->persons, 1);
}

Test(words_view, anonymous_rounds_apart_are_sums_and_have_no_breadth) {
    open_round(ROUND_A, AUTHORSHIP_ANONYMOUS);
    open_round(ROUND_B, AUTHORSHIP_ANONYMOUS);
    make_list(true);
    for (uint8_t i = 1; i <= 5; i++) {
        struct actor author = {ACTOR_AUTHOR, {{i, 1}}};
        write_note((uint8_t)(60 + i), i < 4 ? ROUND_A : ROUND_B, author, "trygghet", 0);
    }
    struct words_view view = make_view();
    cr_expect(view.per_round);
    cr_expect_eq(find_row(&view, "trygghet")->persons, 5);
    cr_expect_eq(find_row(&view, "trygghet")->breadth, 0);
}

Test(words_view, decisions_show) {
    open_round(ROUND_A, AUTHORSHIP_NAMED);
    make_list(false);
    write_note(60, ROUND_A, person(1), "samverka", 0);
    write_note(61, ROUND_A, person(2), "samverkan", 0);
    int64_t base = process_word_list(process, id_of(LIST))->changed;
    struct event *event = begin(EVENT_WORD_MERGE, HOST);
    event->body.word_merge = (struct event_word_merge){
        .list = id_of(LIST), .base = base, .word = STR("samverka"), .into = STR("samverkan")};
    apply(event);
    struct words_view view = make_view();
    const struct word_row *row = find_row(&view, "samverkan");
    cr_assert_not_null(row);
    cr_expect_eq(row->persons, 2);
    cr_expect_eq(row->parts_count, 2);
    cr_expect_null(find_row(&view, "samverka"));
}

static void rename_word(const char *word, const char *label) {
    struct event *event = begin(EVENT_WORD_RENAME, HOST);
    event->body.word_rename = (struct event_word_rename){
        .list = id_of(LIST), .base = process_head(process), .word = str_of(word), .label = str_of(label)};
    apply(event);
}

static void expect_label(struct str label, const char *expected) {
    cr_expect(str_equal(label, str_of(expected)), "%.*s is %s", STR_ARGS(label), expected);
}

Test(words_view, parts_and_suggestions_are_called_as_people_see_them) {
    open_round(ROUND_A, AUTHORSHIP_NAMED);
    make_list(false);
    write_note(60, ROUND_A, person(1), "samverka", 0);
    write_note(61, ROUND_A, person(2), "samverkan", 0);
    rename_word("samverkan", "Samverkan");
    struct words_view view = make_view();
    const struct word_row *row = find_row(&view, "samverka");
    cr_assert_eq(row->suggestions_count, 1);
    expect_label(row->suggestions[0].word, "samverkan");
    expect_label(row->suggestions[0].label, "Samverkan");
    rename_word("samverka", "Att samverka");
    struct event *event = begin(EVENT_WORD_MERGE, HOST);
    event->body.word_merge = (struct event_word_merge){.list = id_of(LIST),
                                                       .base = process_head(process),
                                                       .word = STR("samverka"),
                                                       .into = STR("samverkan")};
    apply(event);
    view = make_view();
    row = find_row(&view, "samverkan");
    cr_assert_eq(row->parts_count, 2);
    expect_label(row->parts[0].label, "Samverkan");
    expect_label(row->parts[1].word, "samverka");
    expect_label(row->parts[1].label, "Att samverka");
    cr_expect(str_is_absent(row->forms[0].label));
}

/* Three letters that differ for every number. */
static void write_word(uint8_t number, char text[32]) {
    static const char *const syllables[] = {"bak", "dol", "fim", "gup", "hes",
                                            "jat", "kov", "lin", "mur", "nep"};
    strcpy(text, syllables[number / 10 % 10]);
    strcat(text, syllables[number % 10]);
    strcat(text, syllables[number / 100]);
}

Test(words_view, rows_come_in_pages_without_a_gap) {
    open_round(ROUND_A, AUTHORSHIP_NAMED);
    make_list(false);
    for (uint8_t i = 0; i < 130; i++) {
        char text[32];
        write_word(i, text);
        write_note(i, ROUND_A, person((uint8_t)(1 + i % 6)), text, 0);
    }
    struct words_view view = make_view();
    cr_assert_geq(view.result.count, 130);
    size_t seen = 0, count = 1;
    int64_t more = 1;
    while (count > 0) {
        const struct word_row *rows = words_view_rows(&view, WORDS_READER_HOST, seen, &arena, &count, &more);
        cr_expect_leq(count, (size_t)WORDS_VIEW_ROWS);
        for (size_t i = 0; i < count; i++) {
            cr_expect(str_equal(rows[i].word, view.result.families[seen + i].word));
        }
        seen += count;
        cr_expect_eq((size_t)more, view.result.count - seen);
    }
    cr_expect_eq(seen, view.result.count);
    (void)words_view_rows(&view, WORDS_READER_HOST, 100000, &arena, &count, &more);
    cr_expect_eq(count, 0);
    cr_expect_eq(more, 0);
}

Test(words_view, an_entity_and_a_page_are_valid_messages) {
    open_round(ROUND_A, AUTHORSHIP_NAMED);
    make_list(false);
    write_note(60, ROUND_A, person(1), "trygghet", 0);
    struct words_view view = make_view();
    struct id rounds[] = {id_of(ROUND_A)};
    struct entity_words entity = {.title = STR("x"), .rounds = rounds, .rounds_count = 1}, back;
    struct codec_error error;
    struct buffer text;
    buffer_init(&text);
    words_view_fill(&view, WORDS_READER_HOST, &arena, &entity);
    codec_encode(&entity_shapes[ENTITY_WORDS], &entity, CODEC_ALL, &text);
    json_t *json = json_loadb(text.data, text.size, 0, NULL);
    cr_expect_eq(codec_decode(&entity_shapes[ENTITY_WORDS], json, CODEC_CLIENT, &arena, &back, &error),
                 STATUS_OK);
    cr_expect_eq(back.persons, 1);
    json_decref(json);
    buffer_clear(&text);
    words_view_encode_page(&view, WORDS_READER_HOST, 0, &text);
    json = json_loadb(text.data, text.size, 0, NULL);
    cr_expect_eq(json_array_size(json_object_get(json, "words")), view.result.count);
    cr_expect_eq(json_integer_value(json_object_get(json, "more")), 0);
    json_decref(json);
    buffer_finish(&text);
}

Test(words_view, there_is_none_of_a_list_that_is_not_there) {
    struct words_view view;
    cr_expect_not(words_view_make(process, id_of(LIST), &arena, &view));
}
