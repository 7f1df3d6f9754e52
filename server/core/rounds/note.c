/* A note: what may stand in it, who sees it, and how it looks to them. */
#include "core/rounds/note.h"

#include "base/memory.h"
#include "base/text.h"
#include "core/erasures.h"
#include "core/groupings.h"
#include "core/rounds/blank.h"

enum { FIELD_LENGTH = 80 };

struct notes *notes_in(const struct round_entry *round) {
    return round->data;
}

struct note_entry *note_find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &note_tracking);
    return tracked ? note_of_tracked(tracked) : NULL;
}

struct note_entry *note_entry_of(const struct note *note) {
    return (struct note_entry *)(uintptr_t)note;
}

struct note_entry *note_of_tracked(const struct tracked *tracked) {
    return LIST_ENTRY(tracked, struct note_entry, tracked);
}

/* ---- its group ---- */

bool note_group_stands(const struct process *process, const struct round_entry *round, struct id group) {
    const struct grouping_entry *grouping = grouping_find(process, round->round.grouping);
    return grouping && grouping_group(grouping, group);
}

void note_set_group(struct process *process, struct note_entry *entry, struct id group) {
    if (!id_is_none(entry->round->round.grouping)) {
        entry->note.group = group;
        process_mark_used(process, group);
    }
}

bool note_tells_table(const struct note *note) {
    return note->group_size > 0 || round_goes_by_tables(note->round);
}

struct id note_group(const struct note *note) {
    return id_is_none(note->group) ? note->table : note->group;
}

/* ---- its text ---- */

enum reason note_judge_text(struct str text, int64_t fields) {
    struct str line;
    if (text_is_blank(text)) {
        return REASON_EMPTY;
    }
    for (int64_t count = 1; fields > 0 && str_split(&text, '\n', &line); count++) {
        if (count > fields || text_is_blank(line) || text_length(line) > FIELD_LENGTH) {
            return REASON_BAD_FIELDS;
        }
    }
    return REASON_ABSENT;
}

/* ---- what it counts for ---- */

bool note_is_waiting_to_be_let_in(const struct note *note) {
    return note->late && !note->admitted;
}

struct tracked *note_changed(struct process *process, struct note_entry *entry, bool was_on_record) {
    bool on_record = note_is_on_record(&entry->note);
    struct contribution *contribution = person_contribution_in(entry->person, entry->round);
    bool had = contribution->on_record > 0;
    contribution->on_record += on_record - was_on_record;
    int64_t more = (contribution->on_record > 0) - had;
    tracked_touch(process, &entry->tracked);
    if (more != 0 && entry->person->entered) {
        round_count_entered(process, entry->round, more);
    } else if (more != 0) {
        round_count_answered(process, entry->round, more);
    }
    word_lists_touch_round(process, entry->round->round.id);
    if (on_record != was_on_record) {
        boards_count_note(process, entry->round->round.id, on_record - was_on_record);
        sortings_follow_note(process, entry);
    }
    return &entry->tracked;
}

void note_redact(struct process *process, struct tracked *tracked, int64_t seq) {
    struct note_entry *entry = note_of_tracked(tracked);
    bool was_on_record = note_is_on_record(&entry->note);
    if (entry->note.text_seq == seq) {
        memory_free_str(&entry->note.text);
        entry->note.redacted = true;
    } else if (entry->hide_seq == seq) {
        memory_free_str(&entry->note.hide_reason);
    } else {
        return;
    }
    note_changed(process, entry, was_on_record);
}

struct erasable note_erasable(const struct tracked *tracked) {
    const struct note *note = &note_of_tracked(tracked)->note;
    return (struct erasable){.author = note->author,
                             .round = note->round->id,
                             .session = note->round->session,
                             .erased = note->erased};
}

/* What its author sent behind it and was refused lies among the spent texts of the round, which no other than
 * these tell apart: all of them go. */
void note_erase(struct process *process, struct tracked *tracked) {
    struct note_entry *entry = note_of_tracked(tracked);
    struct note *note = &entry->note;
    bool was_on_record = note_is_on_record(note);
    person_contribution_in(entry->person, entry->round)->standing -= !note->removed;
    memory_free_str(&note->text);
    memory_free_str(&note->hide_reason);
    note->removed = note->redacted = note->erased = true;
    notes_let_go(process, entry->round);
    note_changed(process, entry, was_on_record);
}

/* ---- who sees it ---- */

bool note_is_on_record(const struct note *note) {
    return !note->removed && !note->hidden && !note->redacted && (!note->late || note->admitted);
}

bool note_is_visible_to_all(const struct note *note) {
    return note_is_on_record(note) && round_is_open_to_all(note->round);
}

int64_t note_seq(const struct note *note) {
    return note_entry_of(note)->tracked.seq;
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    const struct note *note = &note_of_tracked(tracked)->note;
    unsigned seen = 0;
    (void)process;
    if (!note->removed && !note->redacted) {
        seen |= SEEN_BY_HOST;
    }
    if (note_is_visible_to_all(note)) {
        seen |= SEEN_BY_DISPLAY | SEEN_BY_ROOM;
    }
    if (note_is_on_record(note) && note->round->visibility == VISIBILITY_GROUP) {
        seen |= SEEN_BY_GROUP;
    }
    return seen;
}

static struct place place(const struct tracked *tracked) {
    const struct note *note = &note_of_tracked(tracked)->note;
    return (struct place){round_place(note->round).session, note_group(note)};
}

static void sign(const struct process *process, const struct note *note, struct entity_note *body) {
    enum authorship authorship = note->round->authorship;
    const struct participant_entry *person =
        note->author.kind == ACTOR_PARTICIPANT ? participant_find(process, note->author.id) : NULL;
    if (person && authorship == AUTHORSHIP_NAMED) {
        body->name = person->participant.name;
    }
    if (person && authorship == AUTHORSHIP_ORGANISATION) {
        body->organisation = person->participant.organisation;
    }
}

static void fill_state(const struct note *note, struct arena *arena, struct entity_note *body) {
    body->author = actor_text(note->author, arena);
    body->consent = note->consent;
    body->consents = study_set_list(note->studies, &body->consents_count);
    body->role = note->role;
    body->organisation_type = note->organisation_type;
    body->level = note->level;
    body->redacted = note->redacted;
    body->edits = note->edits;
}

/* Where nobody is named, few may be without a device, and everybody knows who they are. */
static bool tells_entered(const struct note *note, enum view view) {
    enum authorship authorship = note->round->authorship;
    return note->entered && (view == VIEW_HOST || view == VIEW_STATE || authorship == AUTHORSHIP_NAMED ||
                             authorship == AUTHORSHIP_ORGANISATION);
}

static int64_t told_supports(const struct note *note, enum view view) {
    return view == VIEW_STATE || (view != VIEW_OWN && note->round->notes.supports) ? note->supports : 0;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct note *note = &note_of_tracked(tracked)->note;
    struct entity_note *body = &entity->body.note;
    *body = (struct entity_note){
        .round = note->round->id,
        .text = note->text,
        .group_size = note->group_size,
        .turn = note->turn,
        .late = note->late,
        .admitted = note->admitted,
        .hidden = note->hidden,
        .reason = note->hide_reason,
        .entered = tells_entered(note, view),
        .supports = told_supports(note, view),
        .group = note->group,
    };
    sign(process, note, body);
    bool told_table = note_tells_table(note) || view == VIEW_OWN || view == VIEW_STATE;
    body->table = told_table ? note->table : (struct id){0};
    if (view == VIEW_OWN || view == VIEW_STATE) {
        body->removed = note->removed;
        body->erased = note->erased;
        body->rev = note->rev;
    }
    if (view == VIEW_STATE) {
        fill_state(note, arena, body);
    }
}

const struct tracked_kind note_tracking = {ENTITY_NOTE, seen_by, place, fill, note_redact};
