/* What screens see, in the order in which it last changed. Every thing of a process that is shown to anybody
 * (or counts in the state's digest) is tracked: it knows the position of its last change, and which audiences
 * ever saw it, so that what is gone is named to those alone. Nothing tracked is freed while the process
 * lives, but what no screen has seen. */
#ifndef SAMSKAP_CORE_ENTITIES_H
#define SAMSKAP_CORE_ENTITIES_H

#include "base/list.h"
#include "core/process.h"

struct tracked;

/* How a thing is written out: for one of the audiences, or as its owner's own. */
enum view { VIEW_HOST = 1, VIEW_ROOM, VIEW_DISPLAY, VIEW_STATE, VIEW_OWN };

/* Who sees a thing now. ROOM: all participants of its session; GROUP: those of its group (or table), and that
 * group's own displays. */
enum { SEEN_BY_HOST = 1, SEEN_BY_DISPLAY = 2, SEEN_BY_ROOM = 4, SEEN_BY_GROUP = 8, SEEN_BY_ALL = 7 };

struct place {
    struct id session; /* none: every session */
    struct id group;
};

/* The operations of one kind of entity. */
struct tracked_kind {
    enum entity_kind kind;
    unsigned (*seen_by)(const struct process *process, const struct tracked *tracked);
    struct place (*place)(const struct tracked *tracked); /* NULL: every session */
    /* Fills in the body; kind, id and seq are there already, and may be changed. */
    void (*fill)(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity);
    /* Empties what it holds of the texts of the event seq; NULL: it holds none. */
    void (*redact)(struct process *process, struct tracked *tracked, int64_t seq);
};

struct tracked {
    struct list link; /* in process->changes, ascending by seq and ordinal */
    const struct tracked_kind *kind;
    struct id id;
    int64_t seq, ordinal;
    /* SEEN_BY_…: who ever saw it, while it was the whole process's, and while it was one session's. What was
     * a session's first (homework that is shown) may never have been seen in another. */
    unsigned exposed_everywhere, exposed_there;
    struct id there;   /* the session */
    struct id *groups; /* that ever saw it as theirs: a thing may be moved from one to another */
    size_t group_count, group_capacity;
};

void tracked_init(struct tracked *tracked, const struct tracked_kind *kind, struct id id);
/* It changed, or its visibility did, by the event that is being applied. The first touch of an event gives it
 * its place; others of the same event change nothing. */
void tracked_touch(struct process *process, struct tracked *tracked);
/* Whether anybody but hosts ever saw it. */
bool tracked_was_seen(const struct tracked *tracked);
/* Whether hosts ever saw it. */
bool tracked_was_seen_by_hosts(const struct tracked *tracked);
/* Whether it may become that session's (none: the whole process's), so that all who ever saw it can be told
 * what became of it: not where others have seen it as another session's. */
bool tracked_may_go_to(const struct tracked *tracked, struct id session);
/* To be called before it is freed, which only what no screen has ever seen may be. */
void tracked_forget(struct tracked *tracked);
/* To be called when an event has been applied: notes who sees what it touched. */
void entities_settle(struct process *process);
/* Lets all go, so that they may be freed in any order. */
void entities_finish(struct process *process);
void tracked_fill(const struct process *process, const struct tracked *tracked, enum view view,
                  struct arena *arena, struct entity *entity);

/* Things by their ids, whatever kind; NULL: there is none. */
struct tracked *thing_find(const struct process *process, struct id id);
struct tracked *thing_find_kind(const struct process *process, struct id id, const struct tracked_kind *kind);
void thing_add(struct process *process, struct tracked *tracked);

#endif
