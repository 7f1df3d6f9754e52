#include "transcript/tables.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "meeting.h"

static struct process *process;
static json_t *rows;
static const struct id all;

static void set_up(void) {
    process = meeting_create();
}

static void tear_down(void) {
    json_decref(rows);
    process_destroy(process);
}

TestSuite(tables, .init = set_up, .fini = tear_down);

static size_t read_rows(enum record_view view, struct id session, const char *table) {
    json_decref(rows);
    rows = meeting_rows(process, view, session, table);
    return json_array_size(rows);
}

static json_int_t number(json_t *row, const char *member) {
    return json_integer_value(json_object_get(row, member));
}

static const char *text_of(struct id id) {
    static char texts[8][ID_TEXT_LENGTH + 1];
    static int next;
    char *text = texts[next++ % 8];
    id_format(id, text);
    return text;
}

static size_t count_where(const char *member, const char *value) {
    size_t found = 0;
    for (size_t i = 0; i < json_array_size(rows); i++) {
        found += strcmp(meeting_text(json_array_get(rows, i), member), value) == 0;
    }
    return found;
}

/* The row of a table of numbers: by value of up to two members. */
static json_t *find(const char *member, const char *value, const char *other, const char *other_value) {
    for (size_t i = 0; i < json_array_size(rows); i++) {
        json_t *row = json_array_get(rows, i);
        if (strcmp(meeting_text(row, member), value) == 0 &&
            strcmp(meeting_text(row, other), other_value) == 0) {
            return row;
        }
    }
    cr_assert_fail("no row where %s is %s and %s is %s", member, value, other, other_value);
    return NULL;
}

Test(tables, every_column_has_a_name_and_its_meaning_in_both_languages) {
    for (size_t i = 0; record_tables[i]; i++) {
        const struct table *table = record_tables[i];
        cr_expect(table->column_count <= TABLE_COLUMNS);
        cr_expect(strlen(table->english) > 0 && strlen(table->swedish) > 0);
        for (size_t j = 0; j < table->column_count; j++) {
            const struct column *column = &table->columns[j];
            cr_expect(strlen(column->name) > 0 && strlen(column->english) > 0 && strlen(column->swedish) > 0);
            cr_expect_str_neq(column->name, "table");
            for (size_t k = 0; k < j; k++) {
                cr_expect_str_neq(column->name, table->columns[k].name);
            }
        }
    }
}

Test(tables, sessions_items_rounds_and_choices_stand_as_they_were_planned) {
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "sessions"), 2);
    json_t *session = json_array_get(rows, 0);
    cr_expect_str_eq(meeting_text(session, "title"), "Förmiddag");
    cr_expect_str_eq(meeting_text(session, "state"), "live");
    cr_expect_str_eq(meeting_text(session, "starts"), "2021-02-12T09:00:00.000Z");
    cr_expect_eq(number(session, "joined"), 12);
    cr_expect(json_is_null(json_object_get(session, "ended")));
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "items"), 1);
    cr_expect_str_eq(meeting_text(json_array_get(rows, 0), "form"), "round");
    cr_expect_eq(number(json_array_get(rows, 0), "number"), 1);
    cr_assert_eq(read_rows(RECORD_VIEW_RESEARCH, all, "rounds"), 7);
    json_t *ballot = meeting_row(rows, "question", "Vilka är viktigast?");
    cr_expect_str_eq(meeting_text(ballot, "form"), "ballot");
    cr_expect_eq(number(ballot, "budget"), 3);
    cr_expect(json_is_null(json_object_get(ballot, "fields")));
    json_t *first = json_array_get(rows, 0);
    cr_expect_str_eq(meeting_text(first, "state"), "closed");
    cr_expect_str_eq(meeting_text(first, "item"), text_of(id_of(OF_ITEM, 1)));
    cr_expect(json_is_null(json_object_get(first, "budget")));
    cr_assert_eq(read_rows(RECORD_VIEW_RESEARCH, all, "choices"), 6);
    cr_expect_str_eq(meeting_text(json_array_get(rows, 0), "word"), "trygghet");
    cr_expect_eq(number(json_array_get(rows, 2), "number"), 3);
}

Test(tables, one_session_stands_alone) {
    struct id evening = id_of(OF_SESSION, 2);
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, evening, "sessions"), 1);
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, evening, "items"), 0);
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, evening, "rounds"), 1);
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, evening, "choices"), 0);
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, evening, "votes"), 0);
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, evening, "notes"), 1);
    cr_expect_str_eq(meeting_text(json_array_get(rows, 0), "text"), "trygghet på kvällen");
    cr_assert_gt(read_rows(RECORD_VIEW_DOCUMENTATION, evening, "participants"), 0);
    cr_expect_eq(number(json_array_get(rows, 0), "participants"), 3);
    cr_expect_gt(read_rows(RECORD_VIEW_DOCUMENTATION, evening, "words"), 0, "its words were on its screens");
}

Test(tables, documentation_has_every_note_that_is_on_record) {
    const char *round = text_of(id_of(OF_ROUND, OPEN_ROUND));
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "notes"), 6 + 8 + 8 + 1 + 1);
    cr_expect_eq(count_where("round", round), 6);
    cr_expect(meeting_row(rows, "text", "=1+1; \"citat\"\nny rad"), "byte for byte");
    cr_expect(meeting_row(rows, "text", "ny lydelse"));
    json_t *late = meeting_row(rows, "text", "sen men insläppt");
    cr_assert(late);
    cr_expect(json_is_true(json_object_get(late, "late")));
    json_t *group = meeting_row(rows, "text", "Samverkan");
    cr_assert(group);
    cr_expect_eq(number(group, "group_size"), 5);
    cr_expect_str_eq(meeting_text(group, "group_table"), "Bord 2");
    cr_expect_null(json_object_get(group, "author"), "a column of research material");
}

Test(tables, notes_stand_as_on_the_screen_one_of_each_person_before_anyones_second) {
    read_rows(RECORD_VIEW_DOCUMENTATION, all, "notes");
    size_t second = 0;
    while (strcmp(meeting_text(json_array_get(rows, second), "text"), "trygghet") != 0) {
        second++;
    }
    cr_expect_eq(second, 5, "the last of the round's six");
}

Test(tables, names_and_organisations_stand_where_the_round_says_so_and_nowhere_else) {
    read_rows(RECORD_VIEW_DOCUMENTATION, all, "notes");
    const char *named = text_of(id_of(OF_ROUND, NAMED_ROUND));
    const char *organised = text_of(id_of(OF_ROUND, ORGANISATION_ROUND));
    size_t names = 0;
    for (size_t i = 0; i < json_array_size(rows); i++) {
        json_t *row = json_array_get(rows, i);
        bool is_named = strcmp(meeting_text(row, "round"), named) == 0;
        bool is_organised = strcmp(meeting_text(row, "round"), organised) == 0;
        cr_expect_eq(strlen(meeting_text(row, "name")) > 0, is_named);
        cr_expect_eq(strlen(meeting_text(row, "organisation")) > 0, is_organised);
        names += is_named;
    }
    cr_expect_eq(names, 8);
    cr_expect(meeting_row(rows, "name", "Deltagare 3"));
    cr_expect_str_eq(meeting_text(meeting_row(rows, "round", organised), "organisation"), "Falun");
}

Test(tables, what_was_not_revealed_is_marked) {
    read_rows(RECORD_VIEW_DOCUMENTATION, all, "notes");
    json_t *linked = meeting_row(rows, "text", "länkad");
    cr_expect(json_is_false(json_object_get(linked, "shown")));
    cr_expect(json_is_true(json_object_get(meeting_row(rows, "text", "trygghet"), "shown")));
}

/* Removed, superseded, hidden and unadmitted texts, and reasons for hiding, wherever they might have slipped
 * in. */
Test(tables, what_was_taken_back_stands_in_no_record) {
    static const char *const gone[] = {"GAMMAL", "BORTTAGEN", "DOLD", "SEN lapp", "OVARSAM"};
    for (int view = RECORD_VIEW_DOCUMENTATION; view < RECORD_VIEW_END; view++) {
        struct buffer text;
        buffer_init(&text);
        struct transcript_options options = {.view = (enum record_view)view, .format = STR("jsonl")};
        cr_assert_eq(meeting_write(process, options, &text), STATUS_OK);
        for (size_t i = 0; i < COUNT_OF(gone); i++) {
            cr_expect_null(memmem(text.data, text.size, gone[i], strlen(gone[i])), "%s in view %d", gone[i],
                           view);
        }
        buffer_finish(&text);
    }
}

Test(tables, research_material_has_consenting_notes_only_by_id_and_without_names) {
    cr_assert_eq(read_rows(RECORD_VIEW_RESEARCH, all, "notes"), 4 + 6 + 6 + 1 + 1);
    const char *round = text_of(id_of(OF_ROUND, OPEN_ROUND));
    cr_expect_eq(count_where("round", round), 4);
    cr_expect_null(meeting_row(rows, "text", "Samverkan"));
    const char *before = "", *before_round = "";
    for (size_t i = 0; i < json_array_size(rows); i++) {
        json_t *row = json_array_get(rows, i);
        cr_expect_null(json_object_get(row, "name"));
        cr_expect_null(json_object_get(row, "organisation"));
        cr_expect_null(json_object_get(row, "shown"));
        if (strcmp(before_round, meeting_text(row, "round")) == 0) {
            cr_expect_lt(strcmp(before, meeting_text(row, "note")), 0, "ascending ids");
        }
        before = meeting_text(row, "note");
        before_round = meeting_text(row, "round");
    }
    json_t *note = meeting_row(rows, "text", "Trygghet för alla");
    cr_expect_str_eq(meeting_text(note, "role"), "chef");
    cr_expect_str_eq(meeting_text(note, "organisation_type"), "kommun");
}

Test(tables, an_author_has_one_label_within_a_round) {
    read_rows(RECORD_VIEW_RESEARCH, all, "notes");
    const char *one = meeting_text(meeting_row(rows, "text", "Trygghet för alla"), "author");
    const char *two = meeting_text(meeting_row(rows, "text", "trygghet"), "author");
    const char *other = meeting_text(meeting_row(rows, "text", "ny lydelse"), "author");
    cr_expect_str_eq(one, two);
    cr_expect_str_neq(one, other);
    cr_expect_eq(one[0], 'A');
    cr_expect_eq(count_where("author", "A0"), 0);
}

/* The same six people in two rounds: were the labels in the same order in both, the rounds would be linked.
 */
Test(tables, labels_do_not_link_rounds) {
    int same = 0;
    read_rows(RECORD_VIEW_RESEARCH, all, "notes");
    for (int i = 1; i <= 6; i++) {
        json_t *linked = meeting_row(rows, "note", text_of(id_of(OF_NOTE, 20 + i)));
        json_t *named = meeting_row(rows, "note", text_of(id_of(OF_NOTE, 30 + i)));
        same += strcmp(meeting_text(linked, "author"), meeting_text(named, "author")) == 0;
    }
    cr_expect_lt(same, 6);
}

/* Authors 61 to 66 write in three rounds, of which the first two are counted together. */
Test(tables, labels_hold_within_rounds_that_are_counted_together) {
    enum { TOGETHER = 11, WITH_IT, APART, AUTHORS = 6 };
    for (int round = TOGETHER; round <= APART; round++) {
        struct event_round_put put = {.id = id_of(OF_ROUND, round),
                                      .session = id_of(OF_SESSION, 1),
                                      .form = ROUND_FORM_NOTES,
                                      .question = STR("Vad ser ni?"),
                                      .visibility = VISIBILITY_ALL,
                                      .authorship = AUTHORSHIP_ANONYMOUS,
                                      .scope = id_of(OF_ROUND, round == APART ? APART : TOGETHER)};
        meeting_host(process, EVENT_ROUND_PUT, (union event_body){.round_put = put});
    }
    for (int round = TOGETHER; round <= APART; round++) {
        meeting_host(process, EVENT_ROUND_OPEN,
                     (union event_body){.round_open = {.id = id_of(OF_ROUND, round)}});
        for (int i = 0; i < AUTHORS; i++) {
            cr_assert_eq(meeting_note(process, 70 + round * AUTHORS + i, round, meeting_author(61 + i),
                                      "ett svar", round != WITH_IT || i > 0),
                         REASON_ABSENT);
        }
    }
    int same_apart = 0;
    read_rows(RECORD_VIEW_RESEARCH, all, "notes");
    for (int i = 1; i < AUTHORS; i++) {
        json_t *one = meeting_row(rows, "note", text_of(id_of(OF_NOTE, 70 + TOGETHER * AUTHORS + i)));
        json_t *two = meeting_row(rows, "note", text_of(id_of(OF_NOTE, 70 + WITH_IT * AUTHORS + i)));
        json_t *apart = meeting_row(rows, "note", text_of(id_of(OF_NOTE, 70 + APART * AUTHORS + i)));
        cr_expect_str_eq(meeting_text(one, "author"), meeting_text(two, "author"));
        same_apart += strcmp(meeting_text(one, "author"), meeting_text(apart, "author")) == 0;
    }
    cr_expect_lt(same_apart, AUTHORS - 1);
}

Test(tables, nothing_in_a_record_is_an_id_of_a_person_or_author_or_a_token) {
    for (int view = RECORD_VIEW_DOCUMENTATION; view < RECORD_VIEW_END; view++) {
        struct buffer text;
        buffer_init(&text);
        struct transcript_options options = {.view = (enum record_view)view, .format = STR("jsonl")};
        cr_assert_eq(meeting_write(process, options, &text), STATUS_OK);
        for (int i = 1; i <= 12; i++) {
            const char *secrets[] = {text_of(id_of(OF_PERSON, i)), text_of(id_of(OF_AUTHOR, i))};
            for (size_t j = 0; j < COUNT_OF(secrets); j++) {
                cr_expect_null(memmem(text.data, text.size, secrets[j], strlen(secrets[j])));
            }
        }
        cr_expect_null(memmem(text.data, text.size, "\"seq\"", 5));
        cr_expect_null(memmem(text.data, text.size, "00000000000000000000000000000000000", 35));
        buffer_finish(&text);
    }
}

Test(tables, documentation_has_the_tally_that_the_screen_had) {
    const char *ballot = text_of(id_of(OF_ROUND, BALLOT));
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "votes"), 3, "none of the ballot that is hidden");
    json_t *first = find("round", ballot, "text", "Trygghet");
    cr_expect_eq(number(first, "votes"), 5);
    cr_expect_eq(number(first, "voters"), 3);
    cr_expect_eq(number(find("round", ballot, "text", "Närhet"), "votes"), 2);
    cr_expect_eq(number(find("round", ballot, "text", "Enkelhet"), "voters"), 0);
}

Test(tables, research_material_has_a_row_for_each_consenting_voter_and_choice) {
    cr_assert_eq(read_rows(RECORD_VIEW_RESEARCH, all, "votes"), 2);
    json_t *one = json_array_get(rows, 0), *two = json_array_get(rows, 1);
    cr_expect_str_eq(meeting_text(one, "author"), "A1");
    cr_expect_str_eq(meeting_text(two, "author"), "A2");
    cr_expect_eq(number(one, "votes"), 2);
    cr_expect_null(json_object_get(one, "voters"));
}

Test(tables, a_hidden_result_is_in_the_record_once_the_ballot_is_closed) {
    struct event close = {.seq = process_head(process) + 1,
                          .actor = {ACTOR_ACCOUNT, {{0xaa}}},
                          .command = {{1, 2, 3}},
                          .at = process_time(process) + 1,
                          .kind = EVENT_ROUND_CLOSE,
                          .body.round_close = {.id = id_of(OF_ROUND, HIDDEN_BALLOT), .grace = 0}};
    cr_assert_eq(process_apply(process, &close), REASON_ABSENT);
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "votes"), 6);
    cr_expect_eq(read_rows(RECORD_VIEW_RESEARCH, all, "votes"), 3);
}

Test(tables, small_numbers_of_people_are_withheld_and_others_with_them) {
    const char *morning = text_of(id_of(OF_SESSION, 1)), *evening = text_of(id_of(OF_SESSION, 2));
    read_rows(RECORD_VIEW_DOCUMENTATION, all, "participants");
    cr_expect_eq(number(json_array_get(rows, 0), "participants"), 12);
    cr_expect_eq(number(find("session", morning, "value", "chef"), "participants"), 6);
    json_t *elected = find("session", morning, "value", "förtroendevald");
    cr_expect(json_is_null(json_object_get(elected, "participants")),
              "twelve less six less one would say five");
    cr_expect(json_is_true(json_object_get(elected, "withheld")));
    cr_expect(json_is_number(json_object_get(find("session", morning, "value", "forskare"), "participants")));
    for (size_t i = 0; i < json_array_size(rows); i++) {
        json_t *row = json_array_get(rows, i);
        json_t *count = json_object_get(row, "participants");
        if (strcmp(meeting_text(row, "by"), "all") != 0 && json_is_integer(count)) {
            cr_expect(json_integer_value(count) == 0 || json_integer_value(count) >= PROCESS_WITHHOLD_BELOW);
        }
    }
    cr_expect(json_is_null(json_object_get(find("session", evening, "value", "chef"), "participants")));
    cr_expect(json_is_null(json_object_get(find("session", evening, "value", "forskare"), "participants")),
              "where all are of one kind, nobody elsewhere would tell which");
}

/* Of six senior managers all consent, of five elected members two: three that do not are too few to be told
 * of. */
Test(tables, research_material_does_not_tell_how_few_of_a_kind_declined) {
    const char *morning = text_of(id_of(OF_SESSION, 1));
    read_rows(RECORD_VIEW_RESEARCH, all, "participants");
    cr_expect_eq(number(json_array_get(rows, 0), "participants"), 8);
    cr_expect(
        json_is_null(json_object_get(find("session", morning, "value", "förtroendevald"), "participants")));
    cr_expect(json_is_null(json_object_get(find("session", morning, "value", "chef"), "participants")),
              "eight less six would say two");
    cr_expect(json_is_null(json_object_get(find("session", morning, "value", "kommun"), "participants")));
}

Test(tables, what_is_included_and_what_is_withheld_make_what_the_screens_showed) {
    const char *round = text_of(id_of(OF_ROUND, OPEN_ROUND)), *ballot = text_of(id_of(OF_ROUND, BALLOT));
    size_t count = read_rows(RECORD_VIEW_DOCUMENTATION, all, "totals");
    json_t *documentation = json_incref(rows);
    for (size_t i = 0; i < count; i++) {
        json_t *row = json_array_get(rows, i);
        cr_expect_eq(number(row, "withheld"), 0);
        cr_expect_eq(number(row, "included"), number(row, "total"));
    }
    size_t research = read_rows(RECORD_VIEW_RESEARCH, all, "totals");
    cr_expect_eq(research, count - 1, "the voters of a hidden ballot are on the screen only");
    for (size_t i = 0; i < research; i++) {
        json_t *row = json_array_get(rows, i);
        cr_expect_eq(number(row, "included") + number(row, "withheld"), number(row, "total"));
    }
    cr_expect_eq(number(find("what", "notes", "round", round), "included"), 4);
    cr_expect_eq(number(find("what", "notes", "round", round), "withheld"), 2);
    cr_expect_eq(number(find("what", "votes", "round", ballot), "included"), 4);
    cr_expect_eq(number(find("what", "votes", "round", ballot), "total"), 7);
    cr_expect_eq(number(find("what", "voters", "round", ballot), "total"), 3);
    cr_expect_eq(number(find("what", "participants", "session", text_of(id_of(OF_SESSION, 1))), "included"),
                 8);
    json_decref(documentation);
}

/* In the evening three have joined: of a hidden ballot in a room so small no screen says how many have voted.
 */
Test(tables, a_hidden_ballot_of_few_has_no_number_of_voters) {
    struct choice choice = {.id = id_of(OF_CHOICE, 20), .text = STR("Trygghet")};
    struct ballot_settings ballot = {
        .choices = &choice, .choices_count = 1, .budget = 3, .result = RESULT_HIDDEN};
    struct event_round_put put = {.id = id_of(OF_ROUND, 20),
                                  .session = id_of(OF_SESSION, 2),
                                  .form = ROUND_FORM_BALLOT,
                                  .question = STR("Vilket?"),
                                  .visibility = VISIBILITY_OWN,
                                  .authorship = AUTHORSHIP_ANONYMOUS,
                                  .ballot = &ballot};
    meeting_host(process, EVENT_ROUND_PUT, (union event_body){.round_put = put});
    meeting_host(process, EVENT_ROUND_OPEN, (union event_body){.round_open = {.id = put.id}});
    read_rows(RECORD_VIEW_DOCUMENTATION, all, "totals");
    cr_expect_eq(count_where("round", text_of(put.id)), 0);
    cr_expect_eq(count_where("round", text_of(id_of(OF_ROUND, HIDDEN_BALLOT))), 1, "of the twelve's");
    meeting_host(process, EVENT_ROUND_CLOSE, (union event_body){.round_close = {.id = put.id, .grace = 0}});
    read_rows(RECORD_VIEW_DOCUMENTATION, all, "totals");
    cr_expect_eq(count_where("round", text_of(put.id)), 2);
}

Test(tables, totals_count_the_rows) {
    for (int view = RECORD_VIEW_DOCUMENTATION; view < RECORD_VIEW_END; view++) {
        json_int_t included = 0;
        read_rows((enum record_view)view, all, "totals");
        for (size_t i = 0; i < json_array_size(rows); i++) {
            json_t *row = json_array_get(rows, i);
            included += strcmp(meeting_text(row, "in_table"), "notes") == 0 ? number(row, "included") : 0;
        }
        cr_expect_eq((json_int_t)read_rows((enum record_view)view, all, "notes"), included);
    }
}

Test(tables, words_are_those_of_the_screen_and_in_research_material_of_consenting_notes) {
    read_rows(RECORD_VIEW_DOCUMENTATION, all, "words");
    json_t *word = find("title", "Värdeord", "word", "trygghet");
    cr_expect_eq(number(word, "persons"), 2, "one in the morning, who wrote it twice, one in the evening");
    cr_expect(json_is_true(json_object_get(word, "per_round")));
    json_t *group = find("title", "Värdeord", "word", "samverkan");
    cr_expect_eq(number(group, "groups"), 1);
    cr_expect_eq(number(group, "persons"), 0);
    cr_expect(meeting_row(rows, "word", "citat"));
    read_rows(RECORD_VIEW_RESEARCH, all, "words");
    cr_expect_eq(number(find("title", "Värdeord", "word", "trygghet"), "persons"), 2);
    cr_expect_null(meeting_row(rows, "word", "citat"), "only somebody without consent wrote it");
    cr_expect_null(meeting_row(rows, "word", "samverkan"));
}

static struct id made(unsigned n) {
    return (struct id){{0xee, (uint8_t)n}};
}

static void put_entry(unsigned n, enum entry_form form, int64_t position, struct str text, bool removed) {
    struct event_entry_put put = {.id = made(n),
                                  .form = form,
                                  .session = id_of(OF_SESSION, 1),
                                  .text = text,
                                  .state = ENTRY_STATE_OPEN,
                                  .owner = STR("Rektorn"),
                                  .position = position};
    meeting_host(process, EVENT_ENTRY_PUT, (union event_body){.entry_put = put});
    if (removed) {
        put.base = process_head(process);
        put.removed = true;
        meeting_host(process, EVENT_ENTRY_PUT, (union event_body){.entry_put = put});
    }
}

Test(tables, entries_stand_by_list_and_place_in_the_documentation_alone) {
    put_entry(1, ENTRY_FORM_STEP, 2, STR("Ring skolan"), false);
    put_entry(2, ENTRY_FORM_STEP, 1, STR("Boka ett möte"), false);
    put_entry(3, ENTRY_FORM_QUESTION, 5, STR("Vem ringer?"), false);
    put_entry(4, ENTRY_FORM_QUESTION, 1, STR("BORTTAGEN"), true);
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "entries"), 3);
    cr_expect_str_eq(meeting_text(json_array_get(rows, 0), "text"), "Vem ringer?");
    cr_expect_str_eq(meeting_text(json_array_get(rows, 1), "text"), "Boka ett möte");
    cr_expect_eq(number(json_array_get(rows, 2), "number"), 2);
    cr_expect_str_eq(meeting_text(json_array_get(rows, 2), "owner"), "Rektorn");
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, id_of(OF_SESSION, 2), "entries"), 0);
    cr_expect_eq(read_rows(RECORD_VIEW_RESEARCH, all, "entries"), 0);
}

static void put_material(unsigned n, struct id session) {
    struct event_material_put put = {
        .id = made(n), .session = session, .title = STR("Rapport"), .url = STR("https://exempel.se/rapport")};
    meeting_host(process, EVENT_MATERIAL_PUT, (union event_body){.material_put = put});
}

Test(tables, underlag_of_the_process_stands_in_the_record_of_every_session) {
    put_material(1, (struct id){{0}});
    put_material(2, id_of(OF_SESSION, 1));
    cr_expect_eq(read_rows(RECORD_VIEW_RESEARCH, all, "materials"), 2);
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, id_of(OF_SESSION, 1), "materials"), 2);
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, id_of(OF_SESSION, 2), "materials"), 1);
}

enum { SCALE = 90 };

static void add_scale(enum result result) {
    const struct statement statements[] = {
        {.id = made(70), .text = STR("Vi vet vem som ringer"), .key = STR("ringer")},
        {.id = made(71), .text = STR("Vi har tid")}};
    const struct scale_settings scale = {.statements = statements,
                                         .statements_count = 2,
                                         .steps = 4,
                                         .low = STR("inte alls"),
                                         .high = STR("helt"),
                                         .result = result};
    struct event_round_put put = {.id = made(SCALE),
                                  .session = id_of(OF_SESSION, 1),
                                  .form = ROUND_FORM_SCALE,
                                  .question = STR("Hur är det nu?"),
                                  .visibility = VISIBILITY_ALL,
                                  .authorship = AUTHORSHIP_ANONYMOUS,
                                  .scale = &scale};
    meeting_host(process, EVENT_ROUND_PUT, (union event_body){.round_put = put});
    meeting_host(process, EVENT_ROUND_OPEN, (union event_body){.round_open = {.id = put.id}});
}

static void answer(int author, unsigned statement, int64_t value, bool consent) {
    struct event_answer_put put = {.round = made(SCALE),
                                   .statement = made(70 + statement),
                                   .rev = 1,
                                   .value = value,
                                   .consent = consent};
    meeting_happen(process, meeting_author(author), EVENT_ANSWER_PUT, (union event_body){.answer_put = put});
}

Test(tables, answers_are_sums_that_tell_nobody_and_in_research_material_a_row_a_person) {
    add_scale(RESULT_HIDDEN);
    for (int author = 1; author <= 5; author++) {
        answer(author, 0, author == 1 ? 1 : 4, author <= 2);
    }
    answer(1, 1, 3, true);
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "statements"), 2);
    cr_expect_str_eq(meeting_text(json_array_get(rows, 0), "key"), "ringer");
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "answers"), 0,
                 "the result is hidden until the end");
    meeting_host(process, EVENT_ROUND_CLOSE, (union event_body){.round_close = {.id = made(SCALE)}});
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "answers"), 8, "two statements of four steps");
    cr_expect_eq(number(json_array_get(rows, 0), "persons"), 1);
    cr_expect_eq(number(json_array_get(rows, 3), "persons"), 4);
    cr_expect(json_is_null(json_object_get(json_array_get(rows, 6), "persons")), "one person's alone");
    cr_assert_eq(read_rows(RECORD_VIEW_RESEARCH, all, "answers"), 3, "those with consent");
    cr_expect_neq(strcmp(meeting_text(json_array_get(rows, 0), "author"), ""), 0);
    read_rows(RECORD_VIEW_RESEARCH, all, "totals");
    json_t *persons = find("in_table", "answers", "what", "persons");
    cr_expect_eq(number(persons, "total"), 5);
    cr_expect_eq(number(persons, "included"), 2);
    cr_expect_eq(number(find("in_table", "answers", "what", "answers"), "withheld"), 3);
}

/* The page that describes the tables, beside the folder of tests that this file is in. */
static struct buffer read_page(void) {
    char path[1024];
    struct buffer page;
    size_t size;
    buffer_init(&page);
    snprintf(path, sizeof path, "%.*s/../../../schema/transcript.md",
             (int)(strrchr(__FILE__, '/') - __FILE__), __FILE__);
    FILE *file = fopen(path, "rb");
    cr_assert(file, "%s", path);
    while ((size = fread(buffer_reserve(&page, 4096), 1, 4096, file)) > 0) {
        page.size += size;
    }
    fclose(file);
    buffer_append_byte(&page, '\0');
    return page;
}

Test(tables, every_column_is_described_in_schema_transcript_md) {
    struct buffer page = read_page();
    for (size_t i = 0; record_tables[i]; i++) {
        const struct table *table = record_tables[i];
        char heading[64];
        snprintf(heading, sizeof heading, "\n### %s\n", table->name);
        const char *at = strstr(page.data, heading);
        cr_assert(at, "%s", table->name);
        for (size_t j = 0; j < table->column_count; j++) {
            char line[64];
            snprintf(line, sizeof line, "\n| `%s` | ", table->columns[j].name);
            at = strstr(at, line);
            cr_assert(at, "%s.%s, in the order of the columns", table->name, table->columns[j].name);
        }
    }
    buffer_finish(&page);
}

static bool count_row(void *context, const struct table *table, const struct cell *cells) {
    cr_expect(id_equal(record_cell(table, cells, "round")->id, id_of(OF_ROUND, NAMED_ROUND)) ||
              id_equal(record_cell(table, cells, "round")->id, id_of(OF_ROUND, BALLOT)));
    cr_expect_eq(record_cell(table, cells, "no_such_column")->kind, CELL_ABSENT);
    return ++*(int *)context > 0;
}

Test(tables, one_round_alone_may_be_walked) {
    struct record record;
    int notes = 0, votes = 0, none = 0;
    record_init(&record, process, RECORD_VIEW_DOCUMENTATION, (struct id){{0}});
    const struct round *named = process_round(process, id_of(OF_ROUND, NAMED_ROUND));
    const struct round *ballot = process_round(process, id_of(OF_ROUND, BALLOT));
    cr_expect(record_walk_round(&record, &notes_table, named, count_row, &notes));
    cr_expect(record_walk_round(&record, &votes_table, ballot, count_row, &votes));
    cr_expect(record_walk_round(&record, &notes_table, ballot, count_row, &none));
    cr_expect_gt(notes, 0);
    cr_expect_eq(votes, (int)ballot->ballot.choices_count);
    cr_expect_eq(none, 0);
    record_finish(&record);
}
