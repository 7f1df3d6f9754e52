/* What all kinds of rounds have in common: who may answer, when, who sees it, how many have. */
#include "core/rounds/round_kind.h"

#include "base/memory.h"
#include "core/erasures.h"
#include "core/groupings.h"
#include "core/mix.h"

void seqs_add(struct seqs *seqs, int64_t seq) {
    seqs->list = memory_grow(seqs->list, &seqs->capacity, seqs->count + 1, sizeof *seqs->list);
    seqs->list[seqs->count++] = seq;
}

struct round_entry *round_find_form(const struct process *process, struct id id, enum round_form form,
                                    enum reason *reason) {
    struct round_entry *entry = round_find(process, id);
    if (!entry) {
        *reason = REASON_UNKNOWN_ROUND;
    } else if (entry->round.form != form) {
        *reason = REASON_WRONG_FORM;
    } else {
        bool is_gone = entry->round.removed || entry->session->session.removed;
        *reason = is_gone ? REASON_REMOVED : REASON_ABSENT;
    }
    return *reason == REASON_ABSENT ? entry : NULL;
}

enum reason process_authorship(const struct process *process, struct id id, enum actor_kind *kind,
                               struct id *scope) {
    const struct round_entry *entry = round_find(process, id);
    if (!entry) {
        return REASON_UNKNOWN_ROUND;
    }
    *kind = entry->round.authorship == AUTHORSHIP_ANONYMOUS ? ACTOR_AUTHOR : ACTOR_PARTICIPANT;
    *scope = entry->round.scope;
    return REASON_ABSENT;
}

bool participant_has_joined(const struct participant *participant, struct id session) {
    for (size_t i = 0; i < participant->session_count; i++) {
        if (id_equal(participant->sessions[i], session)) {
            return true;
        }
    }
    return false;
}

/* A diary goes on from meeting to meeting, for everybody of the process. */
static bool is_of_all_sessions(const struct round *round) {
    return round->form == ROUND_FORM_DIARY;
}

const struct session_entry *round_home(const struct round_entry *entry) {
    return is_of_all_sessions(&entry->round) ? NULL : entry->session;
}

bool participant_has_round(const struct participant *participant, const struct round *round) {
    return is_of_all_sessions(round) || participant_has_joined(participant, round->session);
}

enum reason round_judge_contributor(const struct process *process, const struct round_entry *entry,
                                    const struct event *event) {
    const struct round *round = &entry->round;
    if (round->authorship == AUTHORSHIP_ANONYMOUS) {
        return event->actor.kind == ACTOR_AUTHOR ? REASON_ABSENT : REASON_DENIED;
    }
    if (event->actor.kind != ACTOR_PARTICIPANT) {
        return REASON_DENIED;
    }
    const struct participant_entry *person = participant_find(process, event->actor.id);
    if (!person) {
        return REASON_UNKNOWN_PARTICIPANT;
    }
    if (!participant_has_round(&person->participant, round)) {
        return REASON_NOT_JOINED;
    }
    bool lacks = round->authorship == AUTHORSHIP_ORGANISATION && !person->organisation;
    return lacks ? REASON_UNKNOWN_ORGANISATION : REASON_ABSENT;
}

bool round_is_under_way(const struct round *round) {
    return round->state == ROUND_STATE_OPEN || round->state == ROUND_STATE_CLOSING;
}

bool round_takes(const struct round *round, int64_t at) {
    return round_is_under_way(round) && (round->deadline == 0 || at < round->deadline);
}

enum reason round_judge_time(const struct round *round, int64_t at) {
    if (round->opened == 0) {
        return REASON_NOT_OPEN;
    }
    return round_takes(round, at) ? REASON_ABSENT : REASON_CLOSED;
}

bool round_puts_only(const struct event_round_put *put, enum round_form form) {
    return (!put->notes || form == ROUND_FORM_NOTES) && (!put->ballot || form == ROUND_FORM_BALLOT) &&
           (!put->scale || form == ROUND_FORM_SCALE);
}

bool round_fixes_time(const struct round_entry *entry, int64_t arrived, struct event *event) {
    const struct round *round = &entry->round;
    if (round->authorship != AUTHORSHIP_ANONYMOUS || round->opened == 0 || !round_takes(round, arrived)) {
        return false;
    }
    event->at = round->opened;
    return true;
}

bool round_has_same_authors(const struct round *a, const struct round *b) {
    bool anonymous = a->authorship == AUTHORSHIP_ANONYMOUS;
    return anonymous == (b->authorship == AUTHORSHIP_ANONYMOUS) &&
           (!anonymous || id_equal(a->scope, b->scope));
}

bool round_is_open_to_all(const struct round *round) {
    return round->revealed || round->visibility == VISIBILITY_ALL;
}

bool round_goes_by_tables(const struct round *round) {
    return round->visibility == VISIBILITY_GROUP && id_is_none(round->grouping);
}

struct id person_table_in(const struct participant_entry *person, const struct round_entry *round) {
    const struct session *session = &round->session->session;
    bool is_its = named_has(session->tables, session->table_count, person->participant.table);
    return is_its ? person->participant.table : (struct id){{0}};
}

struct id person_group_or_table(const struct process *process, const struct participant_entry *person,
                                const struct round_entry *round) {
    return id_is_none(round->round.grouping) ? person_table_in(person, round)
                                             : person_group_in(process, person, &round->round);
}

/* Homework that was shown is there to be read in the next meeting too; who answers it has joined its own. */
struct place round_place(const struct round *round) {
    return round->shared || is_of_all_sessions(round) ? (struct place){0}
                                                      : (struct place){.session = round->session};
}

enum reason round_judge_group(const struct process *process, const struct round_entry *entry,
                              struct id group) {
    const struct grouping_entry *grouping = grouping_find(process, entry->round.grouping);
    const struct session *session = &entry->session->session;
    if (grouping) {
        return grouping_group(grouping, group) ? REASON_ABSENT : REASON_UNKNOWN_GROUP;
    }
    return named_has(session->tables, session->table_count, group) ? REASON_ABSENT : REASON_UNKNOWN_TABLE;
}

/* In thirds: figures of a small room would say who has not answered. */
static enum share share_of(int64_t answered, int64_t joined) {
    if (answered <= 0) {
        return SHARE_NONE;
    }
    if (answered >= joined) {
        return SHARE_ALL;
    }
    if (answered * 3 < joined) {
        return SHARE_SOME;
    }
    return answered * 3 < joined * 2 ? SHARE_HALF : SHARE_MOST;
}

/* Those whose answers were entered for them change neither the share nor from when on figures are said: they
 * have joined nothing, and whoever enters them could work out from both how many of a few have answered. */
static void show_answered(struct process *process, struct round_entry *entry) {
    const struct session_entry *home = round_home(entry);
    int64_t joined = home ? home->session.joined : (int64_t)process->participant_count;
    int64_t answered = joined < PROCESS_SAY_MOST_BELOW ? 0 : entry->answered + entry->entered;
    enum share share = share_of(entry->answered, joined);
    if (answered != entry->shown_answered || share != entry->shown_share ||
        entry->entered != entry->shown_entered) {
        entry->shown_answered = answered;
        entry->shown_share = share;
        entry->shown_entered = entry->entered;
        tracked_touch(process, &entry->tracked);
        entry->kind->state_changed(process, entry);
    }
}

void round_count_answered(struct process *process, struct round_entry *entry, int64_t more) {
    entry->answered += more;
    show_answered(process, entry);
}

void round_count_entered(struct process *process, struct round_entry *entry, int64_t more) {
    entry->entered += more;
    show_answered(process, entry);
}

void round_count_contribution(struct round_entry *entry) {
    entry->round.contributions++;
}

struct id id_of_pair(struct id a, struct id b) {
    struct id id;
    for (size_t half = 0; half < 2; half++) {
        uint64_t hash = half + 1;
        for (size_t i = 0; i < sizeof id.bytes; i++) {
            hash = mix(hash + (uint64_t)a.bytes[i] * 256 + b.bytes[i]);
        }
        for (size_t i = 0; i < 8; i++) {
            id.bytes[half * 8 + i] = (uint8_t)(hash >> 8 * i);
        }
    }
    return id;
}

struct id round_id_of_person(const struct round *round, struct actor person) {
    return id_of_pair(round->id, person.id);
}

struct str actor_text(struct actor actor, struct arena *arena) {
    char text[ACTOR_TEXT_SIZE];
    actor_format(actor, text);
    return arena_copy(arena, str_of(text));
}

/* NULL: the event is none of a kind of round. */
static const struct round_kind *find_kind_of(enum event_kind kind) {
    for (size_t i = 0; round_kinds[i]; i++) {
        for (const struct handler *row = round_kinds[i]->handlers; row->kind != EVENT_ABSENT; row++) {
            if (row->kind == kind) {
                return round_kinds[i];
            }
        }
    }
    return NULL;
}

struct subject process_subject(const struct process *process, const struct event *event) {
    const struct round_kind *kind = find_kind_of(event->kind);
    if (event->kind == EVENT_CONTRIBUTION_ERASE) {
        return erasure_subject(process, event->body.contribution_erase.thing);
    }
    return kind ? kind->subject(process, event) : (struct subject){0};
}

bool process_complete(const struct process *process, struct id person, int64_t arrived, struct event *event) {
    const struct participant_entry *participant = participant_find(process, person);
    const struct round_kind *kind = find_kind_of(event->kind);
    if (participant && event->kind == EVENT_CONTRIBUTION_ERASE) {
        return erasure_complete(process, event);
    }
    return participant && kind && kind->complete(process, participant, arrived, event);
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    const struct round_entry *entry = LIST_ENTRY(tracked, struct round_entry, tracked);
    (void)process;
    if (entry->round.removed) {
        return 0;
    }
    return entry->round.opened > 0 && !entry->session->session.removed ? SEEN_BY_ALL : SEEN_BY_HOST;
}

static struct place place(const struct tracked *tracked) {
    return round_place(&LIST_ENTRY(tracked, struct round_entry, tracked)->round);
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct round_entry *entry = LIST_ENTRY(tracked, struct round_entry, tracked);
    const struct round *round = &entry->round;
    (void)process, (void)view, (void)arena;
    entity->body.round = (struct entity_round){
        .session = round->session,
        .item = round->item,
        .form = round->form,
        .question = round->question,
        .helper = round->helper,
        .visibility = round->visibility,
        .authorship = round->authorship,
        .scope = round->scope,
        .counted_together = round->counted_together,
        .state = round->state,
        .opened = round->opened,
        .deadline = round->deadline,
        .revealed = round->revealed,
        .notes = round->form == ROUND_FORM_NOTES ? &round->notes : NULL,
        .ballot = round->form == ROUND_FORM_BALLOT ? &round->ballot : NULL,
        .scale = round->form == ROUND_FORM_SCALE ? &round->scale : NULL,
        .answered = entry->shown_answered,
        .entered = entry->shown_entered,
        .share = entry->shown_share,
        .removed = round->removed,
        .key = round->key,
        .position = round->position,
        .homework = round->homework,
        .grouping = round->grouping,
    };
}

const struct tracked_kind round_tracking = {ENTITY_ROUND, seen_by, place, fill, NULL};
