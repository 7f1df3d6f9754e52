/* A process as a fold over its journal: the one place that judges (design §2 of the five ideas). Pure and
 * deterministic: no clock, no chance, no I/O; events come in seq order. Owned and used by one thread at a
 * time. */
#ifndef SAMSKAP_CORE_PROCESS_H
#define SAMSKAP_CORE_PROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"
#include "core/event.h"
#include "records/entity.h"

struct process;

/* The rules that this program can judge by; process.create and rules.raise name one. */
enum { RULES_OLDEST = 1, RULES_NEWEST = 1 };

/* Caps that are the fold's, so that every reader voids the same way (design §7). */
enum {
    PROCESS_PARTICIPANTS = 2000,
    PROCESS_NOTES_PER_SESSION = 300,             /* of one actor; and so many that they support */
    PROCESS_DIARY_ENTRIES = 1000,                /* of one actor in a round */
    PROCESS_BYTES_PER_SESSION = 2 * 1024 * 1024, /* of one actor's events */
    PROCESS_SESSIONS = 200,
    PROCESS_ITEMS = 5000,
    PROCESS_ROUNDS = 2000,
    PROCESS_ENTRIES = 2000,
    PROCESS_MATERIALS = 500,
    PROCESS_PICTURES = 500,       /* that are not removed */
    PROCESS_PICTURES_MADE = 2000, /* ever */
    PROCESS_MARKS = 2000,         /* ever */
    PROCESS_FIELD_NOTES = 5000,   /* ever */
    PROCESS_SHOWN = 1000,         /* of one session: see chronicle.h; and so the next two */
    PROCESS_ACTS = 2000,
    PROCESS_WORDINGS = 50, /* of one round */
    PROCESS_MOVES = 10,    /* tokens of one participant beside the first; of more, the oldest goes */
    PROCESS_SLIPS = 4000,  /* made; two for each participant */
    PROCESS_GROUPINGS = 500,
    PROCESS_GROUPINGS_PER_SESSION = 20, /* that are not removed */
    PROCESS_GROUPS = 60,                /* of one grouping */
    PROCESS_SEATS = 300,
    PROCESS_HOLDINGS = 1000,
    PROCESS_STEPS = 50,       /* of one participant, that are not removed */
    PROCESS_STEPS_MADE = 500, /* ever, of one participant */
    PROCESS_BOARDS = 100,
    PROCESS_THEMES = 100,      /* of one board, that are not removed */
    PROCESS_THEMES_MADE = 500, /* ever, on one board */
    PROCESS_COMPARISONS = 100,
    PROCESS_HOLDS = 500,
    PROCESS_WORD_LISTS = 200,
    PROCESS_WORD_EDITS = 5000,  /* of one list */
    PROCESS_STUDIES = 16,       /* that are not removed */
    PROCESS_STUDIES_MADE = 100, /* ever */
    PROCESS_STUDY_VERSIONS = 100,
    PROCESS_WITHHOLD_BELOW = 5,  /* cells that split people by role or organisation */
    PROCESS_SAY_MOST_BELOW = 12, /* below so many present, how many answered is said in words */
};

/* Somebody, but so few that it is withheld. */
static inline bool is_few(int64_t persons) {
    return persons > 0 && persons < PROCESS_WITHHOLD_BELOW;
}

/* Ways of the rules that are not said elsewhere. Own things carry rev, which must grow; shared things carry
 * base, the seq they were seen at: 0 for a new one, else any seq since the thing was last put (stale before
 * that, or beyond the head). Participants and displays see a round from its first opening on, their session's
 * only. */

struct process *process_create(struct map_seed seed);
void process_destroy(struct process *process); /* takes NULL */

/* Whether the event would be accepted now: REASON_ABSENT, or why not. */
enum reason process_judge(const struct process *process, const struct event *event);
/* Judges, then changes the state; event->seq must be the head's successor. Void events change nothing but the
 * head and what is remembered of commands. */
enum reason process_apply(struct process *process, const struct event *event);

int64_t process_head(const struct process *process); /* seq of the last event applied; 0: none */
int64_t process_time(const struct process *process); /* the largest at so far */

/* What became of a command. Answers are a function of journal and seq, so a repeat is answered like the
 * first. */
struct seen {
    int64_t seq;
    enum reason reason;
    bool same; /* the event asked about has the same kind, actor and body (as far as it is not redacted) */
};
/* False: the command is not in the journal. */
bool process_seen(const struct process *process, const struct event *event, struct seen *seen);

/* Fills in what only the server may say: consent, role and kind of organisation (where five of the session
 * who gave the same consent bear the same two, and five or nobody bears none), group, table, late; and for an
 * anonymous round at (the round's opening: true is returned when at is fixed by that). A table goes along
 * with an anonymous note only where the round needs it: a group's note, or visibility by group. Votes and
 * removals that come behind an anonymous round's deadline keep the time they are given, so that the fold
 * refuses them. person is who sends, as participant; event->actor must be set; what is filled in is borrowed
 * from the process. arrived is the server's time. */
bool process_complete(const struct process *process, struct id person, int64_t arrived, struct event *event);

/* What an event in a round is about: the round, and the thing in it that it names. Without a round: it is
 * about none, or what it names is not there (yet). */
struct subject {
    struct id round, thing;
};
struct subject process_subject(const struct process *process, const struct event *event);

/* The actor kind a round wants for what people write in it; for ACTOR_AUTHOR, scope is what the author is one
 * within. */
enum reason process_authorship(const struct process *process, struct id round, enum actor_kind *kind,
                               struct id *scope);

/* The next round that must be ended by its deadline: false if there is none. */
bool process_next_deadline(const struct process *process, struct id *round, int64_t *deadline);
/* Events whose personal leaves must be emptied now: superseded, refused and removed texts of rounds that are
 * not under way; reasons of notes that are hidden no more; and at once what waits for nothing. Up to capacity
 * seqs, ascending; how many were written. (Blobs: see picture_keeps_blobs.)
 */
size_t process_due_redactions(const struct process *process, int64_t *seqs, size_t capacity);
/* Whether the event bears a text, or a name, that belongs to no round: it is due as soon as another takes its
 * place, or it is removed or refused. */
bool process_text_waits_for_nothing(const struct event *event);
/* The same for looked-up forms that nothing has any more: used says whether a note, a question or a decision
 * about words still has the form. */
typedef bool process_form_used_fn(void *context, enum language language, struct str form);
size_t process_unused_forms(const struct process *process, process_form_used_fn *used, void *context,
                            int64_t *seqs, size_t capacity);
/* An event of redact is refused (denied) where it names a decision about words, or a note that was refused
 * for its text: what the fold decided hangs on those texts. */

/* ---- what screens see ---- */

enum audience_kind { AUDIENCE_HOST = 1, AUDIENCE_PARTICIPANT, AUDIENCE_DISPLAY, AUDIENCE_STATE };

/* A table, and a group of each grouping that a session may have. */
enum { AUDIENCE_GROUPS = PROCESS_GROUPINGS_PER_SESSION + 1 };

/* Who sees the same: all participants of a session in the same groups (a table is one, where a round's
 * visibility is by group); the hosts; the displays of a session, or of one of its groups. AUDIENCE_STATE is
 * everything there is, for digests, not for any screen. */
struct audience {
    enum audience_kind kind;
    struct id session; /* participants and displays */
    size_t group_count;
    struct id groups[AUDIENCE_GROUPS]; /* ascending, each once; the others are none */
};

bool audience_equal(const struct audience *a, const struct audience *b);
bool audience_has_group(const struct audience *audience, struct id group);
void audience_add_group(struct audience *audience, struct id group); /* none, or one it has: nothing */
/* What a participant is in a session: with the table they sit at, and with the groups they stand in, of
 * groupings that a round goes by. */
struct audience process_audience_of(const struct process *process, struct id participant, struct id session);
/* What a display is; group: whose own it is, none: the session's; so it is where that group is gone. */
struct audience process_audience_of_display(const struct process *process, struct id session,
                                            struct group_ref group);

struct entity {
    enum entity_kind kind;
    struct id id; /* none for the process itself: the fold does not know its own id */
    int64_t seq;  /* of the last event that changed it or its visibility */
    union entity_body body;
};

struct gone {
    enum entity_kind kind;
    struct id id;
};

/* A place in the order of changes, which is by seq and, where one event touched many things, by their
 * ordinal. All changes up to and including it are known. It points at nothing, so it outlives changes of the
 * process: what is touched again moves behind it. Who knows a seq only (and all of it) starts at {seq,
 * INT64_MAX}; who knows nothing at {0, INT64_MAX}; who got a seq in part starts again behind the last one
 * that was whole. */
struct change_cursor {
    int64_t seq;
    int64_t ordinal;
};

enum change { CHANGE_END, CHANGE_ENTITY, CHANGE_GONE };

struct change_walk; /* valid until the process changes */

/* The changes behind a cursor, ascending; nothing is reported as gone that the audience never saw, nor
 * anything at all where after.seq is 0 (a walk that is taken up again further on may name what somebody new
 * never got: they let it pass). Costs what lies behind the cursor, not what the process holds. */
struct change_walk *process_changes(const struct process *process, struct audience audience,
                                    struct change_cursor after, struct arena *arena);
/* The next one; its parts are in the arena or borrowed from the process, valid until that changes. *position
 * is where it stands; at the end {head, INT64_MAX}. A list of words comes without its words: the caller fills
 * them in (and persons; per_round is filled in here). */
enum change process_next_change(struct change_walk *walk, struct arena *arena, struct entity *entity,
                                struct gone *gone, struct change_cursor *position);
/* False where `after` is no seq of this journal: a client must start anew. (What is gone stays in memory as
 * state, so that every seq can be resumed from.) */
bool process_can_resume(const struct process *process, int64_t after);
/* The seq of the last change that the audience can see; at most the head. */
int64_t process_last_change(const struct process *process, struct audience audience);

/* Whether the audience sees the thing of that kind and id now. */
bool process_shows(const struct process *process, enum entity_kind kind, struct id id,
                   const struct audience *audience);

/* What is a person's own: their notes (also hidden and removed ones), votes, answers, diary and supports,
 * places in groups, and participant entity. actors:
 * the participant and, for each scope, the author that the person is. Calls in order of kind and id. */
typedef void process_entity_fn(void *context, const struct entity *entity);
void process_own(const struct process *process, const struct actor *actors, size_t actor_count,
                 struct arena *arena, process_entity_fn *each, void *context);
/* The sender's own entity that an applied event (or the command it repeats) was about, as stored now; for
 * what is shared, the entity as the host sees it. False if it was about none, or was refused. */
bool process_entity_of(const struct process *process, const struct event *event, struct arena *arena,
                       struct entity *entity);
/* Every scope in which somebody may be an author, each once. */
size_t process_scopes(const struct process *process, struct arena *arena, struct id **scopes);

#endif
