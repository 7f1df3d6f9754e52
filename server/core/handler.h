/* One row per kind of event: who may, how it is judged, what it changes. */
#ifndef SAMSKAP_CORE_HANDLER_H
#define SAMSKAP_CORE_HANDLER_H

#include "core/entities.h"

enum {
    BY_SERVER = 1 << ACTOR_SERVER,
    BY_HOST = 1 << ACTOR_ACCOUNT | BY_SERVER,
    BY_PARTICIPANT = 1 << ACTOR_PARTICIPANT,
    BY_CONTRIBUTOR = 1 << ACTOR_PARTICIPANT | 1 << ACTOR_AUTHOR,
};

struct handler {
    enum event_kind kind; /* EVENT_ABSENT closes an array of rows */
    unsigned by;
    enum reason (*judge)(const struct process *process, const struct event *event);
    /* Called only for what was judged acceptable. Returns what the event was about, or NULL. */
    struct tracked *(*apply)(struct process *process, const struct event *event);
};

extern const struct handler profile_handlers[];
extern const struct handler session_handlers[];
extern const struct handler stage_handlers[];
extern const struct handler item_handlers[];
extern const struct handler round_handlers[];
extern const struct handler round_course_handlers[];
extern const struct handler join_handlers[];
extern const struct handler way_handlers[];
extern const struct handler participant_handlers[];
extern const struct handler study_handlers[];
extern const struct handler consent_handlers[];
extern const struct handler information_handlers[];
extern const struct handler entry_handlers[];
extern const struct handler material_handlers[];
extern const struct handler picture_handlers[];
extern const struct handler mark_handlers[];
extern const struct handler field_note_handlers[];
extern const struct handler seat_handlers[];
extern const struct handler holding_handlers[];
extern const struct handler step_handlers[];
extern const struct handler grouping_handlers[];
extern const struct handler placing_handlers[];
extern const struct handler saying_handlers[];
extern const struct handler word_handlers[];
extern const struct handler word_decision_handlers[];
extern const struct handler board_handlers[];
extern const struct handler theme_handlers[];
extern const struct handler sorting_handlers[];
extern const struct handler comparison_handlers[];
extern const struct handler form_handlers[];
extern const struct handler redaction_handlers[];
extern const struct handler erasure_handlers[];
extern const struct handler hold_handlers[];

#endif
