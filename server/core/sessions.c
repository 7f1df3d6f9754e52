#include "base/memory.h"
#include "core/chronicle.h"
#include "core/handler.h"
#include "core/rounds/round_kind.h"
#include "core/sound.h"
#include "core/state.h"

/* Also where it was removed. */
static struct session_entry *find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &session_tracking);
    return tracked ? LIST_ENTRY(tracked, struct session_entry, tracked) : NULL;
}

static bool has_round_under_way(const struct process *process, const struct session *session,
                                bool with_homework);

/* What people have been to stays. */
static enum reason judge_removal(const struct process *process, const struct session *session) {
    if (session->joined > 0 || session_has_answers(process, session->id)) {
        return REASON_HAS_ANSWERS;
    }
    bool goes_on = session->state == SESSION_STATE_LIVE || has_round_under_way(process, session, true);
    return goes_on ? REASON_WRONG_STATE : REASON_ABSENT;
}

/* Who sits at a table must not see what a group has. */
static bool is_a_groups(const struct process *process, const struct event_session_put *put) {
    for (size_t i = 0; i < put->tables_count; i++) {
        if (map_find(&process->groups, put->tables[i].id.bytes, sizeof put->tables[i].id.bytes)) {
            return true;
        }
    }
    return false;
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_session_put *put = &event->body.session_put;
    const struct session_entry *old = find(process, put->id);
    if (!old && thing_find(process, put->id)) {
        return REASON_ID_TAKEN;
    }
    if (base_is_stale(process, put->base, old ? old->session.changed : 0)) {
        return REASON_STALE;
    }
    if (!old && process->all_session_count >= PROCESS_SESSIONS) {
        return REASON_TOO_MANY;
    }
    if (str_is_empty(put->title)) {
        return REASON_EMPTY;
    }
    if (!named_is_sound(put->tables, put->tables_count) || is_a_groups(process, put)) {
        return REASON_ID_TAKEN;
    }
    if (!str_is_empty(put->link) && !link_is_sound(put->link, LINK_HTTPS)) {
        return REASON_BAD_FIELDS;
    }
    bool keeps = !old || named_keeps_used(process, old->session.tables, old->session.table_count, put->tables,
                                          put->tables_count);
    if (!keeps) {
        return REASON_HAS_ANSWERS;
    }
    return old && put->removed ? judge_removal(process, &old->session) : REASON_ABSENT;
}

static struct session_entry *add_session(struct process *process, struct id id) {
    struct session_entry *entry = memory_allocate(sizeof *entry);
    process->all_sessions = memory_grow(process->all_sessions, &process->all_session_capacity,
                                        process->all_session_count + 1, sizeof(struct session_entry *));
    entry->order = process->all_session_count;
    process->all_sessions[process->all_session_count++] = entry;
    entry->session.id = id;
    entry->session.state = SESSION_STATE_PLANNED;
    tracked_init(&entry->tracked, &session_tracking, id);
    tracked_init(&entry->slips_tracked, &slips_tracking, id);
    thing_add(process, &entry->tracked);
    return entry;
}

/* A diary, and homework that was shown, is with those of other sessions too. */
static void touch_rounds(struct process *process, const struct session_entry *session) {
    for (size_t i = 0; i < process->all_round_count; i++) {
        if (process->all_rounds[i]->session == session) {
            tracked_touch(process, &process->all_rounds[i]->tracked);
        }
    }
}

/* Those that stand are the first, the second … of the process. */
static void list_sessions(struct process *process) {
    process->sessions =
        memory_resize_array(process->sessions, process->all_session_count, sizeof(struct session *));
    process->session_count = 0;
    for (size_t i = 0; i < process->all_session_count; i++) {
        struct session_entry *entry = process->all_sessions[i];
        if (entry->session.removed) {
            continue;
        }
        process->sessions[process->session_count++] = &entry->session;
        if (entry->session.number != (int64_t)process->session_count) {
            entry->session.number = (int64_t)process->session_count;
            tracked_touch(process, &entry->tracked);
        }
    }
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_session_put *put = &event->body.session_put;
    struct session_entry *entry = find(process, put->id);
    if (!entry) {
        entry = add_session(process, put->id);
    }
    struct session *session = &entry->session;
    const struct named *tables = named_copy(put->tables, put->tables_count);
    named_free(session->tables, session->table_count);
    session->tables = tables;
    session->table_count = put->tables_count;
    keep_str(&session->title, put->title);
    session->starts = put->starts;
    session->minutes = put->minutes;
    keep_str(&session->place, put->place);
    keep_str(&session->link, put->link);
    session->under_fifteen = put->under_fifteen;
    if (session->removed != put->removed) {
        touch_rounds(process, entry);
    }
    session->removed = put->removed;
    session->changed = event->seq;
    tracked_touch(process, &entry->tracked);
    if (entry->slips_tracked.seq > 0) {
        tracked_touch(process, &entry->slips_tracked);
    }
    list_sessions(process);
    return &entry->tracked;
}

static bool has_round_under_way(const struct process *process, const struct session *session,
                                bool with_homework) {
    for (size_t i = 0; i < process->round_count; i++) {
        const struct round *round = process->rounds[i];
        bool counts = id_equal(round->session, session->id) && (with_homework || !round->homework);
        if (counts && round_is_under_way(round)) {
            return true;
        }
    }
    return false;
}

/* Removed ones too: they may be put back. */
static bool has_opened_round(const struct process *process, const struct session *session) {
    for (size_t i = 0; i < process->all_round_count; i++) {
        const struct round *round = &process->all_rounds[i]->round;
        if (id_equal(round->session, session->id) && !round->homework && round->opened > 0) {
            return true;
        }
    }
    return false;
}

static enum reason judge_run(const struct process *process, const struct event *event) {
    const struct event_session_run *run = &event->body.session_run;
    const struct session_entry *entry = session_find(process, run->id);
    if (!entry) {
        return REASON_UNKNOWN_SESSION;
    }
    enum session_state state = entry->session.state;
    if (run->state == SESSION_STATE_LIVE) {
        return state == SESSION_STATE_LIVE ? REASON_WRONG_STATE : REASON_ABSENT;
    }
    if (run->state == SESSION_STATE_PLANNED) { /* takes a beginning back */
        bool began =
            run->undone && state == SESSION_STATE_LIVE && !has_opened_round(process, &entry->session);
        return began ? REASON_ABSENT : REASON_WRONG_STATE;
    }
    /* Homework goes on whatever becomes of its session. */
    bool ends = run->state == SESSION_STATE_ENDED && state == SESSION_STATE_LIVE &&
                !has_round_under_way(process, &entry->session, false);
    return ends ? REASON_ABSENT : REASON_WRONG_STATE;
}

static void go_live(struct process *process, struct session_entry *entry, const struct event *event) {
    struct session *session = &entry->session;
    bool undone = event->body.session_run.undone;
    if (!undone) {
        entry->ended_before = session->ended_at;
    }
    session->run_at = session->run_at > 0 ? session->run_at : event->at;
    session->ended_at = 0;
    items_begin(process, entry, event->at, undone);
}

/* Where going live again is taken back, it ended when it had ended. */
static void end(struct process *process, struct session_entry *entry, const struct event *event) {
    bool undone = event->body.session_run.undone && entry->ended_before > 0;
    entry->session.ended_at = undone ? entry->ended_before : event->at;
    items_end(process, entry, event->at, undone);
}

/* What takes a beginning back leaves it planned, or ended as it was before; what takes an end back, live. */
static void note_run(struct session_entry *entry, const struct event *event) {
    const struct event_session_run *run = &event->body.session_run;
    bool goes_live = run->state == SESSION_STATE_LIVE;
    chronicle_act(entry, (struct act){.at = event->at,
                                      .kind = goes_live != run->undone ? ACT_KIND_BEGIN : ACT_KIND_FINISH,
                                      .undone = run->undone});
}

static struct tracked *apply_run(struct process *process, const struct event *event) {
    struct session_entry *entry = session_find(process, event->body.session_run.id);
    struct session *session = &entry->session;
    session->state = event->body.session_run.state;
    if (session->state == SESSION_STATE_LIVE) {
        go_live(process, entry, event);
    } else if (session->state == SESSION_STATE_PLANNED) {
        session->run_at = 0;
        items_unbegin(process, entry);
    } else {
        end(process, entry, event);
    }
    note_run(entry, event);
    session->changed = event->seq;
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

const struct handler session_handlers[] = {
    {EVENT_SESSION_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_SESSION_RUN, BY_HOST, judge_run, apply_run},
    {EVENT_ABSENT, 0, NULL, NULL},
};

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process;
    return LIST_ENTRY(tracked, struct session_entry, tracked)->session.removed ? 0 : SEEN_BY_ALL;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct session *session = &LIST_ENTRY(tracked, struct session_entry, tracked)->session;
    (void)process, (void)arena;
    entity->body.session = (struct entity_session){
        .title = session->title,
        .starts = session->starts,
        .state = session->state,
        .number = session->number,
        .tables = session->tables,
        .tables_count = session->table_count,
        .joined = session->joined,
        .stage = session->stage.screen != STAGE_SCREEN_ABSENT ? &session->stage : NULL,
        .minutes = session->minutes,
        .place = session->place,
        .link = session->link,
        .under_fifteen = session->under_fifteen,
        .said = session->said.at > 0 ? &session->said : NULL,
        .removed = session->removed,
    };
    if (view == VIEW_HOST || view == VIEW_STATE) {
        entity->body.session.steered_by = session->steered_by;
        entity->body.session.steered_name = session->steered_name;
    }
}

const struct tracked_kind session_tracking = {ENTITY_SESSION, seen_by, NULL, fill, NULL};

void sessions_finish(struct process *process) {
    for (size_t i = 0; i < process->all_session_count; i++) {
        struct session_entry *entry = process->all_sessions[i];
        memory_free_str(&entry->session.title);
        memory_free_str(&entry->session.place);
        memory_free_str(&entry->session.link);
        memory_free_str(&entry->session.steered_name);
        memory_free_str(&entry->session.said.text);
        named_free(entry->session.tables, entry->session.table_count);
        memory_free(entry->members);
        chronicle_finish(&entry->chronicle);
        memory_free(entry);
    }
    memory_free(process->all_sessions);
    memory_free(process->sessions);
}
