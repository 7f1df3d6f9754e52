/* Themes: what notes on a board are about. They are put whole, so an undo says again what there was, and
 * texts that were superseded, removed or refused are due to be emptied at once, as those of entries. */
#include "base/memory.h"
#include "core/boards.h"
#include "core/comparisons.h"
#include "core/handler.h"
#include "core/sound.h"

struct theme_entry *theme_find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &theme_tracking);
    return tracked ? LIST_ENTRY(tracked, struct theme_entry, tracked) : NULL;
}

bool theme_stands(const struct theme *theme) {
    return !theme->removed && !theme->redacted;
}

/* ---- put ---- */

static bool is_full(const struct board_entry *board, const struct theme_entry *old,
                    const struct event_theme_put *put) {
    bool comes = !put->removed && (!old || old->theme.removed);
    return (comes && board->standing >= PROCESS_THEMES) ||
           (!old && board->theme_count >= PROCESS_THEMES_MADE);
}

/* What is wrong in the command itself comes first: see live/guards.c. */
static enum reason judge_texts(const struct event *event) {
    const struct event_theme_put *put = &event->body.theme_put;
    if (!key_is_sound(put->key)) {
        return REASON_BAD_FIELDS;
    }
    return event->redacted ? REASON_ABSENT : note_judge_text(put->title, 0);
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_theme_put *put = &event->body.theme_put;
    const struct theme_entry *old = theme_find(process, put->id);
    const struct board_entry *board = board_find(process, put->board);
    enum reason reason;
    if ((reason = judge_texts(event)) != REASON_ABSENT) {
        return reason;
    }
    if (!board) {
        return REASON_UNKNOWN_BOARD;
    }
    if ((reason = board_judge_hands(process, board, event)) != REASON_ABSENT) {
        return reason;
    }
    if (old ? old->board != board : thing_find(process, put->id) != NULL) {
        return REASON_ID_TAKEN;
    }
    if (base_is_stale(process, put->base, old ? old->theme.changed : 0)) {
        return REASON_STALE;
    }
    if (is_full(board, old, put)) {
        return REASON_TOO_MANY;
    }
    bool is_host = event->actor.kind != ACTOR_PARTICIPANT;
    return is_host ? REASON_ABSENT : persons_judge_bytes(process, event, NULL);
}

static struct theme_entry *add_theme(struct process *process, struct board_entry *board, struct id id) {
    struct theme_entry *entry = memory_allocate(sizeof *entry);
    board->themes = memory_grow(board->themes, &board->theme_capacity, board->theme_count + 1,
                                sizeof(struct theme_entry *));
    board->themes[board->theme_count++] = entry;
    board->standing++;
    entry->board = board;
    entry->theme.id = id;
    entry->theme.board = &board->board;
    map_init(&entry->writers, process->seed);
    map_init(&entry->voters, process->seed);
    tracked_init(&entry->tracked, &theme_tracking, id);
    thing_add(process, &entry->tracked);
    return entry;
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_theme_put *put = &event->body.theme_put;
    struct theme_entry *entry = theme_find(process, put->id);
    if (!entry) {
        entry = add_theme(process, board_find(process, put->board), put->id);
    } else if (!entry->theme.removed) { /* else it is due already */
        seqs_add(&process->stray, entry->text_seq);
    }
    if (put->removed) {
        seqs_add(&process->stray, event->seq);
    }
    struct theme *theme = &entry->theme;
    bool stood = theme_stands(theme);
    keep_str(&theme->title, put->title);
    keep_str(&theme->definition, put->definition);
    keep_str(&theme->key, put->key);
    theme->position = put->position;
    entry->board->standing += (size_t)theme->removed - (size_t)put->removed;
    theme->removed = put->removed;
    theme->redacted = false;
    theme->changed = event->seq;
    entry->text_seq = event->seq;
    if (event->actor.kind == ACTOR_PARTICIPANT) {
        persons_count_bytes(process, event, NULL);
    }
    tracked_touch(process, &entry->tracked);
    comparisons_touch_source(process, theme->board->id);
    if (stood != theme_stands(theme)) {
        sortings_follow_theme(process, entry);
    }
    return &entry->tracked;
}

const struct handler theme_handlers[] = {
    {EVENT_THEME_PUT, BY_HOST | BY_PARTICIPANT, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* ---- what it counts ---- */

static void count_person(struct map *persons, struct person *person, int64_t more) {
    int64_t count = (int64_t)(intptr_t)map_find(persons, &person, sizeof person) + more;
    if (count == 0) {
        map_remove(persons, &person, sizeof person);
    } else {
        map_put(persons, &person, sizeof person, (void *)(intptr_t)count);
    }
}

void theme_count_note(struct process *process, struct theme_entry *entry, const struct note_entry *note,
                      int64_t more, bool with_votes) {
    entry->theme.notes += more;
    count_person(&entry->writers, note->person, more);
    for (size_t i = 0; with_votes && i < note->supporter_count; i++) {
        count_person(&entry->voters, note->supporters[i], more);
    }
    entry->theme.persons = (int64_t)entry->writers.count;
    entry->theme.votes = (int64_t)entry->voters.count;
    tracked_touch(process, &entry->tracked);
    comparisons_touch_source(process, entry->board->board.id);
}

void theme_count_vote(struct process *process, struct theme_entry *entry, struct person *person,
                      int64_t more) {
    count_person(&entry->voters, person, more);
    if (entry->theme.votes != (int64_t)entry->voters.count) {
        entry->theme.votes = (int64_t)entry->voters.count;
        tracked_touch(process, &entry->tracked);
    }
}

int64_t theme_told_persons(const struct theme *theme) {
    bool withheld = theme->board->hides_authors && theme->persons < PROCESS_WITHHOLD_BELOW;
    return withheld ? 0 : theme->persons;
}

/* ---- what is seen ---- */

static struct theme_entry *entry_of(const struct tracked *tracked) {
    return LIST_ENTRY(tracked, struct theme_entry, tracked);
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    const struct theme_entry *entry = entry_of(tracked);
    (void)process;
    return theme_stands(&entry->theme) ? board_seen_by(entry->board) : 0;
}

static struct place place(const struct tracked *tracked) {
    return (struct place){.session = entry_of(tracked)->board->place};
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct theme *theme = &entry_of(tracked)->theme;
    (void)arena;
    struct entity_theme *body = &entity->body.theme;
    if (view == VIEW_OWN && !(seen_by(process, tracked) & SEEN_BY_ROOM)) { /* of a reply that is repeated */
        *body = (struct entity_theme){.board = theme->board->id, .removed = theme->removed};
        return;
    }
    *body = (struct entity_theme){
        .board = theme->board->id,
        .title = theme->title,
        .definition = theme->definition,
        .position = theme->position,
        .key = theme->key,
        .removed = theme->removed,
        .redacted = view == VIEW_STATE && theme->redacted,
    };
    if (board_tells_figures(theme->board, view)) {
        body->notes = theme->notes;
        body->persons = view == VIEW_STATE ? theme->persons : theme_told_persons(theme);
        body->votes = theme->votes;
    }
}

static void redact(struct process *process, struct tracked *tracked, int64_t seq) {
    struct theme_entry *entry = entry_of(tracked);
    if (entry->text_seq != seq) {
        return;
    }
    bool stood = theme_stands(&entry->theme);
    memory_free_str(&entry->theme.title);
    memory_free_str(&entry->theme.definition);
    entry->theme.redacted = true;
    tracked_touch(process, tracked);
    comparisons_touch_source(process, entry->board->board.id);
    if (stood) {
        sortings_follow_theme(process, entry);
    }
}

const struct tracked_kind theme_tracking = {ENTITY_THEME, seen_by, place, fill, redact};

void themes_finish(struct board_entry *board) {
    for (size_t i = 0; i < board->theme_count; i++) {
        struct theme_entry *entry = board->themes[i];
        memory_free_str(&entry->theme.title);
        memory_free_str(&entry->theme.definition);
        memory_free_str(&entry->theme.key);
        map_finish(&entry->writers);
        map_finish(&entry->voters);
        memory_free(entry);
    }
    memory_free(board->themes);
}

const struct theme *process_theme(const struct process *process, struct id id) {
    const struct theme_entry *entry = theme_find(process, id);
    return entry ? &entry->theme : NULL;
}

size_t board_theme_count(const struct process *process, const struct board *board) {
    return board_find(process, board->id)->theme_count;
}

const struct theme *board_theme_at(const struct process *process, const struct board *board, size_t index) {
    return &board_find(process, board->id)->themes[index]->theme;
}
