/* A line to all groups, and the call to come back from them. The last one that was said holds. */
#include "core/chronicle.h"
#include "core/handler.h"
#include "core/state.h"

static enum reason judge_say(const struct process *process, const struct event *event) {
    return session_find(process, event->body.session_say.id) ? REASON_ABSENT : REASON_UNKNOWN_SESSION;
}

static struct tracked *apply_say(struct process *process, const struct event *event) {
    const struct event_session_say *say = &event->body.session_say;
    struct session_entry *entry = session_find(process, say->id);
    struct said *said = &entry->session.said;
    bool is_nothing = str_is_empty(say->text) && !say->back;
    keep_str(&said->text, say->text);
    said->at = is_nothing ? 0 : event->at;
    said->until = is_nothing ? 0 : say->until;
    said->back = say->back;
    chronicle_act(entry, (struct act){.at = event->at,
                                      .kind = say->back ? ACT_KIND_CALL_BACK : ACT_KIND_SAY,
                                      .undone = is_nothing});
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

const struct handler saying_handlers[] = {
    {EVENT_SESSION_SAY, BY_HOST, judge_say, apply_say},
    {EVENT_ABSENT, 0, NULL, NULL},
};
