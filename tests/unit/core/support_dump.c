/* An entity as text, each of its members. */
#include <criterion/criterion.h>
#include <inttypes.h>

#include "support.h"

static void put_id(struct buffer *buffer, const char *name, struct id id) {
    char text[ID_TEXT_LENGTH + 1];
    id_format(id, text);
    buffer_format(buffer, " %s=%s", name, id_is_none(id) ? "-" : text);
}

static void put_str(struct buffer *buffer, const char *name, struct str text) {
    buffer_format(buffer, " %s=", name);
    if (str_is_absent(text)) {
        buffer_append_str(buffer, STR("-"));
    } else {
        buffer_format(buffer, "'%.*s'", STR_ARGS(text));
    }
}

static void put_number(struct buffer *buffer, const char *name, int64_t number) {
    buffer_format(buffer, " %s=%" PRId64, name, number);
}

static void put_comparison(struct buffer *b, const struct entity_comparison *comparison) {
    put_str(b, "title", comparison->title);
    put_id(b, "list", comparison->list);
    put_id(b, "board", comparison->board);
    for (size_t i = 0; i < comparison->rounds_count; i++) {
        put_id(b, "round", comparison->rounds[i]);
    }
    put_number(b, "by", comparison->by);
    put_number(b, "state", comparison->state);
    put_number(b, "flags", comparison->shown * 1 + comparison->removed * 2);
    put_number(b, "told", comparison->told_at);
}

/* What a contribution carries. */
static void put_consents(struct buffer *b, const struct study_version *of, size_t count) {
    for (size_t i = 0; i < count; i++) {
        put_id(b, "study", of[i].study);
        buffer_format(b, " version=%" PRId64, of[i].version);
    }
}

static void put_note(struct buffer *b, const struct entity_note *note) {
    put_id(b, "round", note->round);
    put_str(b, "text", note->text);
    put_number(b, "group", note->group_size);
    put_id(b, "table", note->table);
    put_number(b, "turn", note->turn);
    put_number(b, "flags",
               note->late * 1 + note->admitted * 2 + note->hidden * 4 + note->removed * 8 +
                   note->consent * 16 + note->redacted * 32 + note->erased * 64);
    put_consents(b, note->consents, note->consents_count);
    put_str(b, "reason", note->reason);
    put_number(b, "rev", note->rev);
    put_str(b, "name", note->name);
    put_id(b, "organisation", note->organisation);
    put_str(b, "author", note->author);
    put_id(b, "role", note->role);
    put_str(b, "type", note->organisation_type);
    put_id(b, "level", note->level);
    put_number(b, "edits", note->edits);
    put_number(b, "supports", note->supports);
    put_number(b, "entered", note->entered);
    put_id(b, "of", note->group);
}

static void put_round(struct buffer *b, const struct entity_round *round) {
    put_id(b, "session", round->session);
    put_id(b, "item", round->item);
    put_id(b, "scope", round->scope);
    put_str(b, "question", round->question);
    put_str(b, "helper", round->helper);
    buffer_format(b, " form=%d visibility=%d authorship=%d state=%d share=%d", round->form, round->visibility,
                  round->authorship, round->state, round->share);
    put_number(b, "opened", round->opened);
    put_number(b, "deadline", round->deadline);
    put_number(b, "answered", round->answered);
    put_number(b, "entered", round->entered);
    put_number(b, "flags",
               round->revealed * 1 + round->counted_together * 2 + round->removed * 4 + round->homework * 8);
    put_str(b, "key", round->key);
    put_id(b, "grouping", round->grouping);
    if (round->notes) {
        buffer_format(b, " fields=%" PRId64 " cap=%" PRId64 " supports=%d", round->notes->fields,
                      round->notes->cap, round->notes->supports);
    }
    for (size_t i = 0; round->ballot && i < round->ballot->choices_count; i++) {
        put_id(b, "choice", round->ballot->choices[i].id);
        put_id(b, "theme", round->ballot->choices[i].theme);
        put_str(b, "text", round->ballot->choices[i].text);
        buffer_format(b, " budget=%" PRId64 " cap=%" PRId64 " result=%d cut=%" PRId64, round->ballot->budget,
                      round->ballot->cap, round->ballot->result, round->ballot->cut);
        put_id(b, "pass_of", round->ballot->pass_of);
    }
    for (size_t i = 0; round->scale && i < round->scale->statements_count; i++) {
        put_id(b, "statement", round->scale->statements[i].id);
        put_str(b, "text", round->scale->statements[i].text);
        put_str(b, "key", round->scale->statements[i].key);
        buffer_format(b, " steps=%" PRId64 " result=%d", round->scale->steps, round->scale->result);
    }
}

static void put_session(struct buffer *b, const struct entity_session *session) {
    put_str(b, "title", session->title);
    buffer_format(b, " state=%d number=%" PRId64 " joined=%" PRId64 " starts=%" PRId64, session->state,
                  session->number, session->joined, session->starts);
    for (size_t i = 0; i < session->tables_count; i++) {
        put_id(b, "table", session->tables[i].id);
    }
    if (session->stage) {
        buffer_format(b, " screen=%d", session->stage->screen);
        put_id(b, "item", session->stage->item);
        put_id(b, "round", session->stage->round);
        put_id(b, "list", session->stage->list);
        put_id(b, "note", session->stage->note);
        put_number(b, "entries", session->stage->entries);
        put_id(b, "board", session->stage->board);
        put_id(b, "group", session->stage->group);
    }
    if (session->said) {
        put_str(b, "said", session->said->text);
        buffer_format(b, " %" PRId64 "-%" PRId64 " back=%d", session->said->at, session->said->until,
                      session->said->back);
    }
    put_number(b, "minutes", session->minutes);
    put_str(b, "place", session->place);
    put_str(b, "link", session->link);
    put_id(b, "steered_by", session->steered_by);
    put_number(b, "removed", session->removed);
    put_number(b, "under_fifteen", session->under_fifteen);
    put_str(b, "steered_name", session->steered_name);
}

static void put_participant(struct buffer *b, const struct entity_participant *participant) {
    put_str(b, "name", participant->name);
    put_id(b, "role", participant->role);
    put_id(b, "organisation", participant->organisation);
    put_id(b, "table", participant->table);
    put_id(b, "seat", participant->seat);
    buffer_format(b, " deputy=%d", participant->deputy);
    buffer_format(b, " rev=%" PRId64 " consent=%d", participant->rev, participant->consent);
    put_str(b, "token", participant->token_hash);
    for (size_t i = 0; i < participant->sessions_count; i++) {
        put_id(b, "session", participant->sessions[i]);
    }
}

static void put_consent(struct buffer *b, const struct entity_consent *consent) {
    buffer_format(b, " consent=%d rev=%" PRId64 " version=%" PRId64, consent->consent, consent->rev,
                  consent->version);
    put_id(b, "study", consent->study);
    put_id(b, "participant", consent->participant);
}

static void put_study(struct buffer *b, const struct entity_study *study) {
    put_str(b, "title", study->title);
    put_str(b, "organisation", study->organisation);
    put_str(b, "investigator", study->investigator);
    put_str(b, "contact", study->contact);
    put_str(b, "review", study->review);
    put_str(b, "text", study->text);
    put_str(b, "hash", study->hash);
    buffer_format(b, " version=%" PRId64 " from=%" PRId64 " closed=%d removed=%d", study->version,
                  study->from_version, study->closed, study->removed);
}

static void put_information(struct buffer *b, const struct entity_information *information) {
    put_str(b, "text", information->text);
    put_str(b, "hash", information->hash);
    put_str(b, "responsible", information->responsible);
    put_str(b, "contact", information->contact);
    put_str(b, "kept", information->kept);
    put_str(b, "rights", information->rights);
    buffer_format(b, " version=%" PRId64 " removed=%d", information->version, information->removed);
}

static void put_grouping(struct buffer *b, const struct entity_grouping *grouping) {
    put_id(b, "session", grouping->session);
    put_str(b, "title", grouping->title);
    buffer_format(b, " choice=%d most=%" PRId64 " dealt=%d method=%d removed=%d", grouping->choice,
                  grouping->most, grouping->dealt, grouping->method, grouping->removed);
    for (size_t i = 0; i < grouping->groups_count; i++) {
        put_id(b, "group", grouping->groups[i].id);
        put_str(b, "name", grouping->groups[i].name);
        put_str(b, "link", grouping->groups[i].link);
        put_number(b, "count", grouping->groups[i].count);
    }
}

static void put_placing(struct buffer *b, const struct entity_placing *placing) {
    put_id(b, "grouping", placing->grouping);
    put_id(b, "participant", placing->participant);
    put_id(b, "group", placing->group);
    put_id(b, "before", placing->before);
    buffer_format(b, " chosen=%d/%d rev=%" PRId64, placing->chosen, placing->before_chosen, placing->rev);
}

static void put_place(struct buffer *b, const struct entity_place *place) {
    put_id(b, "group", place->group);
    buffer_format(b, " chosen=%d rev=%" PRId64, place->chosen, place->rev);
}

static void put_seat(struct buffer *b, const struct entity_seat *seat) {
    put_str(b, "title", seat->title);
    put_id(b, "role", seat->role);
    put_id(b, "level", seat->level);
    put_id(b, "organisation", seat->organisation);
    buffer_format(b, " position=%" PRId64 " removed=%d", seat->position, seat->removed);
}

static void put_holding(struct buffer *b, const struct entity_holding *holding) {
    put_id(b, "seat", holding->seat);
    put_str(b, "name", holding->name);
    buffer_format(b, " from=%" PRId64 " until=%" PRId64 " deputy=%d removed=%d", holding->from,
                  holding->until, holding->deputy, holding->removed);
}

static void put_step(struct buffer *b, const struct entity_step *step) {
    put_id(b, "session", step->session);
    put_str(b, "text", step->text);
    put_str(b, "name", step->name);
    put_str(b, "author", step->author);
    put_number(b, "until", step->until);
    put_number(b, "rev", step->rev);
    put_number(b, "flags",
               step->done * 1 + step->shared * 2 + step->removed * 4 + step->redacted * 8 +
                   step->erased * 16);
}

static void put_way(struct buffer *b, const struct entity_way *way) {
    put_str(b, "hash", way->hash);
    for (size_t i = 0; i < way->tokens_count; i++) {
        put_str(b, "token", way->tokens[i]);
    }
}

static void put_words(struct buffer *b, const struct entity_words *words) {
    put_str(b, "title", words->title);
    buffer_format(b, " shown=%d per_round=%d language=%d", words->shown, words->per_round, words->language);
    for (size_t i = 0; i < words->rounds_count; i++) {
        put_id(b, "round", words->rounds[i]);
    }
    for (size_t i = 0; i < words->decisions_count; i++) {
        buffer_format(b, " %d/%d", words->decisions[i].decision, words->decisions[i].mark);
        put_str(b, "word", words->decisions[i].word);
        put_str(b, "other", words->decisions[i].other);
    }
}

static void put_votes(struct buffer *b, const struct entity_votes *votes) {
    put_id(b, "round", votes->round);
    put_str(b, "author", votes->author);
    put_id(b, "role", votes->role);
    put_str(b, "type", votes->organisation_type);
    buffer_format(b, " consent=%d left=%" PRId64, votes->consent, votes->left);
    put_consents(b, votes->consents, votes->consents_count);
    for (size_t i = 0; i < votes->choices_count; i++) {
        buffer_format(b, " %" PRId64 "@%" PRId64, votes->choices[i].votes, votes->choices[i].rev);
    }
}

static void put_tally(struct buffer *b, const struct entity_tally *tally) {
    buffer_format(b, " voters=%" PRId64 " votes=%" PRId64 " hands=%" PRId64, tally->voters, tally->votes,
                  tally->hands);
    for (size_t i = 0; i < tally->choices_count; i++) {
        put_id(b, "choice", tally->choices[i].id);
        buffer_format(b, " %" PRId64 " by %" PRId64 " and %" PRId64, tally->choices[i].votes,
                      tally->choices[i].voters, tally->choices[i].hands);
    }
}

static void put_hands(struct buffer *b, const struct entity_hands *hands) {
    put_number(b, "people", hands->people);
    for (size_t i = 0; i < hands->choices_count; i++) {
        put_id(b, "choice", hands->choices[i].id);
        put_number(b, "votes", hands->choices[i].votes);
    }
}

static void put_scale_tally(struct buffer *b, const struct entity_scale_tally *tally) {
    put_number(b, "answered", tally->answered);
    for (size_t i = 0; i < tally->statements_count; i++) {
        const struct statement_tally *statement = &tally->statements[i];
        put_id(b, "statement", statement->id);
        put_number(b, "answered", statement->answered);
        for (size_t j = 0; j < statement->counts_count; j++) {
            put_number(b, "step", statement->counts[j]);
        }
    }
}

static void put_answers(struct buffer *b, const struct entity_answers *answers) {
    put_id(b, "round", answers->round);
    put_str(b, "author", answers->author);
    put_id(b, "role", answers->role);
    put_str(b, "type", answers->organisation_type);
    put_number(b, "consent", answers->consent);
    put_consents(b, answers->consents, answers->consents_count);
    for (size_t i = 0; i < answers->statements_count; i++) {
        put_id(b, "statement", answers->statements[i].id);
        buffer_format(b, " %" PRId64 "@%" PRId64, answers->statements[i].value, answers->statements[i].rev);
    }
}

static void put_supports(struct buffer *b, const struct entity_supports *supports) {
    put_id(b, "round", supports->round);
    put_str(b, "author", supports->author);
    put_number(b, "rev", supports->rev);
    for (size_t i = 0; i < supports->notes_count; i++) {
        put_id(b, "note", supports->notes[i]);
    }
}

static void put_diary(struct buffer *b, const struct entity_diary *diary) {
    put_id(b, "round", diary->round);
    put_str(b, "day", diary->day);
    put_str(b, "text", diary->text);
    put_str(b, "tags", diary->tags);
    put_str(b, "answer", diary->answer);
    put_str(b, "name", diary->name);
    put_str(b, "author", diary->author);
    put_id(b, "role", diary->role);
    put_str(b, "type", diary->organisation_type);
    buffer_format(b, " about=%d flags=%d", diary->about,
                  diary->removed * 1 + diary->redacted * 2 + diary->consent * 4 + diary->erased * 8);
    put_consents(b, diary->consents, diary->consents_count);
    put_number(b, "rev", diary->rev);
}

static void put_pattern(struct buffer *b, const struct entity_diary_pattern *pattern) {
    for (size_t i = 0; i < pattern->weeks_count; i++) {
        const struct diary_week *week = &pattern->weeks[i];
        put_str(b, "week", week->week);
        buffer_format(b, " %" PRId64 "/%" PRId64 "/%" PRId64, week->reflection, week->observation,
                      week->action);
    }
    for (size_t i = 0; i < pattern->tags_count; i++) {
        put_str(b, "tag", pattern->tags[i].tag);
        put_number(b, "count", pattern->tags[i].count);
    }
}

static void put_item(struct buffer *b, const struct entity_item *item) {
    for (size_t i = 0; i < item->studies_count; i++) {
        put_id(b, "study", item->studies[i]);
    }
    put_id(b, "session", item->session);
    put_str(b, "title", item->title);
    put_str(b, "about", item->about);
    buffer_format(b, " form=%d minutes=%" PRId64 " position=%" PRId64 " removed=%d", item->form,
                  item->minutes, item->position, item->removed);
    put_str(b, "cue", item->cue);
    put_str(b, "summary", item->summary);
    put_number(b, "started", item->started);
    put_number(b, "ended", item->ended);
    put_number(b, "skipped", item->skipped);
}

static void put_entry(struct buffer *b, const struct entity_entry *entry) {
    buffer_format(b, " form=%d state=%d basis=%d", entry->form, entry->state, entry->basis);
    put_id(b, "session", entry->session);
    put_id(b, "seat", entry->seat);
    put_id(b, "note", entry->note);
    put_str(b, "text", entry->text);
    put_str(b, "owner", entry->owner);
    put_str(b, "outcome", entry->outcome);
    put_str(b, "learnt", entry->learnt);
    put_str(b, "word", entry->word);
    put_str(b, "reference", entry->reference);
    put_str(b, "recipient", entry->recipient);
    put_number(b, "until", entry->until);
    put_number(b, "position", entry->position);
    put_number(b, "flags", entry->removed * 1 + entry->redacted * 2);
}

static void put_material(struct buffer *b, const struct entity_material *material) {
    put_id(b, "session", material->session);
    put_id(b, "item", material->item);
    put_str(b, "title", material->title);
    put_str(b, "url", material->url);
    put_str(b, "about", material->about);
    put_number(b, "position", material->position);
    put_number(b, "removed", material->removed);
}

static void put_picture(struct buffer *b, const struct entity_picture *picture) {
    put_id(b, "session", picture->session);
    put_id(b, "item", picture->item);
    put_id(b, "round", picture->round);
    put_id(b, "group", picture->group);
    put_str(b, "caption", picture->caption);
    put_str(b, "blob", picture->blob);
    put_number(b, "width", picture->width);
    put_number(b, "position", picture->position);
    put_number(b, "at", picture->at);
    put_number(b, "flags", picture->removed * 1 + picture->drawn * 2);
}

static void put_board(struct buffer *b, const struct entity_board *board) {
    put_str(b, "title", board->title);
    for (size_t i = 0; i < board->rounds_count; i++) {
        put_id(b, "round", board->rounds[i]);
    }
    buffer_format(b, " hands=%d notes=%" PRId64 " unsorted=%" PRId64, board->hands, board->notes,
                  board->unsorted);
    put_number(b, "flags",
               board->shown * 1 + board->revealed * 2 + board->per_round * 4 + board->removed * 8);
}

static void put_theme(struct buffer *b, const struct entity_theme *theme) {
    put_id(b, "board", theme->board);
    put_str(b, "title", theme->title);
    put_str(b, "definition", theme->definition);
    put_str(b, "key", theme->key);
    put_number(b, "position", theme->position);
    buffer_format(b, " notes=%" PRId64 " persons=%" PRId64 " votes=%" PRId64, theme->notes, theme->persons,
                  theme->votes);
    put_number(b, "flags", theme->removed * 1 + theme->redacted * 2);
}

static void put_sorting(struct buffer *b, const struct entity_sorting *sorting) {
    put_id(b, "board", sorting->board);
    put_id(b, "note", sorting->note);
    for (size_t i = 0; i < sorting->themes_count; i++) {
        put_id(b, "theme", sorting->themes[i]);
    }
}

static void put_erasure(struct buffer *b, const struct entity_erasure *erasure) {
    put_number(b, "what", erasure->what);
    put_id(b, "session", erasure->session);
    put_id(b, "round", erasure->round);
    put_number(b, "by_author", erasure->by_author);
    put_number(b, "at", erasure->at);
    put_str(b, "reason", erasure->reason);
    put_str(b, "decision", erasure->decision);
    put_str(b, "reference", erasure->reference);
}

static void put_hold(struct buffer *b, const struct entity_hold *hold) {
    put_number(b, "what", hold->what);
    put_id(b, "of", hold->of);
    put_str(b, "reason", hold->reason);
    put_number(b, "at", hold->at);
    put_number(b, "removed", hold->removed);
}

static void put_body(const struct entity *entity, struct buffer *b) {
    const union entity_body *body = &entity->body;
    switch (entity->kind) {
    case ENTITY_PROCESS:
        put_str(b, "title", body->process.profile->title);
        put_number(b, "rules", body->process.rules);
        put_number(b, "organisations", (int64_t)body->process.profile->organisations_count);
        put_str(b, "challenge", body->process.profile->challenge);
        return;
    case ENTITY_SESSION:
        put_session(b, &body->session);
        return;
    case ENTITY_ITEM:
        put_item(b, &body->item);
        return;
    case ENTITY_ROUND:
        put_round(b, &body->round);
        return;
    case ENTITY_ENTRY:
        put_entry(b, &body->entry);
        return;
    case ENTITY_MATERIAL:
        put_material(b, &body->material);
        return;
    case ENTITY_PICTURE:
        put_picture(b, &body->picture);
        return;
    case ENTITY_FIELD_NOTE:
        put_id(b, "session", body->field_note.session);
        put_id(b, "study", body->field_note.study);
        put_id(b, "observer", body->field_note.observer);
        put_str(b, "text", body->field_note.text);
        buffer_format(b, " at=%" PRId64 " removed=%d", body->field_note.at, body->field_note.removed);
        return;
    case ENTITY_MARK:
        put_id(b, "session", body->mark.session);
        put_str(b, "title", body->mark.title);
        buffer_format(b, " at=%" PRId64 " removed=%d", body->mark.at, body->mark.removed);
        return;
    case ENTITY_PARTICIPANT:
        put_participant(b, &body->participant);
        return;
    case ENTITY_CONSENT:
        put_consent(b, &body->consent);
        return;
    case ENTITY_STUDY:
        put_study(b, &body->study);
        return;
    case ENTITY_INFORMATION:
        put_information(b, &body->information);
        return;
    case ENTITY_GROUPING:
        put_grouping(b, &body->grouping);
        return;
    case ENTITY_PLACING:
        put_placing(b, &body->placing);
        return;
    case ENTITY_PLACE:
        put_place(b, &body->place);
        return;
    case ENTITY_SEAT:
        put_seat(b, &body->seat);
        return;
    case ENTITY_HOLDING:
        put_holding(b, &body->holding);
        return;
    case ENTITY_STEP:
        put_step(b, &body->step);
        return;
    case ENTITY_SLIPS:
        buffer_format(b, " made=%" PRId64 " used=%" PRId64, body->slips.made, body->slips.used);
        return;
    case ENTITY_WAY:
        put_way(b, &body->way);
        return;
    case ENTITY_BOARD:
        put_board(b, &body->board);
        return;
    case ENTITY_THEME:
        put_theme(b, &body->theme);
        return;
    case ENTITY_SORTING:
        put_sorting(b, &body->sorting);
        return;
    case ENTITY_COMPARISON:
        put_comparison(b, &body->comparison);
        return;
    case ENTITY_ERASURE:
        put_erasure(b, &body->erasure);
        return;
    case ENTITY_HOLD:
        put_hold(b, &body->hold);
        return;
    case ENTITY_WORDS:
        put_words(b, &body->words);
        return;
    case ENTITY_FORM:
        put_str(b, "form", body->form.form);
        put_str(b, "analyses", body->form.analyses);
        return;
    case ENTITY_TALLY:
        put_tally(b, &body->tally);
        return;
    case ENTITY_VOTES:
        put_votes(b, &body->votes);
        return;
    case ENTITY_NOTE:
        put_note(b, &body->note);
        return;
    case ENTITY_HANDS:
        put_hands(b, &body->hands);
        return;
    case ENTITY_SCALE_TALLY:
        put_scale_tally(b, &body->scale_tally);
        return;
    case ENTITY_ANSWERS:
        put_answers(b, &body->answers);
        return;
    case ENTITY_SUPPORTS:
        put_supports(b, &body->supports);
        return;
    case ENTITY_DIARY:
        put_diary(b, &body->diary);
        return;
    case ENTITY_DIARY_PATTERN:
        put_pattern(b, &body->diary_pattern);
        return;
    case ENTITY_ABSENT:
    case ENTITY_END:
        break;
    }
    cr_assert(false, "an entity has a kind");
}

void dump_entity(const struct entity *entity, struct buffer *buffer) {
    buffer_format(buffer, "%02d", entity->kind);
    put_id(buffer, "id", entity->id);
    put_number(buffer, "seq", entity->seq);
    put_body(entity, buffer);
    buffer_append_byte(buffer, '\n');
}
