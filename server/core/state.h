/* What a process is made of, for the files of core alone. Each thing is a struct of model.h, which readers
 * see, with what the fold needs besides. All is owned by the process; texts are copies. */
#ifndef SAMSKAP_CORE_STATE_H
#define SAMSKAP_CORE_STATE_H

#include "core/commands.h"
#include "core/model.h"
#include "core/persons.h"

struct round_kind;
struct item_entry;
struct seat_entry;
struct holding_entry;
struct step_entry;
struct grouping_entry;
struct erasure_entry;
struct hold_entry;
struct placing;
struct information_entry;
struct answer_entry;

/* Seqs that are gathered: an array that grows. */
struct seqs {
    int64_t *list;
    size_t count, capacity;
};
void seqs_add(struct seqs *seqs, int64_t seq);

/* See chronicle.h. */
struct chronicle {
    struct shown *shown;
    size_t shown_count, shown_capacity;
    struct act *acts;
    size_t act_count, act_capacity;
};

struct wordings {
    struct wording *list;
    size_t count, capacity;
};

struct session_entry {
    struct session session;
    struct tracked tracked;
    struct participant_entry **members; /* who joined it, in order */
    size_t member_count, member_capacity;
    struct item_entry *on; /* the item that was named on the stage last; NULL */
    int64_t ended_before;  /* when it had ended before it went live again; 0 */
    struct tracked slips_tracked;
    int64_t slips_made, slips_used;
    size_t order; /* in which they were made */
    struct chronicle chronicle;
};

struct item_entry {
    struct item item;
    struct tracked tracked;
    struct session_entry *session;
    int64_t ended_before; /* what item.ended was before it came on this time, or the last */
};

struct entry_entry {
    struct entry entry;
    struct tracked tracked;
    int64_t text_seq; /* the event that its texts are of */
};

struct material_entry {
    struct material material;
    struct tracked tracked;
};

struct picture_entry {
    struct picture picture;
    struct tracked tracked;
};

struct field_note_entry {
    struct field_note note;
    struct tracked tracked;
};

struct mark_entry {
    struct mark mark;
    struct tracked tracked;
};

struct participant_entry {
    struct participant participant;
    struct tracked tracked;
    struct tracked consent_tracked;
    int64_t name_seq; /* the event that the name is of */
    size_t session_capacity;
    const struct organisation *organisation;    /* in the profile; NULL */
    size_t role_label, type_label, level_label; /* see rounds/bearings.c; 0: none */
    struct tracked way_tracked;
    struct way_entry *way;            /* the return link that holds; NULL */
    struct str tokens[PROCESS_MOVES]; /* hashes of those that came by such links, the oldest first */
    size_t token_count;
    int64_t moved;             /* the event by which the last of them came; 0: none has */
    int64_t steps, steps_made; /* that stand; ever */
    struct placing **placings; /* see groupings.h */
    size_t placing_count, placing_capacity;
    struct answer_entry **answers; /* to studies; see consents.c */
    size_t answer_count, answer_capacity;
};

struct way_entry {
    struct way way;
    struct str hash;
};

struct round_entry {
    struct round round;
    struct tracked tracked;
    const struct round_kind *kind;
    void *data; /* the kind's own */
    struct session_entry *session;
    int64_t answered;       /* persons who have answered */
    int64_t entered;        /* and those for whom it was entered */
    int64_t shown_answered; /* what the entity says of it */
    int64_t shown_entered;
    enum share shown_share;
    struct wordings wordings;
};

struct word_list_entry {
    struct word_list list;
    struct tracked tracked;
    size_t edit_capacity;
    struct map decided; /* word to the seq at which it was last decided about, as the pointer's value */
};

struct form_entry {
    struct looked_up_form form; /* form is absent once it is redacted */
    struct tracked tracked;
    int64_t seq;
    struct form_entry *later; /* of the same text */
};

struct process {
    struct map_seed seed;
    int64_t head, time;
    int64_t applying; /* seq of the event that is being applied */
    int64_t ordinal;  /* of the next thing that it touches */
    int64_t rules;    /* 0: not created yet */
    bool rehearsal;

    struct profile *profile;
    struct arena profile_arena;
    int64_t profile_changed;
    struct tracked profile_tracked;
    struct map used; /* ids of roles, tables … that somebody has, or had: they are not taken away */

    struct commands commands;
    struct map things; /* id to struct tracked */
    struct list changes;
    struct persons persons;
    struct seqs
        stray; /* events with texts that never came to anything, nor belong to a round that knows them */

    /* Arrays for readers, of things that are not removed; and of all things, in the order they were made. */
    const struct session **sessions;
    size_t session_count;
    struct session_entry **all_sessions;
    size_t all_session_count, all_session_capacity;
    const struct item **items;
    size_t item_count, item_capacity;
    struct item_entry **all_items;
    size_t all_item_count, all_item_capacity;
    const struct entry **entries; /* with those that are removed, and so are the next */
    size_t entry_count, entry_capacity;
    const struct material **materials;
    size_t material_count, material_capacity;
    const struct picture **pictures;
    size_t picture_count, picture_capacity;
    size_t pictures_standing; /* of these, not removed */
    const struct field_note **field_notes;
    size_t field_note_count, field_note_capacity;
    const struct mark **marks;
    size_t mark_count, mark_capacity;
    const struct round **rounds;
    size_t round_count;
    struct round_entry **all_rounds;
    size_t all_round_count, all_round_capacity;
    const struct participant **participants;
    size_t participant_count, participant_capacity;
    struct map tokens; /* token hash to struct participant_entry */
    struct map ways;   /* hash to struct way_entry */
    size_t slip_count;
    struct seat_entry **seats; /* all, in the order they were made; so the next two */
    size_t seat_count, seat_capacity;
    struct holding_entry **holdings;
    size_t holding_count, holding_capacity;
    struct step_entry **steps;
    size_t step_count, step_capacity;
    const struct board **boards; /* all, in the order they were made */
    size_t board_count, board_capacity;
    const struct comparison **comparisons;
    size_t comparison_count, comparison_capacity;
    struct erasure_entry **erasures;
    size_t erasure_count, erasure_capacity;
    struct hold_entry **holds; /* with those that are removed */
    size_t hold_count, hold_capacity;
    struct grouping_entry **groupings;
    size_t grouping_count, grouping_capacity;
    const struct study **studies; /* all, in the order they were made */
    size_t study_count, study_capacity;
    struct map study_sets;                 /* struct study_set by what is in it */
    struct information_entry *information; /* NULL: nothing was ever said */
    struct map groups;    /* id of a group, also of one that was taken away, to struct grouping_entry */
    size_t entered_count; /* persons for whom notes were entered */
    struct word_list_entry **all_lists;
    size_t all_list_count, all_list_capacity;
    const struct word_list **lists; /* those that are not removed */
    size_t list_count;
    const struct looked_up_form **forms; /* those that stand */
    size_t form_count;
    struct form_entry **all_forms;
    size_t all_form_count, all_form_capacity;
    struct map forms_by_text; /* language and form to the first struct form_entry */
};

extern const struct tracked_kind profile_tracking, session_tracking, item_tracking, entry_tracking,
    material_tracking, picture_tracking, mark_tracking, field_note_tracking, round_tracking,
    participant_tracking, consent_tracking, way_tracking, slips_tracking, seat_tracking, holding_tracking,
    step_tracking, grouping_tracking, placing_tracking, word_list_tracking, board_tracking, theme_tracking,
    sorting_tracking, comparison_tracking, form_tracking, study_tracking, answer_tracking,
    information_tracking, erasure_tracking, hold_tracking;

/* The entry that a reader's struct is the first member of. */
struct session_entry *session_entry_of(const struct session *session);
struct participant_entry *participant_entry_of(const struct participant *participant);

struct session_entry *session_find(const struct process *process, struct id id); /* NULL where removed */
/* Whether a thing may name it: none; one that stands; or the one that the thing named before. */
bool session_may_be_named(const struct process *process, struct id id, struct id before);
/* Whether anybody has answered in one of its rounds (none: any session's). */
bool session_has_answers(const struct process *process, struct id session);
struct item_entry *item_find(const struct process *process, struct id id);
bool item_bears_rounds(enum item_form form);
struct entry_entry *entry_find(const struct process *process, struct id id);
struct material_entry *material_find(const struct process *process, struct id id);
struct picture_entry *picture_find(const struct process *process, struct id id);
struct round_entry *round_find(const struct process *process, struct id id);
struct participant_entry *participant_find(const struct process *process, struct id id);
struct word_list_entry *word_list_find(const struct process *process, struct id id);
struct way_entry *way_find(const struct process *process, struct str hash); /* NULL */
const struct organisation *organisation_find(const struct profile *profile, struct id id);

/* What several kinds of things ask of a base: changed is 0 for what is new. */
bool base_is_stale(const struct process *process, int64_t base, int64_t changed);
void keep_str(struct str *kept, struct str text); /* frees what was kept before */
bool named_has(const struct named *named, size_t count, struct id id);
struct named *named_copy(const struct named *named, size_t count); /* free with named_free */
void named_free(const struct named *named, size_t count);
bool named_is_sound(const struct named *named, size_t count); /* ids that differ from each other */
/* Whether all that is in old and was ever used is in named still. */
bool named_keeps_used(const struct process *process, const struct named *old, size_t old_count,
                      const struct named *named, size_t count);
void process_mark_used(struct process *process, struct id id); /* none: nothing */
/* By whom a link or a slip is used up. */
void way_use(struct process *process, struct way_entry *way, struct participant_entry *by);
bool seat_stands(const struct process *process, struct id id); /* is there, and was not removed */
/* Somebody sits on another seat now; none: on none. */
void seat_change(struct process *process, struct id from, struct id to);

void profile_finish(struct process *process);
void sessions_finish(struct process *process);
void items_finish(struct process *process);
void entries_finish(struct process *process);
void materials_finish(struct process *process);
void pictures_finish(struct process *process);
void marks_finish(struct process *process);
void field_notes_finish(struct process *process);
/* One of process->field_notes, where it is that account's; NULL. */
struct tracked *field_note_own(const struct process *process, size_t index, struct id observer);
void rounds_finish(struct process *process);
void participants_finish(struct process *process);
void studies_finish(struct process *process);
void consents_finish(struct process *process);
void information_finish(struct process *process);
void ways_finish(struct process *process);
void seats_finish(struct process *process);
void holdings_finish(struct process *process);
void steps_finish(struct process *process);
void boards_finish(struct process *process);
void comparisons_finish(struct process *process);
void groupings_finish(struct process *process);
void erasures_finish(struct process *process);
void holds_finish(struct process *process);
void word_lists_finish(struct process *process);
void forms_finish(struct process *process);
/* To be called when forms have been emptied. */
void forms_relist(struct process *process);

/* When items were on (item_times.c): to be called when the stage names another one (NULL: none), when the
 * session has gone live or ended, and when its beginning was taken back. */
void item_comes_on(struct process *process, struct session_entry *session, struct item_entry *item,
                   const struct event *event, bool undone);
void items_begin(struct process *process, struct session_entry *session, int64_t at, bool undone);
void items_end(struct process *process, struct session_entry *session, int64_t at, bool undone);
void items_unbegin(struct process *process, const struct session_entry *session);

/* What a participant says of themselves: their own rev, and room for it. */
enum reason participant_judge_own(const struct process *process, const struct event *event, int64_t rev);
/* The same studies and versions as a set that the process keeps. */
const struct study_set *study_set_of(struct process *process, const struct study_version *of, size_t count);
const struct study_version *study_set_list(const struct study_set *set, size_t *count); /* NULL, 0: none */
/* Whom a new profile's roles and organisations concern. */
void participants_follow_profile(struct process *process);
/* Who may see the round's answers has changed, and so it has for pictures of them. */
void pictures_touch_round(struct process *process, struct id round);
/* Lists of words that count the round's notes have changed; or all of a language's (ABSENT: of any). */
void word_lists_touch_round(struct process *process, struct id round);
void word_lists_touch_all(struct process *process, enum language language);
bool word_lists_have_round(const struct process *process, struct id round);
bool boards_have_round(const struct process *process, struct id round);
/* To be called when a round was put, and when who sees its notes has changed. */
void boards_follow_round(struct process *process, struct id round);
/* So many notes more are on record in the round. */
void boards_count_note(struct process *process, struct id round, int64_t more);

/* An id that follows from two others, one of its own for any two in this order. */
struct id id_of_pair(struct id a, struct id b);

#endif
