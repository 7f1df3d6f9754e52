#include "meeting.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const int64_t morning = 1613120400000; /* 2021-02-12T09:00:00Z: ten o'clock in Stockholm */

struct id id_of(int group, int number) {
    struct id id = {{(uint8_t)group, (uint8_t)(number * 37), 0, 0, 0, 0, 0x40, 0, 0x80}};
    id.bytes[15] = (uint8_t)number;
    return id;
}

struct actor meeting_author(int number) {
    return (struct actor){ACTOR_AUTHOR, id_of(OF_AUTHOR, number)};
}

static struct actor person(int number) {
    return (struct actor){ACTOR_PARTICIPANT, id_of(OF_PERSON, number)};
}

static enum reason try_event(struct process *process, struct actor actor, enum event_kind kind,
                             union event_body body) {
    int64_t seq = process_head(process) + 1;
    struct event event = {
        .seq = seq, .actor = actor, .at = morning + seq * 1000, .kind = kind, .size = 100, .body = body};
    event.command.bytes[0] = 0xcc;
    event.command.bytes[14] = (uint8_t)(seq >> 8);
    event.command.bytes[15] = (uint8_t)seq;
    return process_apply(process, &event);
}

void meeting_happen(struct process *process, struct actor actor, enum event_kind kind,
                    union event_body body) {
    enum reason reason = try_event(process, actor, kind, body);
    cr_assert_eq(reason, REASON_ABSENT, "event %d of kind %d: reason %d", (int)process_head(process),
                 (int)kind, (int)reason);
}

void meeting_host(struct process *process, enum event_kind kind, union event_body body) {
    meeting_happen(process, (struct actor){ACTOR_ACCOUNT, {{0xaa}}}, kind, body);
}

static void create(struct process *process) {
    static struct named roles[3];
    static struct organisation organisations[2];
    roles[0] = (struct named){id_of(OF_ROLE, 1), STR("chef")};
    roles[1] = (struct named){id_of(OF_ROLE, 2), STR("förtroendevald")};
    roles[2] = (struct named){id_of(OF_ROLE, 3), STR("forskare")};
    organisations[0] = (struct organisation){id_of(OF_ORGANISATION, 1), STR("Falun"), STR("kommun")};
    organisations[1] = (struct organisation){id_of(OF_ORGANISATION, 2), STR("Region Dalarna"), STR("region")};
    static struct profile profile;
    profile = (struct profile){.title = STR("Nära vård"),
                               .language = LANGUAGE_SV,
                               .zone = STR("Europe/Stockholm"),
                               .session_word = STR("tillfälle"),
                               .roles = roles,
                               .roles_count = COUNT_OF(roles),
                               .organisations = organisations,
                               .organisations_count = COUNT_OF(organisations),
                               .asks_name = true};
    meeting_host(process, EVENT_PROCESS_CREATE,
                 (union event_body){.process_create = {.rules = 1, .profile = &profile}});
}

static void add_sessions(struct process *process) {
    struct named tables[] = {{id_of(OF_TABLE, 1), STR("Bord 1")}, {id_of(OF_TABLE, 2), STR("Bord 2")}};
    for (int i = 1; i <= 2; i++) {
        struct event_session_put put = {.id = id_of(OF_SESSION, i),
                                        .title = i == 1 ? STR("Förmiddag") : STR("Kväll"),
                                        .starts = morning,
                                        .tables = tables,
                                        .tables_count = i == 1 ? 2 : 0};
        meeting_host(process, EVENT_SESSION_PUT, (union event_body){.session_put = put});
        meeting_host(process, EVENT_SESSION_RUN,
                     (union event_body){.session_run = {.id = put.id, .state = SESSION_STATE_LIVE}});
    }
    struct event_item_put item = {.id = id_of(OF_ITEM, 1),
                                  .session = id_of(OF_SESSION, 1),
                                  .form = ITEM_FORM_ROUND,
                                  .title = STR("Grupparbete"),
                                  .about = STR("Vad vill ni?"),
                                  .minutes = 30};
    meeting_host(process, EVENT_ITEM_PUT, (union event_body){.item_put = item});
}

static void join(struct process *process, int number, int session) {
    char hash[65];
    snprintf(hash, sizeof hash, "%064d", number * 7919 % 1000);
    meeting_happen(process, (struct actor){ACTOR_SERVER, {{0}}}, EVENT_PARTICIPANT_JOIN,
                   (union event_body){.participant_join = {.id = id_of(OF_PERSON, number),
                                                           .session = id_of(OF_SESSION, session),
                                                           .token_hash = str_of(hash)}});
}

/* Twelve in the morning: six senior managers, five elected members, one who does not say; of these 1, 2 and 3
 * come in the evening too. All but the twelfth are from the region or Falun. */
static void add_people(struct process *process) {
    for (int i = 1; i <= 12; i++) {
        char name[32];
        snprintf(name, sizeof name, "Deltagare %d", i);
        join(process, i, 1);
        struct event_participant_put put = {.rev = 1, .name = str_of(name)};
        put.role = i <= 6 ? id_of(OF_ROLE, 1) : i <= 11 ? id_of(OF_ROLE, 2) : (struct id){{0}};
        put.organisation = i == 12 ? (struct id){{0}} : id_of(OF_ORGANISATION, 1 + i % 2);
        meeting_happen(process, person(i), EVENT_PARTICIPANT_PUT, (union event_body){.participant_put = put});
        if (i <= 8) {
            meeting_happen(process, person(i), EVENT_PARTICIPANT_CONSENT,
                           (union event_body){.participant_consent = {.rev = 2, .consent = true}});
        }
    }
    for (int i = 1; i <= 3; i++) {
        join(process, i, 2);
    }
}

static void add_round(struct process *process, int number, enum authorship authorship, struct str question) {
    static struct choice choices[3];
    choices[0] = (struct choice){.id = id_of(OF_CHOICE, 1), .text = STR("Trygghet"), .word = STR("trygghet")};
    choices[1] = (struct choice){.id = id_of(OF_CHOICE, 2), .text = STR("Närhet")};
    choices[2] = (struct choice){.id = id_of(OF_CHOICE, 3), .text = STR("Enkelhet")};
    struct ballot_settings ballot = {.choices = choices,
                                     .choices_count = 3,
                                     .budget = 3,
                                     .cap = 2,
                                     .result = number == BALLOT ? RESULT_OPEN : RESULT_HIDDEN};
    bool is_ballot = number == BALLOT || number == HIDDEN_BALLOT;
    if (number == HIDDEN_BALLOT) {
        for (int i = 0; i < 3; i++) {
            choices[i].id = id_of(OF_CHOICE, 4 + i);
        }
    }
    struct event_round_put put = {.id = id_of(OF_ROUND, number),
                                  .session = id_of(OF_SESSION, number == EVENING_ROUND ? 2 : 1),
                                  .item = number == OPEN_ROUND ? id_of(OF_ITEM, 1) : (struct id){{0}},
                                  .form = is_ballot ? ROUND_FORM_BALLOT : ROUND_FORM_NOTES,
                                  .question = question,
                                  .visibility = number == LINKED_ROUND ? VISIBILITY_OWN : VISIBILITY_ALL,
                                  .authorship = authorship,
                                  .ballot = is_ballot ? &ballot : NULL};
    meeting_host(process, EVENT_ROUND_PUT, (union event_body){.round_put = put});
    meeting_host(process, EVENT_ROUND_OPEN, (union event_body){.round_open = {.id = put.id}});
}

static struct event_note_put note_put(int note, int round, const char *text, bool consent) {
    return (struct event_note_put){.id = id_of(OF_NOTE, note),
                                   .round = id_of(OF_ROUND, round),
                                   .rev = 1,
                                   .text = str_of(text),
                                   .consent = consent};
}

enum reason meeting_note(struct process *process, int note, int round, struct actor actor, const char *text,
                         bool consent) {
    return try_event(process, actor, EVENT_NOTE_PUT,
                     (union event_body){.note_put = note_put(note, round, text, consent)});
}

static void write_note(struct process *process, int note, int round, struct actor actor, const char *text,
                       bool consent) {
    struct event_note_put put = note_put(note, round, text, consent);
    put.role = consent ? id_of(OF_ROLE, 1) : (struct id){{0}};
    put.organisation_type = consent ? STR("kommun") : (struct str){0};
    meeting_happen(process, actor, EVENT_NOTE_PUT, (union event_body){.note_put = put});
}

/* On record are notes 1, 2, 3, 4 (changed), 8 (let in) and 10 (from a group); 1, 3, 4 and 8 with consent. Of
 * author 1: 1 and 3. */
static void write_open_notes(struct process *process) {
    write_note(process, 1, OPEN_ROUND, meeting_author(1), "Trygghet för alla", true);
    write_note(process, 2, OPEN_ROUND, meeting_author(2), "=1+1; \"citat\"\nny rad", false);
    write_note(process, 3, OPEN_ROUND, meeting_author(1), "trygghet", true);
    write_note(process, 4, OPEN_ROUND, meeting_author(3), "GAMMAL lydelse", true);
    struct event_note_put again = note_put(4, OPEN_ROUND, "ny lydelse", true);
    again.rev = 2;
    meeting_happen(process, meeting_author(3), EVENT_NOTE_PUT, (union event_body){.note_put = again});
    write_note(process, 5, OPEN_ROUND, meeting_author(4), "BORTTAGEN lapp", true);
    meeting_happen(process, meeting_author(4), EVENT_NOTE_REMOVE,
                   (union event_body){.note_remove = {id_of(OF_NOTE, 5), 2, true}});
    write_note(process, 6, OPEN_ROUND, meeting_author(5), "DOLD lapp", true);
    meeting_host(process, EVENT_NOTE_HIDE,
                 (union event_body){.note_hide = {id_of(OF_NOTE, 6), true, STR("OVARSAM")}});
    struct event_note_put group = note_put(10, OPEN_ROUND, "Samverkan", false);
    group.group_size = 5;
    group.table = id_of(OF_TABLE, 2);
    meeting_happen(process, meeting_author(6), EVENT_NOTE_PUT, (union event_body){.note_put = group});
    meeting_host(process, EVENT_ROUND_CLOSE,
                 (union event_body){.round_close = {.id = id_of(OF_ROUND, OPEN_ROUND), .grace = 0}});
    write_note(process, 7, OPEN_ROUND, meeting_author(7), "SEN lapp", true);
    write_note(process, 8, OPEN_ROUND, meeting_author(8), "sen men insläppt", true);
    meeting_host(process, EVENT_NOTE_ADMIT, (union event_body){.note_admit = {id_of(OF_NOTE, 8), true}});
}

static void write_signed_notes(struct process *process) {
    for (int i = 1; i <= 8; i++) {
        write_note(process, 20 + i, LINKED_ROUND, person(i), "länkad", i <= 6);
        write_note(process, 30 + i, NAMED_ROUND, person(i), "med namn", i <= 6);
    }
    write_note(process, 41, ORGANISATION_ROUND, person(2), "kommunens svar", true);
    write_note(process, 51, EVENING_ROUND, meeting_author(31), "trygghet på kvällen", true);
}

static void vote(struct process *process, int round, int choice, int voter, int64_t votes, bool consent) {
    struct event_vote_put put = {.round = id_of(OF_ROUND, round),
                                 .choice = id_of(OF_CHOICE, choice),
                                 .rev = 1,
                                 .votes = votes,
                                 .consent = consent};
    meeting_happen(process, meeting_author(voter), EVENT_VOTE_PUT, (union event_body){.vote_put = put});
}

/* Trygghet 5 votes of 3 voters, Närhet 2 of 1, Enkelhet none; voters 11 and 12 consent. 14 took theirs back.
 */
static void cast_votes(struct process *process) {
    vote(process, BALLOT, 1, 11, 2, true);
    vote(process, BALLOT, 1, 12, 2, true);
    vote(process, BALLOT, 1, 13, 1, false);
    vote(process, BALLOT, 2, 13, 2, false);
    vote(process, BALLOT, 3, 14, 1, true);
    struct event_vote_put back = {
        .round = id_of(OF_ROUND, BALLOT), .choice = id_of(OF_CHOICE, 3), .rev = 2, .consent = true};
    meeting_happen(process, meeting_author(14), EVENT_VOTE_PUT, (union event_body){.vote_put = back});
    vote(process, HIDDEN_BALLOT, 4, 21, 2, true);
}

struct process *meeting_create(void) {
    static const struct map_seed seed = {{3}};
    struct process *process = process_create(seed);
    create(process);
    add_sessions(process);
    add_people(process);
    add_round(process, OPEN_ROUND, AUTHORSHIP_ANONYMOUS, STR("Vad vill ni uppnå?"));
    add_round(process, NAMED_ROUND, AUTHORSHIP_NAMED, STR("Ditt nästa steg?"));
    add_round(process, LINKED_ROUND, AUTHORSHIP_LINKED, STR("Hur går det?"));
    add_round(process, ORGANISATION_ROUND, AUTHORSHIP_ORGANISATION, STR("Vad gör ni?"));
    add_round(process, BALLOT, AUTHORSHIP_ANONYMOUS, STR("Vilka är viktigast?"));
    add_round(process, HIDDEN_BALLOT, AUTHORSHIP_ANONYMOUS, STR("Vilka är viktigast, dolt?"));
    add_round(process, EVENING_ROUND, AUTHORSHIP_ANONYMOUS, STR("Och på kvällen?"));
    write_open_notes(process);
    write_signed_notes(process);
    cast_votes(process);
    struct id rounds[] = {id_of(OF_ROUND, OPEN_ROUND), id_of(OF_ROUND, EVENING_ROUND)};
    struct event_words_put list = {
        .id = id_of(OF_LIST, 1), .title = STR("Värdeord"), .rounds = rounds, .rounds_count = 2};
    meeting_host(process, EVENT_WORDS_PUT, (union event_body){.words_put = list});
    return process;
}

/* ---- reading ---- */

struct buffer_sink {
    struct sink sink;
    struct buffer *buffer;
};

static bool append(struct sink *sink, const void *bytes, size_t size) {
    buffer_append(((struct buffer_sink *)sink)->buffer, bytes, size);
    return true;
}

enum status meeting_write(const struct process *process, struct transcript_options options,
                          struct buffer *buffer) {
    struct buffer_sink sink = {{append}, buffer};
    options.at = morning;
    return transcript_write(process, &options, &sink.sink);
}

json_t *meeting_rows(const struct process *process, enum record_view view, struct id session,
                     const char *table) {
    struct buffer text;
    buffer_init(&text);
    struct transcript_options options = {.view = view, .session = session, .format = STR("jsonl")};
    cr_assert_eq(meeting_write(process, options, &text), STATUS_OK);
    json_t *rows = json_array();
    struct str rest = buffer_str(&text), line;
    while (str_split(&rest, '\n', &line) && line.size > 0) {
        json_t *row = json_loadb(line.data, line.size, JSON_REJECT_DUPLICATES, NULL);
        cr_assert(row, "not JSON: %.*s", STR_ARGS(line));
        const char *name = json_string_value(json_object_get(row, "table"));
        if (name && strcmp(name, table) == 0) {
            json_array_append(rows, row);
        }
        json_decref(row);
    }
    buffer_finish(&text);
    return rows;
}

const char *meeting_text(json_t *row, const char *member) {
    const char *text = json_string_value(json_object_get(row, member));
    return text ? text : "";
}

json_t *meeting_row(json_t *rows, const char *member, const char *value) {
    for (size_t i = 0; i < json_array_size(rows); i++) {
        json_t *row = json_array_get(rows, i);
        if (strcmp(meeting_text(row, member), value) == 0) {
            return row;
        }
    }
    return NULL;
}

Test(meeting, is_a_process_with_something_of_everything) {
    struct process *process = meeting_create();
    size_t count;
    process_rounds(process, &count);
    cr_expect_eq(count, 7);
    process_sessions(process, &count);
    cr_expect_eq(count, 2);
    process_participants(process, &count);
    cr_expect_eq(count, 12);
    process_destroy(process);
}
