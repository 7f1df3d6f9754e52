/* A followed event is decoded and applied; who waits for it is told when its append completes, which comes
 * next. An event that cannot be decoded ends the room, not the server. */
#include "live/follow.h"

#include "core/model.h"
#include "live/append.h"
#include "live/blobs.h"
#include "live/comparison_cache.h"
#include "live/lookups.h"
#include "live/member.h"
#include "live/presence.h"
#include "live/registry.h"
#include "live/room.h"
#include "live/stored.h"
#include "live/view.h"
#include "live/words_cache.h"

static void count(struct live_state *state, const struct event *event, enum reason reason) {
    state->events_appended++;
    if (reason != REASON_ABSENT) {
        state->events_void++;
    } else if (event->kind == EVENT_NOTE_PUT || event->kind == EVENT_NOTE_ENTER) {
        state->notes++;
    } else if (event->kind == EVENT_VOTE_PUT) {
        state->votes++;
    }
}

/* The member whose own things an event changed; NULL: nobody's, or nobody's who is here. An author in a scope
 * is known by who sent it here only. */
static struct member *find_owner(const struct room *room, const struct event *event,
                                 const struct pending *pending) {
    struct id person = event->actor.id;
    if (event->kind == EVENT_PARTICIPANT_JOIN) {
        person = event->body.participant_join.id;
    } else if (event->kind == EVENT_PARTICIPANT_MOVE) {
        person = event->body.participant_move.id;
    } else if (event->kind == EVENT_GROUP_PLACE) {
        person = event->body.group_place.participant;
    } else if (event->actor.kind != ACTOR_PARTICIPANT) {
        return pending ? pending->sender : NULL;
    }
    return map_find(&room->members, person.bytes, sizeof person.bytes);
}

/* What is done to a round, or to a note or an entry by a host, may change what is anybody's own; and so may
 * a deal, or what becomes of a grouping. */
static bool changes_anybodys(enum event_kind kind) {
    switch (kind) {
    case EVENT_ROUND_PUT:
    case EVENT_ROUND_OPEN:
    case EVENT_ROUND_DEADLINE:
    case EVENT_ROUND_CLOSE:
    case EVENT_ROUND_END:
    case EVENT_ROUND_REVEAL:
    case EVENT_NOTE_HIDE:
    case EVENT_NOTE_ADMIT:
    case EVENT_DIARY_ANSWER:
    case EVENT_GROUPING_PUT:
    case EVENT_GROUPING_DEAL:
    case EVENT_CONTRIBUTION_ERASE:
    case EVENT_PARTICIPANT_ERASE:
    case EVENT_REDACT:
        return true;
    default:
        return false;
    }
}

/* What participants do to what is everybody's. */
static bool changes_nobodys(enum event_kind kind) {
    return kind == EVENT_THEME_PUT || kind == EVENT_NOTE_SORT;
}

/* People's own things change by their own commands too, which are answered: then their other connections are
 * to be told. */
static void mark_own(struct room *room, const struct event *event, const struct pending *pending) {
    struct member *owner = find_owner(room, event, pending);
    if (changes_anybodys(event->kind)) {
        room->own_changed = true;
    } else if (owner && !changes_nobodys(event->kind)) {
        view_own_changed(owner, append_asker(pending));
    }
}

static bool has_ended(const struct room *room, struct id id) {
    const struct round *round = process_round(room->process, id);
    return round && round->state == ROUND_STATE_CLOSED;
}

static bool is_under_way(const struct round *round) {
    return round && (round->state == ROUND_STATE_OPEN || round->state == ROUND_STATE_CLOSING);
}

/* A diary's texts wait for no end of the round; but when somebody wrote in an anonymous one is not to be told
 * by when the text before was emptied: that goes with the next thing that happens. */
static bool is_of_signed_diary(const struct room *room, const struct event *event) {
    const struct round *round = process_round(room->process, process_subject(room->process, event).round);
    return round && round->form == ROUND_FORM_DIARY && round->authorship != AUTHORSHIP_ANONYMOUS;
}

/* Whether the texts of what was refused are due at once: nothing else may happen that ends a round. */
static bool waits_for_no_round(const struct room *room, const struct event *event) {
    struct subject subject = process_subject(room->process, event);
    const struct note *note = process_note(room->process, subject.thing);
    if ((note && note->erased) || event->kind == EVENT_DIARY_ANSWER ||
        (event->kind == EVENT_DIARY_PUT && is_of_signed_diary(room, event))) {
        return true;
    }
    if (!id_is_none(subject.round) || !id_is_none(subject.thing)) {
        return !is_under_way(process_round(room->process, subject.round));
    }
    return process_text_waits_for_nothing(event);
}

/* Whose audience is another one by it: a table or a group is theirs, or there is something to see in it. */
static void move_audiences(struct room *room, const struct event *event) {
    switch (event->kind) {
    case EVENT_PARTICIPANT_PUT:
    case EVENT_GROUP_CHOOSE:
        view_audience_changed(room, event->actor.id);
        break;
    case EVENT_PARTICIPANT_JOIN:
        view_audience_changed(room, event->body.participant_join.id);
        break;
    case EVENT_GROUP_PLACE:
        view_audience_changed(room, event->body.group_place.participant);
        break;
    case EVENT_GROUPING_PUT:
    case EVENT_GROUPING_DEAL:
    case EVENT_ROUND_PUT:
        view_audiences_changed(room);
        break;
    default:
        break;
    }
}

/* Nothing that anybody said is superseded by it. */
static bool leaves_texts(enum event_kind kind) {
    switch (kind) {
    case EVENT_VOTE_PUT:
    case EVENT_HANDS_PUT:
    case EVENT_NOTE_SUPPORT:
    case EVENT_NOTE_SORT:
    case EVENT_ANSWER_PUT:
    case EVENT_FORM_PUT:
    case EVENT_HOLD_PUT:
    case EVENT_GROUPING_PUT:
    case EVENT_GROUPING_DEAL:
    case EVENT_GROUP_PLACE:
    case EVENT_GROUP_CHOOSE:
        return true;
    default:
        return false;
    }
}

static void note_change(struct room *room, const struct event *event, const struct pending *pending) {
    room->changed = true;
    mark_own(room, event, pending);
    move_audiences(room, event);
    switch (event->kind) {
    case EVENT_NOTE_PUT:
    case EVENT_NOTE_ENTER:
        lookups_of_event(room, event);
        room->redaction_due |= has_ended(room, process_subject(room->process, event).round);
        break;
    case EVENT_ROUND_PUT:
        lookups_of_event(room, event);
        break;
    case EVENT_DIARY_PUT:
        room->redaction_due |= is_of_signed_diary(room, event);
        break;
    case EVENT_REDACT:
        room->redaction_due = true;
        room->forms_due = true;
        room->lookups_due = true; /* a note may have brought a form back meanwhile */
        break;
    case EVENT_PICTURE_PUT:
    case EVENT_SESSION_PUT:
    case EVENT_SESSION_RUN:
        room->redaction_due = true;
        blobs_look(room);
        break;
    case EVENT_CONTRIBUTION_ERASE:
    case EVENT_PARTICIPANT_ERASE:
        room->redaction_due = true;
        words_cache_clear(room); /* what was counted bears the texts */
        comparison_cache_clear(room);
        blobs_hurry(room);
        break;
    case EVENT_PROCESS_PUT:
        registry_follow_title(room, event);
        break;
    default:
        room->redaction_due |= !leaves_texts(event->kind);
    }
}

void room_follow(void *context, const struct journal_event *stored) {
    struct room *room = context;
    if (room->state != ROOM_LIVE) {
        return;
    }
    struct arena arena;
    arena_init(&arena);
    struct event event;
    enum status status = stored_event(stored, process_head(room->process) + 1, &arena, &event);
    if (status != STATUS_OK) {
        room_refuse(room, status);
    } else {
        enum reason reason = process_apply(room->process, &event);
        room_know_time(room, event.at);
        struct pending *pending = append_find(room, event.command);
        if (pending) {
            pending->applied = true;
            pending->outcome = (struct outcome){.seq = event.seq, .reason = reason};
        }
        count(&room->live->state, &event, reason);
        if (reason == REASON_ABSENT) {
            note_change(room, &event, pending);
        } else {
            room->redaction_due |= waits_for_no_round(room, &event);
        }
    }
    arena_finish(&arena);
}
