#include "live/errand.h"

#include "base/memory.h"
#include "live/answer.h"
#include "live/chance.h"
#include "live/client.h"

struct errand *errand_create(struct call *call) {
    struct errand *errand = memory_allocate(sizeof *errand);
    struct client *client = call->client;
    asker_init(&errand->asker, client, &call->request.id);
    errand->live = client->live;
    errand->arena = call->arena;
    arena_init(&call->arena);
    errand->request = call->request;
    errand->account = client->account;
    errand->process = client->room ? client->room->id : (struct id){0};
    return errand;
}

static void destroy(struct errand *errand) {
    asker_finish(&errand->asker);
    arena_finish(&errand->arena);
    memory_free(errand);
}

void errand_finish(struct errand *errand, struct str result) {
    if (errand->asker.client) {
        answer_result(errand->asker.client, &errand->asker.request, result);
    }
    destroy(errand);
}

void errand_fail(struct errand *errand, enum reason reason) {
    if (errand->asker.client) {
        answer_error(errand->asker.client, &errand->asker.request, reason, NULL);
    }
    destroy(errand);
}

void errand_put(struct errand *errand, struct id command, enum house_kind kind, const union house_body *body,
                registered_fn *done) {
    registry_put(errand->live, command, errand->account, kind, body, done, errand);
}

void errand_make_secret(struct errand *errand) {
    chance_secret(errand->live, errand->secret);
    secret_hash((struct str){errand->secret, SECRET_TEXT}, errand->hash);
}
