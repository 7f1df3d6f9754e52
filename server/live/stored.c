#include "live/stored.h"

#include "protocol/event.h"

enum status stored_event(const struct journal_event *stored, int64_t expected, struct arena *arena,
                         struct event *event) {
    *event = (struct event){.seq = stored->seq, .command = stored->command, .at = stored->at};
    if (stored->seq != expected || actor_parse(stored->actor, &event->actor) != STATUS_OK) {
        return STATUS_CORRUPT;
    }
    enum status status = event_decode(stored->kind, stored->version, stored->body, arena, event);
    event->redacted = event->redacted || stored->redacted;
    return status;
}

enum status stored_house_event(const struct journal_event *stored, int64_t expected, struct arena *arena,
                               struct house_event *event) {
    *event = (struct house_event){.seq = stored->seq, .command = stored->command, .at = stored->at};
    struct actor actor;
    if (stored->seq != expected || actor_parse(stored->actor, &actor) != STATUS_OK) {
        return STATUS_CORRUPT;
    }
    event->account = actor.id;
    event->redacted = stored->redacted;
    enum status status =
        house_decode(stored->kind, stored->version, stored->body, arena, &event->kind, &event->body);
    if (status == STATUS_OK) {
        house_hash(event->kind, &event->body, event->hash);
    }
    return status;
}
