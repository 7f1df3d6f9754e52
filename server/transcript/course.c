/* How sessions were led: what stood on the big screen, what was done, how questions were worded. Of those who
 * lead nobody is named, and nothing here is about what a participant did. */
#include "records/shapes.h"
#include "transcript/marks.h"
#include "transcript/tables.h"

/* ---- the big screen ---- */

static const struct column stage_columns[] = {
    {"session", CELL_ID, BOTH_VIEWS, "the session whose big screen it is", "tillfället vars storbild det är"},
    {"from", CELL_TIME, BOTH_VIEWS, "from when it stood there", "från när den visades"},
    {"until", CELL_TIME, BOTH_VIEWS, "until when; empty: nothing else has come since",
     "till när; tomt: inget annat har kommit sedan dess"},
    {"offset", CELL_TEXT, BOTH_VIEWS, "minutes and seconds from the session's first mark to then",
     "minuter och sekunder från tillfällets första markering till dess"},
    {"screen", CELL_TEXT, BOTH_VIEWS,
     "item (what was on), join (the way in), round, words, note (a single one), blank, since (last time), "
     "entries, picture, pictures, themes, walls (of groups) or comparison",
     "item (punkten som var på), join (vägen in), round (ett moment), words (ord), note (en enda lapp), "
     "blank "
     "(ingenting), since (sedan sist), entries (en lista), picture (en bild), pictures (bilderna), themes "
     "(teman), walls (gruppernas väggar) eller comparison (en jämförelse)"},
    {"item", CELL_ID, BOTH_VIEWS, "the agenda's item that was on", "programpunkten som var på"},
    {"round", CELL_ID, BOTH_VIEWS, "the round it was of", "momentet den visade"},
    {"group", CELL_ID, BOTH_VIEWS, "the group or table whose wall stood alone",
     "gruppen eller bordet vars vägg visades ensam"},
    {"list", CELL_ID, BOTH_VIEWS, "the list of words", "ordlistan"},
    {"entries", CELL_TEXT, BOTH_VIEWS, "which list that is carried from session to session",
     "vilken lista som följer med från tillfälle till tillfälle"},
    {"board", CELL_ID, BOTH_VIEWS, "the board of themes", "tavlan med teman"},
    {"theme", CELL_ID, BOTH_VIEWS, "the theme that stood alone", "temat som visades ensamt"},
    {"comparison", CELL_ID, BOTH_VIEWS, "the comparison", "jämförelsen"},
    {"picture", CELL_ID, DOCUMENTATION_ONLY, "the picture", "bilden"},
};

/* Until when a screen stood that was followed by another, or by the session's end. */
static int64_t shown_until(const struct session *session, const struct shown *shown,
                           const struct shown *next) {
    if (next) {
        return next->at;
    }
    return session->ended_at > shown->at ? session->ended_at : 0;
}

/* Which note stood alone is not said: when it did would tell that it had been written by then. */
static void put_shown(struct record *record, const struct session *session, const struct shown *shown,
                      const struct shown *next) {
    const struct stage *stage = &shown->stage;
    record_id(record, session->id);
    record_time(record, shown->at);
    record_time(record, shown_until(session, shown, next));
    record_offset(record, session->id, shown->at);
    record_text(record, enumeration_text(&enumeration_stage_screen, stage->screen));
    record_id(record, stage->item);
    record_id(record, stage->round);
    record_id(record, stage->group);
    record_id(record, stage->list);
    if (stage->entries == ENTRY_FORM_ABSENT) {
        record_nothing(record);
    } else {
        record_text(record, enumeration_text(&enumeration_entry_form, stage->entries));
    }
    record_id(record, stage->board);
    record_id(record, stage->theme);
    record_id(record, stage->comparison);
    record_id(record, record_is_research(record) ? (struct id){{0}} : stage->picture);
    record_end_row(record);
}

static void fill_stages(struct record *record) {
    size_t count, shown_count;
    const struct session *const *sessions = process_sessions(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        const struct shown *shown = process_shown(record->process, sessions[i], &shown_count);
        if (!record_has_session(record, sessions[i]->id)) {
            continue;
        }
        for (size_t j = 0; j < shown_count && !record->stopped; j++) {
            put_shown(record, sessions[i], &shown[j], j + 1 < shown_count ? &shown[j + 1] : NULL);
        }
        arena_reset(&record->arena);
    }
}

const struct table stages_table = {"stages",
                                   stage_columns,
                                   COUNT_OF(stage_columns),
                                   "what stood on a session's big screen for a while",
                                   "det som visades på storbilden en stund",
                                   fill_stages};

/* ---- what was done ---- */

static const struct column action_columns[] = {
    {"session", CELL_ID, BOTH_VIEWS, "the session", "tillfället"},
    {"at", CELL_TIME, BOTH_VIEWS, "when it was done", "när det gjordes"},
    {"offset", CELL_TEXT, BOTH_VIEWS, "minutes and seconds from the session's first mark to then",
     "minuter och sekunder från tillfällets första markering till dess"},
    {"action", CELL_TEXT, BOTH_VIEWS,
     "begin and finish (of the session), skip (an item), open, deadline (another end, or none), close, "
     "time_up "
     "(it closed by itself), reveal, say (a line to groups), call_back (from groups) or deal (into groups)",
     "begin och finish (tillfällets början och slut), skip (en punkt hoppas över), open (öppna), deadline "
     "(en "
     "annan sluttid, eller ingen), close (stänga), time_up (tiden gick ut), reveal (visa för alla), say (en "
     "rad "
     "till grupperna), call_back (kalla tillbaka dem) eller deal (dela in i grupper)"},
    {"undone", CELL_FLAG, BOTH_VIEWS, "whether this took the last such act back",
     "om detta tog tillbaka det senaste av samma slag"},
    {"item", CELL_ID, BOTH_VIEWS, "the agenda's item", "programpunkten"},
    {"round", CELL_ID, BOTH_VIEWS, "the round", "momentet"},
    {"grouping", CELL_ID, BOTH_VIEWS, "the division", "indelningen"},
};

static void put_act(struct record *record, const struct session *session, const struct act *act) {
    record_id(record, session->id);
    record_time(record, act->at);
    record_offset(record, session->id, act->at);
    record_text(record, enumeration_text(&enumeration_act_kind, act->kind));
    record_flag(record, act->undone);
    record_id(record, act->item);
    record_id(record, act->round);
    record_id(record, act->grouping);
    record_end_row(record);
}

static void fill_actions(struct record *record) {
    size_t count, act_count;
    const struct session *const *sessions = process_sessions(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        const struct act *acts = process_acts(record->process, sessions[i], &act_count);
        if (!record_has_session(record, sessions[i]->id)) {
            continue;
        }
        for (size_t j = 0; j < act_count && !record->stopped; j++) {
            put_act(record, sessions[i], &acts[j]);
        }
        arena_reset(&record->arena);
    }
}

const struct table actions_table = {"actions",
                                    action_columns,
                                    COUNT_OF(action_columns),
                                    "one thing that those who lead did",
                                    "något som de som ledde gjorde",
                                    fill_actions};

/* ---- how it was worded ---- */

static const struct column wording_columns[] = {
    {"round", CELL_ID, BOTH_VIEWS, "the round", "momentet"},
    {"version", CELL_COUNT, BOTH_VIEWS, "1, 2 … in the order in which people saw them",
     "1, 2 … i den ordning de visades"},
    {"from", CELL_TIME, BOTH_VIEWS, "from when it was worded so: from the opening, or a change after that",
     "från när det löd så: från öppningen, eller en ändring efter den"},
    {"offset", CELL_TEXT, BOTH_VIEWS, "minutes and seconds from the session's first mark to then",
     "minuter och sekunder från tillfällets första markering till dess"},
    {"question", CELL_TEXT, BOTH_VIEWS, "what was asked", "frågan"},
    {"helper", CELL_TEXT, BOTH_VIEWS, "the text that helped to understand it", "hjälptexten"},
    {"choices", CELL_TEXT, BOTH_VIEWS, "a ballot's choices or a scale's statements, one a line",
     "omröstningens alternativ eller skalans påståenden, ett per rad"},
};

static void put_wordings(struct record *record, const struct round *round) {
    size_t count;
    const struct wording *wordings = process_wordings(record->process, round, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        record_id(record, round->id);
        record_count(record, wordings[i].version);
        record_time(record, wordings[i].from);
        record_offset(record, round->session, wordings[i].from);
        record_text(record, wordings[i].question);
        record_said(record, wordings[i].helper);
        record_said(record, wordings[i].choices);
        record_end_row(record);
    }
    arena_reset(&record->arena);
}

static void fill_wordings(struct record *record) {
    size_t count;
    const struct round *const *rounds = process_rounds(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        if (record_has_session(record, rounds[i]->session)) {
            put_wordings(record, rounds[i]);
        }
    }
}

const struct table wordings_table = {"wordings",
                                     wording_columns,
                                     COUNT_OF(wording_columns),
                                     "how a round's question was worded from a time on",
                                     "hur momentets fråga löd från en viss tid",
                                     fill_wordings};
