/* What was planned and held: sessions, items, rounds, choices. */
#include "records/shapes.h"
#include "transcript/marks.h"
#include "transcript/promise.h"
#include "transcript/tables.h"

static const struct column session_columns[] = {
    {"session", CELL_ID, BOTH_VIEWS, "the session's id", "tillfällets id"},
    {"number", CELL_COUNT, BOTH_VIEWS, "first, second … in the order they were made",
     "första, andra … i den ordning de lades upp"},
    {"title", CELL_TEXT, BOTH_VIEWS, "its title", "rubrik"},
    {"state", CELL_TEXT, BOTH_VIEWS, "planned, live or ended",
     "planned (planerat), live (pågår) eller ended (avslutat)"},
    {"starts", CELL_TIME, BOTH_VIEWS, "when it is planned to start", "planerad start"},
    {"began", CELL_TIME, BOTH_VIEWS, "when it went live", "när det började"},
    {"ended", CELL_TIME, BOTH_VIEWS, "when it ended", "när det avslutades"},
    {"joined", CELL_COUNT, BOTH_VIEWS, "how many participants joined it", "hur många deltagare som anslöt"},
    {"minutes", CELL_COUNT, BOTH_VIEWS, "planned length; 0: not said", "planerad längd; 0: inte angiven"},
    {"place", CELL_TEXT, BOTH_VIEWS, "where it was held", "var det hölls"},
    {"began_offset", CELL_TEXT, BOTH_VIEWS,
     "minutes and seconds from the session's first mark to when it went live",
     "minuter och sekunder från tillfällets första markering till att det började"},
    {"ended_offset", CELL_TEXT, BOTH_VIEWS, "and to when it ended", "och till att det avslutades"},
};

static void fill_sessions(struct record *record) {
    size_t count;
    const struct session *const *sessions = process_sessions(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        const struct session *session = sessions[i];
        if (!record_has_session(record, session->id)) {
            continue;
        }
        record_id(record, session->id);
        record_count(record, session->number);
        record_text(record, session->title);
        record_text(record, enumeration_text(&enumeration_session_state, session->state));
        record_time(record, session->starts);
        record_time(record, session->run_at);
        record_time(record, session->ended_at);
        record_count(record, session->joined);
        record_count(record, session->minutes);
        record_said(record, session->place);
        record_offset(record, session->id, session->run_at);
        record_offset(record, session->id, session->ended_at);
        record_end_row(record);
    }
}

const struct table sessions_table = {
    "sessions",      session_columns, COUNT_OF(session_columns), "one meeting of the process",
    "ett tillfälle", fill_sessions};

static const struct column item_columns[] = {
    {"item", CELL_ID, BOTH_VIEWS, "the item's id", "programpunktens id"},
    {"session", CELL_ID, BOTH_VIEWS, "whose agenda it is on", "tillfället vars program den står i"},
    {"number", CELL_COUNT, BOTH_VIEWS, "its place on that agenda, from 1", "dess plats i programmet, från 1"},
    {"form", CELL_TEXT, BOTH_VIEWS,
     "checkin, lecture, film, break, round, talk, checkout or since (last time)",
     "checkin (incheckning), lecture (föreläsning), film, break (paus), round (moment), talk (samtal), "
     "checkout (utcheckning) eller since (sedan sist)"},
    {"title", CELL_TEXT, BOTH_VIEWS, "its title", "rubrik"},
    {"about", CELL_TEXT, BOTH_VIEWS, "what it is about", "vad den handlar om"},
    {"minutes", CELL_COUNT, BOTH_VIEWS, "planned length; 0: not said", "planerad längd; 0: inte angiven"},
    {"summary", CELL_TEXT, BOTH_VIEWS, "a summary of a lecture or film",
     "sammanfattning av föreläsning eller film"},
    {"skipped", CELL_FLAG, BOTH_VIEWS, "whether it was skipped", "om den hoppades över"},
    {"started", CELL_TIME, BOTH_VIEWS, "when it first came on", "när den först kom på"},
    {"ended", CELL_TIME, BOTH_VIEWS, "when another came on, or the session ended",
     "när en annan kom på, eller tillfället avslutades"},
    {"started_offset", CELL_TEXT, BOTH_VIEWS,
     "minutes and seconds from the session's first mark to when it first came on",
     "minuter och sekunder från tillfällets första markering till att den först kom på"},
    {"ended_offset", CELL_TEXT, BOTH_VIEWS, "and to when it ended", "och till att den tog slut"},
};

static void fill_items(struct record *record) {
    size_t count;
    const struct item *const *items = process_items(record->process, &count);
    int64_t number = 0;
    for (size_t i = 0; i < count && !record->stopped; i++) {
        const struct item *item = items[i];
        number = i > 0 && id_equal(items[i - 1]->session, item->session) ? number + 1 : 1;
        if (!record_has_session(record, item->session)) {
            continue;
        }
        record_id(record, item->id);
        record_id(record, item->session);
        record_count(record, number);
        record_text(record, enumeration_text(&enumeration_item_form, item->form));
        record_text(record, item->title);
        record_text(record, item->about);
        record_count(record, item->minutes);
        record_text(record, item->summary);
        record_flag(record, item->skipped);
        record_time(record, item->started);
        record_time(record, item->ended);
        record_offset(record, item->session, item->started);
        record_offset(record, item->session, item->ended);
        record_end_row(record);
    }
}

const struct table items_table = {
    "items", item_columns, COUNT_OF(item_columns), "one item of an agenda", "en programpunkt", fill_items};

static const struct column round_columns[] = {
    {"round", CELL_ID, BOTH_VIEWS, "the round's id", "momentets id"},
    {"session", CELL_ID, BOTH_VIEWS, "the session it was held in", "tillfället"},
    {"item", CELL_ID, BOTH_VIEWS, "the agenda's item it belongs to", "programpunkten det hör till"},
    {"form", CELL_TEXT, BOTH_VIEWS, "notes, ballot, scale or diary",
     "notes (lappar), ballot (omröstning), scale (skala) eller diary (dagbok)"},
    {"question", CELL_TEXT, BOTH_VIEWS, "what was asked", "frågan"},
    {"helper", CELL_TEXT, BOTH_VIEWS, "the text that helped to understand it", "hjälptexten"},
    {"visibility", CELL_TEXT, BOTH_VIEWS,
     "whose notes participants saw before they were revealed: own, group or all",
     "vilkas lappar deltagarna såg innan de visades för alla: own (sina egna), group (gruppens) eller all "
     "(allas)"},
    {"authorship", CELL_TEXT, BOTH_VIEWS, "anonymous, linked, named or organisation",
     "anonymous (anonymt), linked (länkat), named (med namn) eller organisation"},
    {"scope", CELL_ID, BOTH_VIEWS,
     "rounds with the same scope were counted together: one author is the same in all",
     "moment med samma scope räknades ihop: en författare är densamma i alla"},
    {"counted_together", CELL_FLAG, BOTH_VIEWS, "whether others share the scope",
     "om andra moment delar scope"},
    {"state", CELL_TEXT, BOTH_VIEWS, "planned, open, closing or closed",
     "planned (planerat), open (öppet), closing (på väg att stängas) eller closed (stängt)"},
    {"revealed", CELL_FLAG, BOTH_VIEWS, "whether the answers were shown to all",
     "om svaren visades för alla"},
    {"opened", CELL_TIME, BOTH_VIEWS, "when it opened for answers", "när det öppnades för svar"},
    {"closed", CELL_TIME, BOTH_VIEWS, "when it closed for answers", "när det stängdes för svar"},
    {"fields", CELL_COUNT, BOTH_VIEWS, "word fields of a note; 0: free text",
     "ordfält på en lapp; 0: fri text"},
    {"note_cap", CELL_COUNT, BOTH_VIEWS, "most notes a person; 0: no cap",
     "flest lappar per person; 0: inget tak"},
    {"budget", CELL_COUNT, BOTH_VIEWS, "votes a person had", "röster per person"},
    {"choice_cap", CELL_COUNT, BOTH_VIEWS, "most votes of a person on one choice; 0: the budget",
     "flest röster per person på ett alternativ; 0: alla"},
    {"result", CELL_TEXT, BOTH_VIEWS, "whether the result was open or hidden until the end",
     "om resultatet var open (öppet) eller hidden (dolt till slutet)"},
    {"key", CELL_TEXT, BOTH_VIEWS, "the same in every copy of the round",
     "densamma i varje kopia av momentet"},
    {"homework", CELL_FLAG, BOTH_VIEWS, "whether it was open between sessions",
     "om det var öppet mellan tillfällen"},
    {"cut", CELL_COUNT, BOTH_VIEWS, "how many of a ballot's choices are chosen; 0: no cut",
     "hur många av omröstningens alternativ som väljs; 0: inget streck"},
    {"pass_of", CELL_ID, BOTH_VIEWS, "the ballot of which this is the next pass",
     "omröstningen som den här är nästa omgång av"},
    {"grouping", CELL_ID, BOTH_VIEWS, "the division whose groups wrote", "indelningen vars grupper skrev"},
    {"revealed_at", CELL_TIME, BOTH_VIEWS, "when the answers were shown to all",
     "när svaren visades för alla"},
    {"opened_offset", CELL_TEXT, BOTH_VIEWS,
     "minutes and seconds from the session's first mark to when it opened",
     "minuter och sekunder från tillfällets första markering till att det öppnades"},
    {"revealed_offset", CELL_TEXT, BOTH_VIEWS, "to when the answers were shown", "till att svaren visades"},
    {"closed_offset", CELL_TEXT, BOTH_VIEWS, "and to when it closed", "och till att det stängdes"},
    {"present_opened", CELL_COUNT, BOTH_VIEWS,
     "how many were present when it opened; empty: not known, or fewer than twelve",
     "hur många som var där när det öppnades; tomt: inte känt, eller färre än tolv"},
    {"present_closed", CELL_COUNT, BOTH_VIEWS, "and when it closed", "och när det stängdes"},
    {"promise", CELL_TEXT, BOTH_VIEWS,
     "the promise under the question while people answered: who sees the answers, and who wrote them",
     "löftet under frågan medan man svarade: vem som ser svaren, och vem som skrev"},
};

static void put_settings(struct record *record, const struct round *round) {
    if (round->form == ROUND_FORM_NOTES) {
        record_count(record, round->notes.fields);
        record_count(record, round->notes.cap);
    } else {
        record_nothing(record);
        record_nothing(record);
    }
    if (round->form == ROUND_FORM_BALLOT) {
        record_count(record, round->ballot.budget);
        record_count(record, round->ballot.cap);
        record_text(record, enumeration_text(&enumeration_result, round->ballot.result));
    } else if (round->form == ROUND_FORM_SCALE) {
        record_nothings(record, 2);
        record_text(record, enumeration_text(&enumeration_result, round->scale.result));
    } else {
        record_nothings(record, 3);
    }
}

static void put_present(struct record *record, int64_t present) {
    if (present > 0) {
        record_count(record, present);
    } else {
        record_nothing(record);
    }
}

static enum language record_language(const struct record *record) {
    const struct profile *profile = process_profile(record->process);
    return profile ? profile->language : LANGUAGE_SV;
}

static void put_round(struct record *record, const struct round *round) {
    record_id(record, round->id);
    record_id(record, round->session);
    record_id(record, round->item);
    record_text(record, enumeration_text(&enumeration_round_form, round->form));
    record_text(record, round->question);
    record_text(record, round->helper);
    record_text(record, enumeration_text(&enumeration_visibility, round->visibility));
    record_text(record, enumeration_text(&enumeration_authorship, round->authorship));
    record_id(record, round->scope);
    record_flag(record, round->counted_together);
    record_text(record, enumeration_text(&enumeration_round_state, round->state));
    record_flag(record, round->revealed);
    record_time(record, round->opened);
    record_time(record, round->closed_at);
    put_settings(record, round);
    record_text(record, round->key);
    record_flag(record, round->homework);
    if (round->form == ROUND_FORM_BALLOT) {
        record_count(record, round->ballot.cut);
        record_id(record, round->ballot.pass_of);
    } else {
        record_nothings(record, 2);
    }
    record_id(record, round->grouping);
    record_time(record, round->revealed_at);
    record_offset(record, round->session, round->opened);
    record_offset(record, round->session, round->revealed_at);
    record_offset(record, round->session, round->closed_at);
    put_present(record, round->present_opened);
    put_present(record, round->present_closed);
    record_text(record, promise_of(round, record_language(record), &record->arena));
    record_end_row(record);
}

static void fill_rounds(struct record *record) {
    size_t count;
    const struct round *const *rounds = process_rounds(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        if (record_has_session(record, rounds[i]->session)) {
            put_round(record, rounds[i]);
        }
    }
}

const struct table rounds_table = {"rounds",
                                   round_columns,
                                   COUNT_OF(round_columns),
                                   "one collection of answers or votes",
                                   "ett moment: en insamling av svar eller röster",
                                   fill_rounds};

static const struct column choice_columns[] = {
    {"choice", CELL_ID, BOTH_VIEWS, "the choice's id", "alternativets id"},
    {"round", CELL_ID, BOTH_VIEWS, "the ballot it was put in", "omröstningen"},
    {"number", CELL_COUNT, BOTH_VIEWS, "its place in the list, from 1", "dess plats i listan, från 1"},
    {"text", CELL_TEXT, BOTH_VIEWS, "what could be voted for", "det man kunde rösta på"},
    {"key", CELL_TEXT, BOTH_VIEWS, "the same in every copy of the ballot",
     "densamma i varje kopia av omröstningen"},
    {"word", CELL_TEXT, BOTH_VIEWS, "the value word it was made of", "värdeordet som det gjordes av"},
    {"theme", CELL_ID, BOTH_VIEWS, "the theme it was made of", "temat som det gjordes av"},
};

static void put_choices(struct record *record, const struct round *round) {
    for (size_t i = 0; i < round->ballot.choices_count && !record->stopped; i++) {
        const struct choice *choice = &round->ballot.choices[i];
        record_id(record, choice->id);
        record_id(record, round->id);
        record_count(record, (int64_t)i + 1);
        record_text(record, choice->text);
        record_text(record, choice->key);
        record_text(record, choice->word);
        record_id(record, choice->theme);
        record_end_row(record);
    }
}

static void fill_choices(struct record *record) {
    size_t count;
    const struct round *const *rounds = process_rounds(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        if (rounds[i]->form == ROUND_FORM_BALLOT && record_has_session(record, rounds[i]->session)) {
            put_choices(record, rounds[i]);
        }
    }
}

const struct table choices_table = {"choices",
                                    choice_columns,
                                    COUNT_OF(choice_columns),
                                    "one choice of a ballot",
                                    "ett alternativ i en omröstning",
                                    fill_choices};
