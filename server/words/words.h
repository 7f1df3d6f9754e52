/* Text to words, words to families, families to counts of persons (design §6). Pure: plain arrays in, plain
 * arrays out, everything from the caller's arena. What the analyser found comes in as looked-up forms. The
 * result borrows from the arena and from the input (names in edits); the figures do not depend on the order
 * of notes or forms. Linear in the words of the notes. */
#ifndef SAMSKAP_WORDS_WORDS_H
#define SAMSKAP_WORDS_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum words_language { WORDS_SWEDISH, WORDS_ENGLISH };

enum { WORDS_FORM_SIZE = 80 }; /* code points of a word or phrase at most; longer ones are not counted */

/* One note, as the counting sees it. Persons, rounds and organisations are numbered by the caller from 0. */
struct words_note {
    struct str text;
    uint32_t author;       /* the person or the group: notes of the same author count once */
    uint32_t round;        /* where authors differ from round to round, figures are sums per round */
    uint32_t organisation; /* for breadth; WORDS_NO_ORGANISATION */
    bool from_group;       /* counted apart, as groups */
    bool fields;           /* each line is one word or phrase, taken whole (cut at punctuation; an article or
                              "att" before it is passed over); else free text */
};
#define WORDS_NO_ORGANISATION UINT32_MAX

/* One looked-up form: analyses as lemma<tags> separated by |, empty where nothing is known. Tags are
 * Apertium's (<n>, <adj>, <vblex>, <np>, <pprs> …); without any the lemma counts all the same. */
struct words_form {
    struct str form;
    struct str analyses;
};

enum words_edit_kind {
    WORDS_MERGE,
    WORDS_SPLIT,
    WORDS_RENAME,
    WORDS_DROP,
    WORDS_ASIDE,
    WORDS_KEEP,
    WORDS_STOP,
    WORDS_ADD
};

/* What people decided: the edits that hold now, in the order in which they were made. word is a family's key
 * (its `word` below) or, where there is no such key now, any form of it; a form's own text for SPLIT. Of
 * several marks (DROP, ASIDE, KEEP, STOP, ADD) on one family the last holds. Merges make chains; one that
 * would close a circle is passed over. What names nothing that was written has no effect, but ADD. */
struct words_edit {
    enum words_edit_kind kind;
    struct str word;
    struct str other; /* MERGE: into which; RENAME: the label */
};

/* SET_ASIDE: a topic word, or put aside by people; STOPPED: a function word, a verb that everybody wrote in a
 * tense and nobody by itself ("behöver", by its analyses), or made one by people. */
enum words_mark { WORDS_NO_MARK, WORDS_DROPPED, WORDS_SET_ASIDE, WORDS_KEPT, WORDS_STOPPED, WORDS_ADDED };
enum words_reason { WORDS_DERIVED, WORDS_SPELLING, WORDS_AMBIGUOUS };

struct words_count {
    struct str word;
    uint32_t persons;
    struct str label; /* of a part: as a family's; of a form none */
    bool inside;      /* a word that was written only within the phrase, or a form of such a one */
};

struct words_suggestion {
    struct str word; /* key of the family that this one may belong with */
    enum words_reason reason;
    struct str label; /* that family's */
};

/* A value word: a family of forms, or a phrase. In free text a phrase is a run of two to four words that at
 * least two persons wrote (three in a hundred, in a large room), by the families of its words. It begins and
 * ends in a content word, stays within its clause and runs over no verb in a tense, and is no cut: a run that
 * four of five wrote only as part of a longer one gives way to that. A word counts by itself beside its
 * phrases, but where every person who wrote it wrote it within one phrase: then it stands with that, as a
 * part that is inside. Any edit that names the word (KEEP is enough) makes it a row of its own again. */
struct words_family {
    /* The key in commands and edits: the lemma, or the form where nothing is known of it; of a phrase those
     * of its words. It does not follow the label. A form split off has its own text as key; "=" before a key
     * tells two families apart that would have the same. */
    struct str word;
    struct str label; /* the form that most persons wrote, or the name people gave */
    uint32_t persons;
    uint32_t groups;
    uint32_t breadth; /* in how many organisations */
    enum words_mark mark;
    struct words_count *forms; /* most persons first; those inside behind the others */
    size_t form_count;
    struct words_count *parts; /* keys of the families merged into this one, or standing only within it,
                                  itself first; none where alone */
    size_t part_count;
    struct words_suggestion *suggestions;
    size_t suggestion_count;
    uint32_t *notes; /* indices of the notes that it was found in, ascending */
    size_t note_count;
};

struct words_input {
    enum words_language language;
    bool fixed_authors; /* an author is the same person in all rounds; else figures are sums per round */
    const struct words_note *notes;
    size_t note_count;
    const struct words_form *forms;
    size_t form_count;
    const struct words_edit *edits;
    size_t edit_count;
    const struct str *questions; /* their words are set aside as topic words */
    size_t question_count;
};

struct words_result {
    struct words_family *families; /* most persons first, then most groups, then by label in Swedish
                                      collation; behind them what is set aside, then stopped, then dropped */
    size_t count;
    uint32_t persons; /* authors (per round, where not fixed) who wrote anything that is no group's */
};

void words_count(const struct words_input *input, struct arena *arena, struct words_result *result);

/* The forms in a text that are worth looking up: case-folded NFC words of letters and inner hyphens, each
 * once, in order of appearance, no function words. To be asked of the questions too. */
size_t words_forms_of(enum words_language language, struct str text, struct arena *arena, struct str **forms);

#endif
