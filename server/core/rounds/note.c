/* A note: what may stand in it, who sees it, and how it looks to them. */
#include "core/rounds/note.h"

#include "base/text.h"

enum { FIELD_LENGTH = 80 };

struct note_entry *note_entry_of(const struct note *note) {
    return (struct note_entry *)(uintptr_t)note;
}

struct note_entry *note_of_tracked(const struct tracked *tracked) {
    return LIST_ENTRY(tracked, struct note_entry, tracked);
}

/* ---- its text ---- */

static bool is_blank_character(const unsigned char *at, size_t left, size_t *length) {
    *length = 1;
    if (*at == ' ' || *at == '\n' || *at == '\t') {
        return true;
    }
    *length = 2;
    if (left >= 2 && at[0] == 0xc2 && at[1] == 0xa0) { /* no-break space */
        return true;
    }
    *length = 3; /* U+2000-U+200D and U+202F: spaces of other widths, U+3000, U+FEFF */
    return left >= 3 &&
           ((at[0] == 0xe2 && at[1] == 0x80 && ((at[2] >= 0x80 && at[2] <= 0x8d) || at[2] == 0xaf)) ||
            (at[0] == 0xe3 && at[1] == 0x80 && at[2] == 0x80) ||
            (at[0] == 0xef && at[1] == 0xbb && at[2] == 0xbf));
}

static bool is_blank(struct str text) {
    size_t length;
    for (size_t i = 0; i < text.size; i += length) {
        if (!is_blank_character((const unsigned char *)text.data + i, text.size - i, &length)) {
            return false;
        }
    }
    return true;
}

enum reason note_judge_text(struct str text, int64_t fields) {
    struct str line;
    if (is_blank(text)) {
        return REASON_EMPTY;
    }
    for (int64_t count = 1; fields > 0 && str_split(&text, '\n', &line); count++) {
        if (count > fields || is_blank(line) || text_length(line) > FIELD_LENGTH) {
            return REASON_BAD_FIELDS;
        }
    }
    return REASON_ABSENT;
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
        seen |= SEEN_BY_TABLE;
    }
    return seen;
}

static struct place place(const struct tracked *tracked) {
    const struct note *note = &note_of_tracked(tracked)->note;
    return (struct place){note->round->session, note->table};
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
    char author[ACTOR_TEXT_SIZE];
    actor_format(note->author, author);
    body->author = arena_copy(arena, str_of(author));
    body->consent = note->consent;
    body->role = note->role;
    body->organisation_type = note->organisation_type;
    body->redacted = note->redacted;
    body->edits = note->edits;
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
    };
    sign(process, note, body);
    bool told_table = note->group_size > 0 || view == VIEW_OWN || view == VIEW_STATE;
    body->table = told_table ? note->table : (struct id){0}; /* a person's table would be a mark */
    if (view == VIEW_OWN || view == VIEW_STATE) {
        body->removed = note->removed;
        body->rev = note->rev;
    }
    if (view == VIEW_STATE) {
        fill_state(note, arena, body);
    }
}

const struct tracked_kind note_tracking = {ENTITY_NOTE, seen_by, place, fill, note_redact};
