#include "live/member.h"

#include "base/memory.h"
#include "live/room.h"

static const int64_t second = 1000000;

struct member *member_of(struct room *room, struct id id) {
    struct member *member = map_find(&room->members, id.bytes, sizeof id.bytes);
    if (!member) {
        const struct live_limits *limits = &room->live->options.limits;
        member = memory_allocate(sizeof *member);
        member->id = id;
        list_init(&member->clients);
        member->tokens = limits->commands_burst * second / limits->commands_per_second;
        member->filled_at = live_monotonic(room->live);
        list_append(&room->member_list, &member->link);
        (void)map_put(&room->members, id.bytes, sizeof id.bytes, member);
    }
    return member;
}

/* Allowance is kept as time: a command costs the part of a second that is its share. */
bool member_spend(struct member *member, int64_t now, int64_t per_second, int64_t burst) {
    int64_t cost = second / per_second > 0 ? second / per_second : 1;
    int64_t full = burst * cost;
    int64_t tokens = member->tokens + (now - member->filled_at);
    member->tokens = tokens < full ? tokens : full;
    member->filled_at = now;
    if (member->tokens < cost) {
        return false;
    }
    member->tokens -= cost;
    return true;
}
