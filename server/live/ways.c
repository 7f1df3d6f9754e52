#include "live/ways.h"

#include "access/house.h"
#include "live/client.h"
#include "live/commands.h"
#include "live/guards.h"
#include "live/room.h"

static struct str hash_of(struct call *call, struct str secret) {
    char hash[SECRET_HASH + 1];
    participant_hash(secret, call->client->room->id, hash);
    return arena_copy(&call->arena, (struct str){hash, SECRET_HASH});
}

void ways_put(struct call *call) {
    struct event event = {
        .kind = EVENT_PARTICIPANT_WAY,
        .body = {.participant_way = {.hash = hash_of(call, call->request.params.way_put.secret)}}};
    guards_pass_event(call, &event);
}

void ways_put_slips(struct call *call) {
    const struct params_slips_put *params = &call->request.params.slips_put;
    struct str *hashes = arena_allocate_array(&call->arena, params->secrets_count, sizeof *hashes);
    for (size_t i = 0; i < params->secrets_count; i++) {
        hashes[i] = hash_of(call, params->secrets[i]);
    }
    struct event event = {.kind = EVENT_SLIPS_ADD,
                          .body = {.slips_add = {.session = params->session,
                                                 .hashes = hashes,
                                                 .hashes_count = params->secrets_count}}};
    guards_pass_event(call, &event);
}

void ways_find(const struct room *room, struct str secret, struct way_in *way_in) {
    participant_hash(secret, room->id, way_in->hash);
    way_in->way = process_way(room->process, (struct str){way_in->hash, SECRET_HASH});
}

/* Who is known already does not become somebody else by a link or a slip that they come across: their page
 * must bring a fresh token for that. */
static enum reason judge_known(const struct way *way, const struct participant *participant) {
    if (way->person == participant) {
        return REASON_ABSENT;
    }
    return way->used ? REASON_WRONG_CODE : REASON_ID_TAKEN;
}

enum reason ways_judge(const struct way_in *way_in, const struct participant *participant,
                       const struct joining *joining) {
    const struct way *way = way_in->way;
    if (!way || (!id_is_none(way->session) && !id_equal(way->session, joining->session))) {
        return REASON_WRONG_CODE;
    }
    if (participant) {
        return judge_known(way, participant);
    }
    if (way->used) {
        return REASON_WRONG_CODE;
    }
    bool comes_back = way->person && participant_has_joined(way->person, joining->session);
    return joining->open || comes_back ? REASON_ABSENT : REASON_JOINING_CLOSED;
}
