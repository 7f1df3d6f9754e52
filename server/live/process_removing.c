/* Removing a rehearsal for good: the house's journal says so, and in the same transaction the process's own
 * is erased. What happens to those who are there is registry.c's and room.c's: it comes when that is durable.
 */
#include "live/answer.h"
#include "live/client.h"
#include "live/errand.h"
#include "live/housekeeping.h"
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

void housekeeping_remove_process(struct call *call) {
    struct client *client = call->client;
    struct id process = call->request.params.process_remove.process;
    if (!may_remove(client, process)) {
        answer_error(client, &call->request.id, REASON_DENIED, NULL);
        return;
    }
    union house_body body = {.process_remove = {.process = process}};
    struct errand *errand = errand_create(call);
    errand_put(errand, errand->request.command, HOUSE_PROCESS_REMOVE, &body, removed);
}
