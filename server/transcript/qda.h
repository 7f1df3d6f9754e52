/* A record as projects and codebooks of programs for qualitative analysis (REFI-QDA 1.5): what becomes a
 * source, a code, a case, a note and a set, under names and ids that are the same from record to record. Made
 * once for a record; the texts of sources are read from it again whenever they are wanted, one at a time. */
#ifndef SAMSKAP_TRANSCRIPT_QDA_H
#define SAMSKAP_TRANSCRIPT_QDA_H

#include "base/buffer.h"
#include "transcript/qda_names.h"
#include "transcript/qda_texts.h"
#include "transcript/tables.h"
#include "transcript/transcript.h"
#include "transcript/zone_time.h"

/* Codes stand as they are nested: behind each those within it, a level deeper. */
struct qda_code {
    struct id guid;
    struct str name, description; /* absent: none */
    size_t depth;
    bool codable; /* else a heading */
};

/* A text of somebody who leads. */
struct qda_note {
    struct id guid;
    struct id about; /* the agenda's item, the note or the diary's entry that it is about; none */
    struct str name, text;
    int64_t at;
};

/* The answers of one round, or of one of its groups. */
struct qda_source {
    const struct round *round;
    struct id group; /* a group's id, or what stands for a table; none: those of no group */
    struct id guid;
    struct str name, group_name; /* group_name: absent where there are no groups */
    int64_t withheld;            /* of the whole round */
};

/* An author, as far as the record tells them apart. Its guid is also that of a code. */
struct qda_case {
    struct id guid;
    struct str name, role, kind; /* kind of organisation; absent: not said */
};

/* Codes from first on, or where there are none the sources of a session. */
struct qda_set {
    struct id guid;
    struct str name;
    size_t first, count;
    struct id session;
};

/* A word's code, and a note that it was found in. */
struct qda_found {
    struct id note, code;
};

#define QDA_LIST(type)                                                                                       \
    struct {                                                                                                 \
        type *at;                                                                                            \
        size_t count, capacity;                                                                              \
    }

struct qda {
    struct record *record;
    const struct transcript_options *options;
    const struct qda_texts *texts;
    struct arena arena;
    struct zone_clock *clock;
    struct str since; /* "2026-02-12": only rounds that opened on that day or later; absent: all */
    QDA_LIST(struct qda_code) codes;
    QDA_LIST(struct qda_source) sources;
    QDA_LIST(struct qda_case) cases;
    QDA_LIST(struct qda_note) notes;
    QDA_LIST(struct qda_set) sets;
    QDA_LIST(struct qda_found) found; /* by note */
    QDA_LIST(const struct board *) boards;
    struct qda_names names, set_names; /* names: of codes and cases */
    struct map known_codes;            /* by guid */
    struct map known_cases;            /* by what the record calls them: the place in cases, from 1 */
    struct map noted;                  /* by id: whether notes are about it */
    struct map scope_names;            /* struct str by scope: the name of its first round */
};

/* Room for one more at the end of a list, of zeros; the list may move. */
void *qda_room(void *list, size_t count, size_t *capacity, size_t size);
#define QDA_ADD(list)                                                                                        \
    ((list).at = qda_room((list).at, (list).count, &(list).capacity, sizeof *(list).at),                     \
     &(list).at[(list).count++])

/* The record and the options must outlive it. With codebook alone, there are codes of themes, words and the
 * agenda, and their sets. */
void qda_init(struct qda *qda, struct record *record, const struct transcript_options *options,
              bool codebook_alone);
void qda_finish(struct qda *qda);
struct id qda_guid(struct id of, const char *what);
struct id qda_own_guid(const char *what); /* of what is the same in every project */
bool qda_is_since(const struct qda *qda, int64_t milliseconds);
bool qda_has_code(const struct qda *qda, struct id guid);
/* A code at the end of the list; its name as it could be had. */
struct qda_code *qda_add_code(struct qda *qda, size_t depth, struct id guid, struct str name,
                              struct str context);
void qda_add_codes(struct qda *qda);
void qda_add_sources(struct qda *qda);
void qda_add_cases(struct qda *qda, const struct round *round); /* of those who answered it */
void qda_add_notes(struct qda *qda);

/* ---- what stands in a source ---- */

/* A note, or an entry of a diary, as the record has it. */
struct qda_entry {
    struct id id;
    struct id group;              /* as a source's */
    struct str group_name;        /* absent: none */
    struct str head, text;        /* head: what stands above it; absent: nothing */
    struct str label, role, kind; /* label: an author's in research material, else a name; absent: none */
    struct str organisation;      /* whose answer it is */
    struct str answer, day;       /* of a diary */
};

/* Whether it has texts, and has opened. */
bool qda_is_source(const struct round *round);
/* The entries of a round, of all its groups, as the record has them; valid during the call. */
void qda_read_round(struct qda *qda, const struct round *round,
                    void (*each)(void *context, const struct qda_entry *entry), void *context);
/* NULL: none. */
const struct qda_case *qda_case_of(const struct qda *qda, const struct round *round,
                                   const struct qda_entry *entry, struct arena *arena);

struct qda_reader {
    void (*piece)(struct qda_reader *reader, struct str text); /* NULL: not wanted */
    /* Where it stands, in code points, the end exclusive. NULL: not wanted. */
    void (*entry)(struct qda_reader *reader, const struct qda_entry *entry, int64_t start, int64_t end);
};

/* The source's text, piece by piece: UTF-8, LF, without what XML does not allow. */
void qda_read_source(struct qda *qda, const struct qda_source *source, struct qda_reader *reader);
/* A note's text, in the same way. */
void qda_read_note(const struct qda_note *note, struct qda_reader *reader);
/* The codes of an entry, in the arena; how many. */
size_t qda_codes_of(const struct qda *qda, const struct round *round, const struct qda_entry *entry,
                    struct arena *arena, struct id **codes);

#endif
