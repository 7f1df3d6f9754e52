/* A process in the middle of a meeting, for tests: built from events, which are kept for refolding. */
#ifndef SAMSKAP_TESTS_CORE_SUPPORT_H
#define SAMSKAP_TESTS_CORE_SUPPORT_H

#include "base/arena.h"
#include "base/buffer.h"
#include "core/model.h"
#include "core/process.h"

struct scene {
    struct process *process;
    struct event *events;
    enum reason *reasons;
    size_t count, capacity;
    int64_t at; /* of the next event */
};

/* Ids by number, of different ranges for different things. */
struct id make_id(unsigned number);
enum {
    ACCOUNT = 1,
    SESSION = 10,
    TABLE = 20,
    ROLE = 30,
    ORGANISATION = 40,
    ITEM = 50,
    ROUND = 60,
    LIST = 80,
    ENTRY = 90,
    CHOICE = 100,
    STATEMENT = 200,
    PAPER = 900, /* people without a device */
    PERSON = 1000,
    NOTE = 5000,
    DIARY = 8000,
    SEAT = 20000,
    HOLDING = 21000,
    STEP = 23000,
    BOARD = 25000,
    THEME = 25100,
    MATERIAL = 24000,
    PICTURE = 25000,
    GROUPING = 27000,
    GROUP = 28000,
    COMPARISON = 29000,
    STUDY = 30000,
    INFORMATION = 31000,
    MARK = 32000,
    FIELD_NOTE = 33000,
    HOLD = 31000,
    COMMAND = 100000,
};

struct actor account(void);
struct actor person(unsigned number); /* 0, 1 … as participant */
struct actor author(unsigned number); /* somebody within one scope */
struct actor server(void);

void scene_open(struct scene *scene); /* an empty process */
void scene_close(struct scene *scene);
/* Applies it as the next event, with a command of its own and the scene's time where it has none. What it
 * borrows must outlive the scene. */
enum reason scene_apply(struct scene *scene, struct event event);
/* The same, by an actor; the body as initialisers: BY(&scene, account(), EVENT_ROUND_OPEN, .round_open =
 * {…}). */
#define BY(scene, who, what, ...)                                                                            \
    scene_apply((scene), (struct event){.actor = (who), .kind = (what), .body = {__VA_ARGS__}})

/* What each of these makes must be accepted. */
void scene_create(struct scene *scene);                  /* process.create, with a profile */
void scene_add_session(struct scene *scene, unsigned n); /* live, with tables TABLE + 10n and + 10n + 1 */
void scene_run(struct scene *scene, unsigned session, enum session_state state);
void scene_join(struct scene *scene, unsigned n, unsigned session);
/* Put again with the base it needs. */
struct event_round_put notes_round(unsigned n, enum visibility visibility, enum authorship authorship);
struct event_round_put ballot_round(unsigned n, enum result result, int64_t budget, int64_t cap);
void scene_put_round(struct scene *scene, struct event_round_put put);
void scene_open_round(struct scene *scene, unsigned n);
/* Everything above: session 0 with people people, a round of notes (0) that is open. */
void scene_begin(struct scene *scene, unsigned people, enum visibility visibility,
                 enum authorship authorship);
enum reason scene_write(struct scene *scene, struct actor actor, unsigned note, int64_t rev,
                        const char *text);
enum reason scene_vote(struct scene *scene, struct actor actor, unsigned choice, int64_t rev, int64_t votes);

/* A copy as the journal would have it after a redaction: without its personal leaves. */
struct event without_texts(struct event event);
/* Another process from the same events; as they are if seqs is none. */
struct process *scene_refold(const struct scene *scene);
/* Empties texts of the scene's events, and says so to the fold. */
void scene_redact(struct scene *scene, const int64_t *seqs, size_t count);
/* That a refold gives the state that there is. */
void scene_check_refold(const struct scene *scene);

/* Everything an audience sees, as text: one line an entity, by kind and id. The buffer's own. */
struct str dump(const struct process *process, struct audience audience, struct buffer *buffer);
void dump_entity(const struct entity *entity, struct buffer *buffer); /* one line, with its seq */
/* What an audience sees of one thing: false, if nothing. */
bool find_entity(const struct process *process, struct audience audience, enum entity_kind kind, struct id id,
                 struct arena *arena, struct entity *entity);
size_t count_entities(const struct process *process, struct audience audience, enum entity_kind kind);

struct audience hosts(void);
struct audience state(void);
struct audience display(unsigned session);
struct audience participants(unsigned session, unsigned table);       /* at TABLE + n; 0: at none */
struct audience with_group(struct audience audience, unsigned group); /* the same, in one more */

#endif
