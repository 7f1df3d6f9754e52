/* Removing a rehearsal, or what was never used, for good: the house's journal says so, and in the same
 * transaction the process's own is erased. What happens to those who are there is registry.c's and room.c's:
 * it comes when that is durable. */
#include "core/model.h"
#include "live/answer.h"
#include "live/client.h"
#include "live/errand.h"
#include "live/housekeeping.h"
#include "live/room.h"
#include "protocol/json_write.h"

static void removed(void *context, const struct outcome *outcome) {
    struct errand *errand = context;
    if (outcome->reason != REASON_ABSENT) {
        errand_fail(errand, outcome->reason);
        return;
    }
    struct buffer json;
    buffer_init(&json);
    buffer_append_byte(&json, '{');
    json_write_name(&json, STR("process"));
    json_write_id(&json, errand->request.params.process_remove.process);
    buffer_append_byte(&json, '}');
    errand_finish(errand, buffer_str(&json));
    buffer_finish(&json);
}

/* Once it is removed nobody may do anything there; a repeat is answered by the house all the same. */
static bool may_remove(const struct client *client, struct id process) {
    return !house_process(registry_house(client->live), process) ||
           registry_may(client->live, client->account, GRANT_ROLE_FACILITATOR, process);
}

/* Whether nobody has joined it; nor is anybody about to: what is on its way into a journal, or has come there
 * without anybody being told, would be erased with it. */
static enum reason judge_unused(struct room *room) {
    if (room->state == ROOM_REFUSED) {
        return REASON_REFUSED_PROCESS;
    }
    if (room->state == ROOM_LOADING || room->pending_count > 0 || room->in_doubt) {
        return REASON_LOADING;
    }
    if (process_is_held(room->process)) {
        return REASON_HELD;
    }
    return process_is_used(room->process) ? REASON_HAS_ANSWERS : REASON_ABSENT;
}

void housekeeping_remove_process(struct call *call) {
    struct client *client = call->client;
    struct id process = call->request.params.process_remove.process;
    if (!may_remove(client, process)) {
        answer_error(client, &call->request.id, REASON_DENIED, NULL);
        return;
    }
    const struct house_process *known = house_process(registry_house(client->live), process);
    bool must_be_unused = known && !known->rehearsal;
    enum reason reason = must_be_unused ? judge_unused(room_open(client->live, process)) : REASON_ABSENT;
    if (reason != REASON_ABSENT) {
        answer_error(client, &call->request.id, reason, NULL);
        return;
    }
    union house_body body = {.process_remove = {.process = process, .unused = must_be_unused}};
    struct errand *errand = errand_create(call);
    errand_put(errand, errand->request.command, HOUSE_PROCESS_REMOVE, &body, removed);
}
