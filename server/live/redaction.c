#include "live/redaction.h"

#include "live/append.h"
#include "live/chance.h"
#include "live/forms_used.h"
#include "protocol/event.h"

enum { MOST = 1000 }; /* events of one redaction: the schema's cap */

static enum status redact(const struct journal_event *event, struct buffer *body) {
    return event_redact(event->kind, event->version, event->body, body);
}

/* Forms come last: only once a text was emptied can there be one that nothing has. */
static size_t find_due(struct room *room, int64_t *seqs) {
    size_t count = process_due_redactions(room->process, seqs, MOST);
    if (count == 0 && room->forms_due) {
        count = forms_unused(room->process, room->live->seed, seqs, MOST);
        room->forms_due = count > 0;
    }
    return count;
}

void redaction_begin(struct room *room) {
    if (!room->redaction_due || room->redacting) {
        return;
    }
    struct arena arena;
    arena_init(&arena);
    int64_t *seqs = arena_allocate_array(&arena, MOST, sizeof *seqs);
    size_t count = find_due(room, seqs);
    room->redaction_due = count > 0;
    if (count > 0) {
        union event_body body = {.redact = {.seqs = seqs, .seqs_count = count}};
        struct pending *pending = append_own(room, chance_id(room->live), EVENT_REDACT, &body, &arena);
        pending->append.redact_seqs = seqs;
        pending->append.redact_count = count;
        pending->append.redact = redact;
        room->redacting = true;
        append_start(pending);
    }
    arena_finish(&arena);
}
