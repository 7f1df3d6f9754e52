/* Boards, their themes, and where notes stand on them; for their own files.
 *
 * What is counted on a board is kept as it changes, so that neither a support nor a sort walks the board's
 * notes: a theme knows how often each person is among those who wrote its notes, and among those who support
 * them. Where a note stands is kept also while it counts for nothing (it is hidden, its theme or the board
 * was removed, its round taken out of the board): whatever that was is undone with it. */
#ifndef SAMSKAP_CORE_BOARDS_H
#define SAMSKAP_CORE_BOARDS_H

#include "core/rounds/note.h"

struct theme_entry {
    struct theme theme;
    struct tracked tracked;
    struct board_entry *board;
    int64_t text_seq;           /* the event that its texts are of */
    struct map writers, voters; /* person to how many of the theme's notes, as the pointer's value */
};

/* Where one note stands on one board. */
struct sorting_entry {
    struct tracked tracked;
    struct board_entry *board;
    struct note_entry *note;
    struct sorting_entry *next;              /* of the note, on another board */
    struct theme_entry *themes[NOTE_THEMES]; /* by id, with those that are removed */
    size_t theme_count;
    bool counted; /* in its themes */
    bool voted;   /* and its supporters too */
    bool stands;  /* it is counted, in one theme at least that stands */
};

struct board_entry {
    struct board board;
    struct tracked tracked;
    struct id home; /* the session that all its rounds are of, whose people sort; none: the whole process's */
    struct id place;             /* the session where it is seen; none: everywhere */
    struct theme_entry **themes; /* all, in the order they were made */
    size_t theme_count, theme_capacity;
    size_t standing;                 /* themes that are not removed */
    struct sorting_entry **sortings; /* in the order in which the notes were first sorted */
    size_t sorting_count, sorting_capacity;
};

struct board_entry *board_find(const struct process *process, struct id id); /* NULL */
struct theme_entry *theme_find(const struct process *process, struct id id); /* NULL */
bool board_has_round(const struct board *board, struct id round);
/* Whether the event's actor may sort on the board: REMOVED where it is. */
enum reason board_judge_hands(const struct process *process, const struct board_entry *board,
                              const struct event *event);
unsigned board_seen_by(const struct board_entry *board);
bool board_is_seen_in(const struct board_entry *board, struct id session);
/* Whether figures are told in that view. */
bool board_tells_figures(const struct board *board, enum view view);

bool theme_stands(const struct theme *theme);
/* A note more (1) or fewer (-1) in the theme, with those who support it or without. */
void theme_count_note(struct process *process, struct theme_entry *theme, const struct note_entry *note,
                      int64_t more, bool with_votes);
/* One of those who support a note of it, more or fewer. */
void theme_count_vote(struct process *process, struct theme_entry *theme, struct person *person,
                      int64_t more);
void themes_finish(struct board_entry *board);

/* To be called when whether the theme stands has changed. */
void sortings_follow_theme(struct process *process, const struct theme_entry *theme);
/* To be called when a board was put. */
void sortings_follow_board(struct process *process, struct board_entry *board);
void sortings_finish(struct board_entry *board);

#endif
