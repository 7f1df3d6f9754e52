/* The state of a process, to be read: by transcripts, by the words' adapter, by who needs a lookup.
 * Everything is borrowed from the process and valid until it changes. */
#ifndef SAMSKAP_CORE_MODEL_H
#define SAMSKAP_CORE_MODEL_H

#include "core/things.h"

/* Whether anybody has joined it, or answered anything in it, with a device or without. */
bool process_is_used(const struct process *process);
const struct profile *process_profile(const struct process *process); /* NULL before process.create */
int64_t process_rules(const struct process *process);

/* NULL: not there. What was removed is found by id (but for sessions, of which nothing is asked any more),
 * and does not stand in the arrays of screens and records. */
const struct session *process_session(const struct process *process, struct id id);
const struct item *process_item(const struct process *process, struct id id);
const struct round *process_round(const struct process *process, struct id id);
const struct note *process_note(const struct process *process, struct id id);
const struct entry *process_entry(const struct process *process, struct id id);
const struct material *process_material(const struct process *process, struct id id);
const struct picture *process_picture(const struct process *process, struct id id);
const struct field_note *process_field_note(const struct process *process, struct id id);
const struct mark *process_mark(const struct process *process, struct id id);
const struct participant *process_participant(const struct process *process, struct id id);
const struct participant *process_participant_by_token(const struct process *process, struct str token_hash);
const struct way *process_way(const struct process *process, struct str hash);
const struct seat *process_seat(const struct process *process, struct id id);
const struct holding *process_holding(const struct process *process, struct id id);
const struct step *process_step(const struct process *process, struct id id);
const struct grouping *process_grouping(const struct process *process, struct id id);
/* In the order in which they were made, with those that are removed; so are the next. */
size_t process_grouping_count(const struct process *process);
const struct grouping *process_grouping_at(const struct process *process, size_t index);
/* The group that somebody stands in; none. */
struct id process_group_of(const struct process *process, const struct participant *participant,
                           const struct grouping *grouping);
const struct study *process_study(const struct process *process, struct id id);
/* In the order in which they were made, with those that are removed. */
const struct study *const *process_studies(const struct process *process, size_t *count);
int64_t study_version_count(const struct study *study);
struct str study_text_of(const struct study *study, int64_t version); /* of one that there was, from 1 */
/* The version that was said yes to; 0: none. */
int64_t study_set_version(const struct study_set *set, struct id study);
/* Whether what was contributed with those answers is told; session: of which it is. Nothing of a session of
 * children is research material, whatever was said. */
bool research_has(const struct process *process, const struct research *research, struct id session,
                  bool consent, const struct study_set *studies);
bool research_has_note(const struct process *process, const struct research *research,
                       const struct note *note);
/* Whether a person is, by what they answer now; session none: of no session in particular. */
bool research_has_person(const struct process *process, const struct research *research, struct id session,
                         const struct participant *participant);
size_t process_seat_count(const struct process *process);
const struct seat *process_seat_at(const struct process *process, size_t index);
size_t process_holding_count(const struct process *process);
const struct holding *process_holding_at(const struct process *process, size_t index);
/* What was erased for good, and what is held so that it is not. */
size_t process_erasure_count(const struct process *process);
const struct erasure *process_erasure_at(const struct process *process, size_t index);
size_t process_hold_count(const struct process *process);
const struct hold *process_hold_at(const struct process *process, size_t index);
const struct hold *process_hold(const struct process *process, struct id id);
bool process_is_held(const struct process *process); /* any part of it */
/* Whether the day has come (UTC) from which it may be erased as a whole. */
bool process_is_past_retention(const struct process *process, int64_t at);
size_t process_step_count(const struct process *process);
const struct step *process_step_at(const struct process *process, size_t index);
const struct word_list *process_word_list(const struct process *process, struct id id);
const struct board *process_board(const struct process *process, struct id id);
const struct comparison *process_comparison(const struct process *process, struct id id);
const struct theme *process_theme(const struct process *process, struct id id);
const struct looked_up_form *process_form(const struct process *process, enum language language,
                                          struct str form);

/* Arrays of pointers, in the order in which things were made (items: by session, position, id). */
const struct session *const *process_sessions(const struct process *process, size_t *count);
const struct item *const *process_items(const struct process *process, size_t *count);
const struct round *const *process_rounds(const struct process *process, size_t *count);
/* With those that are removed; so the next. */
const struct board *const *process_boards(const struct process *process, size_t *count);
const struct comparison *const *process_comparisons(const struct process *process, size_t *count);
const struct entry *const *process_entries(const struct process *process, size_t *count);
const struct material *const *process_materials(const struct process *process, size_t *count);
const struct picture *const *process_pictures(const struct process *process, size_t *count);
const struct field_note *const *process_field_notes(const struct process *process, size_t *count);
const struct mark *const *process_marks(const struct process *process, size_t *count);
const struct participant *const *process_participants(const struct process *process, size_t *count);
const struct word_list *const *process_word_lists(const struct process *process, size_t *count);
const struct looked_up_form *const *process_forms(const struct process *process, size_t *count);
const struct note *const *process_notes(const struct process *process, const struct round *round,
                                        size_t *count);
/* Of a ballot or a scale. */
const struct voter *const *process_voters(const struct process *process, const struct round *round,
                                          size_t *count);
/* Of a diary, in the arena; their parts are the process's. */
const struct diary_page *process_diary(const struct process *process, const struct round *round,
                                       struct arena *arena, size_t *count);
/* A board's themes, in the order in which they were made, with those that are removed. */
size_t board_theme_count(const struct process *process, const struct board *board);
const struct theme *board_theme_at(const struct process *process, const struct board *board, size_t index);
/* Whether the theme stands, and the note, which is on record, is in it. */
bool theme_has_note(const struct process *process, const struct theme *theme, const struct note *note);
enum { NOTE_THEMES = 8 }; /* of one board, that one note is in */
/* Those of a board for which that is so, by id; how many. */
size_t note_themes(const struct process *process, const struct note *note, const struct board *board,
                   const struct theme *themes[NOTE_THEMES]);
/* Who wrote its notes, as far as it may be told: else 0. */
int64_t theme_told_persons(const struct theme *theme);
/* How many chose each of a scale's steps for one of its statements, by its place, as far as all may know:
 * false where they may not. */
bool process_scale_counts(const struct process *process, const struct round *round, size_t statement,
                          int64_t *counts);
/* How a session was led, oldest first: what stood on its big screen, and what was done; how a round was
 * worded from its first opening on. See chronicle.h. */
const struct shown *process_shown(const struct process *process, const struct session *session,
                                  size_t *count);
const struct act *process_acts(const struct process *process, const struct session *session, size_t *count);
const struct wording *process_wordings(const struct process *process, const struct round *round,
                                       size_t *count);
/* NULL: the round is no ballot. */
const struct hands *process_hands(const struct process *process, const struct round *round);

bool participant_has_joined(const struct participant *participant, struct id session);
/* Whether they may see it, once it has opened, and answer it: those of the sessions that they joined, and
 * diaries of any. */
bool participant_has_round(const struct participant *participant, const struct round *round);
/* Whether a note stands in the documentation and in counts: not removed, hidden, redacted, nor late and not
 * let in. */
bool note_is_on_record(const struct note *note);
/* Whether all of its session may see it now: it stands, and so, for all to see, do the answers of its round.
 */
bool picture_is_visible_to_all(const struct process *process, const struct picture *picture);
/* Whether its blobs are to be kept: it stands, or it was removed in a session that goes on, where that may be
 * undone. */
bool picture_keeps_blobs(const struct process *process, const struct picture *picture);
/* The group that it is of: of the round's grouping, else its table; none. Never another than it first was. */
struct id note_group(const struct note *note);
/* Whether its table is told: it is a group's, or its round goes by tables. Else it would be a mark of its
 * author. */
bool note_tells_table(const struct note *note);
/* Whether a participant of another group may see it now. */
bool note_is_visible_to_all(const struct note *note);
/* Whether all may see it: shared, not removed, and with its text. */
bool step_is_shared(const struct step *step);
/* The seq of its entity. Screens get no other: that of its text would tell the order in which people wrote.
 */
int64_t note_seq(const struct note *note);
/* Whether participants and displays may see the list and its words now: it is shown, and so are all notes
 * that it counts. */
bool word_list_is_visible_to_all(const struct process *process, const struct word_list *list);

#endif
