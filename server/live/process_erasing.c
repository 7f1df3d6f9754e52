/* Erasing a whole process for good, when its day has come: a person decides it, names it by its title, and
 * says why; nothing of it may be held. What happens then is as in process_removing.c. */
#include "core/model.h"
#include "core/rounds/blank.h"
#include "live/answer.h"
#include "live/client.h"
#include "live/errand.h"
#include "live/housekeeping.h"
#include "live/room.h"
#include "protocol/json_write.h"

static void erased(void *context, const struct outcome *outcome) {
    struct errand *errand = context;
    if (outcome->reason != REASON_ABSENT) {
        errand_fail(errand, outcome->reason);
        return;
    }
    struct buffer json;
    buffer_init(&json);
    buffer_append_byte(&json, '{');
    json_write_name(&json, STR("process"));
    json_write_id(&json, errand->request.params.process_erase.process);
    buffer_append_byte(&json, '}');
    errand_finish(errand, buffer_str(&json));
    buffer_finish(&json);
}

static bool is_live(const struct process *process) {
    size_t count;
    const struct session *const *sessions = process_sessions(process, &count);
    for (size_t i = 0; i < count; i++) {
        if (sessions[i]->state == SESSION_STATE_LIVE) {
            return true;
        }
    }
    return false;
}

/* What is on its way into its journal would be erased with it. */
static enum reason judge(struct room *room, const struct params_process_erase *params) {
    if (room->state == ROOM_REFUSED) {
        return REASON_REFUSED_PROCESS;
    }
    if (room->state == ROOM_LOADING || room->pending_count > 0 || room->in_doubt) {
        return REASON_LOADING;
    }
    if (process_is_held(room->process)) {
        return REASON_HELD;
    }
    if (is_live(room->process) || !process_is_past_retention(room->process, room_time(room))) {
        return REASON_WRONG_STATE;
    }
    if (text_is_blank(params->reason) || text_is_blank(params->decision)) {
        return REASON_EMPTY;
    }
    const struct profile *profile = process_profile(room->process);
    return str_equal(profile->title, params->title) ? REASON_ABSENT : REASON_STALE;
}

void housekeeping_erase_process(struct call *call) {
    struct client *client = call->client;
    const struct params_process_erase *params = &call->request.params.process_erase;
    const struct house *house = registry_house(client->live);
    bool is_there = house_process(house, params->process) != NULL; /* else the house answers a repeat */
    if (is_there && !registry_may(client->live, client->account, GRANT_ROLE_FACILITATOR, params->process)) {
        answer_error(client, &call->request.id, REASON_DENIED, NULL);
        return;
    }
    enum reason reason = is_there ? judge(room_open(client->live, params->process), params) : REASON_ABSENT;
    if (reason != REASON_ABSENT) {
        answer_error(client, &call->request.id, reason, NULL);
        return;
    }
    union house_body body = {.process_remove = {.process = params->process,
                                                .reason = params->reason,
                                                .decision = params->decision,
                                                .reference = params->reference}};
    struct errand *errand = errand_create(call);
    errand_put(errand, errand->request.command, HOUSE_PROCESS_REMOVE, &body, erased);
}
