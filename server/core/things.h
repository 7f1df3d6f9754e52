/* What a process is made of, each thing as it stands. Texts are empty where they were redacted. */
#ifndef SAMSKAP_CORE_THINGS_H
#define SAMSKAP_CORE_THINGS_H

#include "core/process.h"

struct session {
    struct id id;
    struct str title;
    int64_t starts;
    enum session_state state;
    int64_t number; /* first, second … in the order they were made */
    const struct named *tables;
    size_t table_count;
    int64_t joined;           /* participants who have joined it */
    int64_t changed;          /* seq, for base */
    int64_t run_at, ended_at; /* when it went live and ended; 0 */
    struct stage stage;       /* screen absent until it is first set */
    int64_t minutes;          /* planned length; 0: not said */
    struct str place, link;
    bool under_fifteen;   /* of people below fifteen */
    struct id steered_by; /* the account that steers what the big screen shows; none: all may */
    struct str steered_name;
    struct said said; /* to all groups; at is 0 where it is nothing */
    bool removed;
};

struct item {
    struct id id;
    struct id session;
    enum item_form form;
    struct str title;
    struct str about;
    int64_t minutes, position;
    bool removed, skipped;
    struct str cue, summary;
    const struct id *studies; /* that are told of, where the form is research */
    size_t study_count;
    int64_t started, ended; /* see item_times.c; 0: it never was on; it is on, or never was */
    int64_t changed;
};

/* What is written to be carried on; its lists are the process's, one for each form. */
struct entry {
    struct id id;
    enum entry_form form;
    enum entry_state state;
    enum entry_basis basis; /* absent: nothing was said */
    struct id session, seat, note;
    struct str text, owner, reference, recipient, outcome, learnt, word; /* emptied with what they are of */
    int64_t until, position;
    bool removed, redacted, erased;
    int64_t changed;
    int64_t created_at, changed_at;
};

/* Something to read or look at: for the process, a session or an item. */
struct material {
    struct id id;
    struct id session, item;
    struct str title, url, about;
    int64_t position;
    bool removed;
    int64_t changed;
};

/* Of a session: what somebody drew, or a photograph of paper. */
struct picture {
    struct id id;
    struct id session, item, round, group;
    struct str blob, small; /* SHA-256, in hexadecimal digits */
    enum picture_type type;
    int64_t width, height;
    struct str caption;
    bool drawn, removed, erased;
    int64_t position;
    int64_t at; /* when it was first put */
    int64_t changed;
    int64_t caption_seq; /* the event that its caption is of */
};

/* A moment of a session that was marked while it went on. */
struct mark {
    struct id id, session;
    struct str title;
    int64_t at; /* when it was first put */
    bool removed;
    int64_t changed; /* also the event that its title is of */
};

/* What somebody who observes a session wrote down; see field_notes.c. */
struct field_note {
    struct id id, session;
    struct id study;    /* in whose material it stands; none: the process's own question's */
    struct id observer; /* the account */
    struct str text;
    int64_t at; /* when it was first put */
    bool removed;
    int64_t changed; /* also the event that its text is of */
};

/* How the people of a session are divided. */
struct grouping {
    struct id id, session;
    struct str title;
    const struct counted_group *groups;
    size_t group_count;
    bool choice;  /* people choose for themselves */
    int64_t most; /* in one group, of those who choose; 0: no cap */
    bool dealt, removed;
    enum deal_method method; /* of the deal that holds; absent: none does */
    int64_t changed;
};

/* What is asked about research; see studies.c. */
struct study {
    struct id id;
    struct str title, organisation, investigator, contact, review;
    struct str text, hash;
    int64_t version, from_version; /* of the text; the first whose yes counts in its material */
    bool closed, removed;
    int64_t changed;
};

/* Studies that somebody said yes to at a moment, by id, and to which version of their texts. A process has
 * each combination once, for as long as it lives: whoever has the same pointer said the same. NULL: none. */
struct study_set {
    size_t count;
    const struct study_version *of;
};

/* What may be told of contributions and of persons: all of it, or what they consented to have used, by the
 * process's own question (study none) or by a study's. */
struct research {
    bool only;
    struct id study;
};

struct participant {
    struct id id;
    struct str token_hash; /* of the token that they first came with */
    struct str name;
    struct id role, level, organisation, table, seat;
    bool deputy; /* on the seat */
    int64_t rev;
    bool consent;                    /* to the process's own question */
    const struct study_set *studies; /* that what they say now goes to */
    const struct id *sessions;       /* joined, in order */
    size_t session_count;
    int64_t joined_at; /* of the first */
};

/* A return link, or a slip. */
struct way {
    const struct participant *person; /* whose link it is, or who took the slip; NULL: nobody yet */
    struct id session;                /* a slip's; a link's: none */
    bool used;
};

struct seat {
    struct id id;
    struct str title;
    struct id role, level, organisation;
    int64_t position;
    bool removed;
    int64_t changed;
};

struct holding {
    struct id id;
    struct id seat;
    struct str name;
    int64_t from, until;
    bool deputy, removed;
    int64_t changed;
};

struct step {
    struct id id;
    const struct participant *person;
    struct id session;
    struct str text;
    int64_t until, rev;
    bool done, shared, removed, redacted, erased;
    int64_t text_seq; /* the event that its text is of */
};

struct round {
    struct id id;
    struct id session, item;
    enum round_form form;
    struct str question, helper;
    enum visibility visibility;
    enum authorship authorship;
    struct id scope; /* its own id where none was declared */
    bool counted_together;
    enum round_state state;
    bool removed, revealed;
    int64_t opened; /* first opened at; 0: never, and then nobody but hosts sees it */
    int64_t deadline, closed_at, revealed_at;
    int64_t present_opened, present_closed; /* so many were there; 0: not known, or too few to be said */
    struct notes_settings notes;
    struct ballot_settings ballot; /* choices are the round's */
    struct scale_settings scale;   /* and so are statements */
    int64_t changed;
    int64_t contributions; /* notes, votes, answers or entries ever accepted */
    struct str key;
    int64_t position;   /* among those of its item */
    bool homework;      /* open in any state of its session */
    bool shared;        /* homework that was revealed once: with all of the process, in every session */
    struct id grouping; /* whose groups write; none, with visibility by group: tables do */
};

/* What stood on a session's big screen from a time on. */
struct shown {
    int64_t at;
    struct stage stage;
};

/* What those who lead did to a session, one of its items, rounds or groupings. */
struct act {
    int64_t at;
    enum act_kind kind;
    struct id item, round, grouping; /* none, or one of them */
    bool undone;                     /* it takes the last one of its kind back */
};

/* How a round was worded while people could see it. */
struct wording {
    int64_t version; /* 1, 2 … */
    int64_t from;
    struct str question, helper;
    struct str choices; /* or a scale's statements; one a line */
};

struct note {
    struct id id;
    const struct round *round;
    struct actor author;
    struct str text;
    int64_t rev, group_size, turn;
    struct id table, role, level;
    struct id group; /* of the round's grouping, that its author stood in when it was first put */
    struct str organisation_type;
    bool consent, late, admitted, hidden, removed, redacted, erased;
    const struct study_set *studies;
    bool entered; /* by a host, for an author who has no device */
    /* When its text was put: whose notes its author could see (absent: it was on paper), and whether that was
     * because they had been revealed; what they wrote with, of rounds that know their people. */
    enum visibility sight;
    bool after_reveal, shared_phone;
    enum language language; /* absent: not said */
    struct str hide_reason;
    int64_t edits;                  /* how often it was put again */
    int64_t supports;               /* persons who support it */
    int64_t text_seq;               /* the event that its text is of */
    int64_t created_at, changed_at; /* a round's opening where that is anonymous */
};

/* One person's votes in a ballot, or answers on a scale. */
struct voter {
    struct actor author;
    const struct round *round;
    const int64_t *votes; /* for each of the round's choices or statements (a step, 0: none), in its order */
    const int64_t *revs;
    int64_t total; /* votes, or statements answered */
    bool consent;
    const struct study_set *studies;
    struct id role;
    struct str organisation_type;
};

/* One entry of a diary, as it stands: not removed. */
struct diary_page {
    struct id id;
    struct actor author;
    const struct round *round;
    enum diary_about about;
    struct str day, text, tags; /* 2026-02-12; tags with commas between */
    struct str answer;          /* of the organiser, to the author */
    bool consent;
    const struct study_set *studies;
    struct id role;
    struct str organisation_type;
};

/* Raised hands in a ballot. */
struct hands {
    int64_t people;
    const int64_t *votes; /* for each of the round's choices */
};

struct looked_up_form {
    enum language language;
    struct str form;
    struct str analyses;
};

struct word_edit {
    enum event_kind kind; /* WORD_MERGE, WORD_SPLIT, WORD_RENAME or WORD_MARK */
    enum word_mark mark;
    struct str word;
    struct str other; /* merged into, or label */
};

struct word_list {
    struct id id;
    struct str title;
    const struct id *rounds;
    size_t round_count;
    bool shown, removed;
    int64_t changed;
    const struct word_edit *edits; /* those that hold, in the order they were made */
    size_t edit_count;
};

/* A wall on which the notes of rounds are sorted into themes. */
struct board {
    struct id id;
    struct str title;
    const struct id *rounds;
    size_t round_count;
    enum board_hands hands;
    bool shown, removed;
    bool revealed;      /* all of its notes may be seen by all */
    bool per_round;     /* its rounds have not the same authors: figures of persons are sums */
    bool hides_authors; /* a round of it does not show who answers */
    int64_t notes;      /* on record */
    int64_t sorted;     /* of these, in one theme at least */
    int64_t changed;
};

struct theme {
    struct id id;
    const struct board *board;
    struct str title, definition, key;
    int64_t position;
    bool removed, redacted;
    int64_t notes;          /* on record */
    int64_t persons, votes; /* who wrote any of them, and who support any of them */
    int64_t changed;
};

/* That something was erased for good. */
struct erasure {
    struct id thing;
    enum erased_kind what;
    struct id session, round; /* none: it belonged to none */
    bool by_author;           /* else by a host */
    bool told;                /* hosts saw the thing */
    int64_t at;               /* 0: an anonymous author did it */
    struct str reason, decision, reference;
};

/* What must be kept: nothing of it is erased. */
struct hold {
    struct id id;
    enum hold_of what;
    struct id of; /* none: the process */
    struct str reason;
    bool removed;
    int64_t at, changed;
};

/* Words or themes side by side. */
struct comparison {
    struct id id;
    struct str title;
    struct id list, board; /* one of them: what is compared */
    enum comparison_by by;
    const struct id *rounds; /* once it was told: those, and no others */
    size_t round_count;
    bool shown, removed;
    enum comparison_state state;
    int64_t told_at; /* the seq by which it was first told; 0: never */
    int64_t changed;
};

#endif
