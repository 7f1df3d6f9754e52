/* A kind of round: one file with its row in the table of core/rounds.c, and a schema. */
#ifndef SAMSKAP_CORE_ROUNDS_ROUND_KIND_H
#define SAMSKAP_CORE_ROUNDS_ROUND_KIND_H

#include "core/handler.h"
#include "core/state.h"

/* What goes along with a contribution about who made it. */
struct bearings {
    bool consent;
    const struct study_set *studies;
    struct id role;
    struct str organisation_type;
    struct id level;
};

struct round_kind {
    enum round_form form;
    bool reveals;   /* contributions may be revealed */
    bool has_sheet; /* round->data begins with a sheet */
    /* Whether what the command says of its settings is fit, and what is fixed once somebody has contributed.
     * old: NULL for a new round, or one that was of another kind. */
    enum reason (*judge_settings)(const struct process *process, const struct round_entry *old,
                                  const struct event_round_put *put);
    void (*begin)(struct process *process, struct round_entry *round); /* makes round->data */
    void (*apply_settings)(struct process *process, struct round_entry *round,
                           const struct event_round_put *put);
    /* Who may see contributions has changed (visibility, authorship, revealed): touch them. */
    void (*sight_changed)(struct process *process, struct round_entry *round);
    /* Opened, closed, answered by so many …: touch what looks otherwise now. */
    void (*state_changed)(struct process *process, struct round_entry *round);
    /* Adds the seqs of events whose texts must be emptied once the round is not under way. NULL: there are
     * none. */
    void (*due)(const struct process *process, const struct round_entry *round, struct seqs *seqs);
    /* An event of one of its handlers was refused, and stands in the journal. NULL: it does not matter. */
    void (*refused)(struct process *process, const struct event *event, enum reason reason);
    /* Which round an event of its handlers is about, and which thing in it. */
    struct subject (*subject)(const struct process *process, const struct event *event);
    /* Fills in what only the server may say in an event of its handlers; whether its time is fixed. */
    bool (*complete)(const struct process *process, const struct participant_entry *person, int64_t arrived,
                     struct event *event);
    /* Before finish, where the round goes on as one of another kind: hands over what must not be forgotten.
     * NULL: there is nothing. */
    void (*end)(struct process *process, struct round_entry *round);
    void (*finish)(struct round_entry *round); /* frees round->data and settings */
    const struct handler *handlers;
};

extern const struct round_kind notes_round_kind, ballot_round_kind, scale_round_kind, diary_round_kind;

/* The kinds there are, closed by NULL. */
extern const struct round_kind *const round_kinds[];

/* For the kinds' own use. */
struct round_entry *round_find_form(const struct process *process, struct id id, enum round_form form,
                                    enum reason *reason); /* NULL: reason says why */
/* Whether the event's actor is who the round wants, and has joined its session. */
enum reason round_judge_contributor(const struct process *process, const struct round_entry *round,
                                    const struct event *event);
bool round_is_under_way(const struct round *round); /* open or closing */
/* Whether an answer of that time is in time; or why not. */
bool round_takes(const struct round *round, int64_t at);
enum reason round_judge_time(const struct round *round, int64_t at);
/* Whether the command says settings of no other kind. */
bool round_puts_only(const struct event_round_put *put, enum round_form form);
/* What comes in time to an anonymous round is given the round's opening as its time: true where it is. */
bool round_fixes_time(const struct round_entry *round, int64_t arrived, struct event *event);
/* Everybody sees what is on record: revealed, or visible from the start. */
bool round_is_open_to_all(const struct round *round);
/* Whether its notes are shown, and told to be, table by table. */
bool round_goes_by_tables(const struct round *round);
/* The table that a person sits at, where it is one of the round's session; none. */
struct id person_table_in(const struct participant_entry *person, const struct round_entry *round);
/* The group that they stand in, where the round goes by a grouping, else that table; none. */
struct id person_group_or_table(const struct process *process, const struct participant_entry *person,
                                const struct round_entry *round);
/* Whether one person is one author in both: elsewhere figures of persons are sums. */
bool round_has_same_authors(const struct round *a, const struct round *b);
/* The session whose people answer it; NULL: all of the process do. */
const struct session_entry *round_home(const struct round_entry *round);
struct place round_place(const struct round *round);
/* Whether the group is one of the round's: of its grouping's, or where it goes by none, of its session's
 * tables; or why not. */
enum reason round_judge_group(const struct process *process, const struct round_entry *round,
                              struct id group);
/* One person more (1) or fewer (-1) has answered, or those who may have become more (0). */
void round_count_answered(struct process *process, struct round_entry *round, int64_t more);
/* The same of persons whose notes or hands were entered for them, who have joined nothing. */
void round_count_entered(struct process *process, struct round_entry *round, int64_t more);
void round_count_contribution(struct round_entry *round);
/* What one person has in one round; only the state's digest, which orders by it, has any use for this id. */
struct id round_id_of_person(const struct round *round, struct actor person);
struct str actor_text(struct actor actor, struct arena *arena); /* for the same */
/* What may go along with what a person contributes: role and kind of organisation only where enough others of
 * those who may answer would bear the same, and where enough would bear none (see bearings.c). group: it is
 * told to be of this group or table, or (none) of no one's; NULL: nothing is told. */
struct bearings round_bearings(const struct process *process, const struct round_entry *round,
                               const struct participant_entry *person, const struct id *group);
/* To be called when what a person says of themselves has changed, or the profile. */
void participant_label(const struct process *process, struct participant_entry *person);

#endif
