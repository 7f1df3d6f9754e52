#include "world.h"

#include <stdlib.h>
#include <string.h>

#include "access/house.h"
#include "access/secret.h"
#include "core/event.h"
#include "protocol/event.h"

const char world_login[] = "0123456789abcdef0123456789abcdef";
const struct id world_account = {{1, 1, 1, 1, 1, 1, 0x41, 1, 0x81, 1, 1, 1, 1, 1, 1, 1}};

enum { MOST_STEPS = 10000 };

/* ---- chance ---- */

uint64_t world_random(struct world *world) { /* splitmix64 */
    uint64_t z = (world->chance += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

uint64_t world_pick(struct world *world, uint64_t below) {
    return world_random(world) % below;
}

static void fill(void *context, void *bytes, size_t size) {
    uint8_t *out = bytes;
    for (size_t i = 0; i < size; i++) {
        out[i] = (uint8_t)world_random(context);
    }
}

struct id world_id(struct world *world) {
    struct id id;
    fill(world, id.bytes, sizeof id.bytes);
    id.bytes[6] = (uint8_t)((id.bytes[6] & 0x0f) | 0x40);
    id.bytes[8] = (uint8_t)((id.bytes[8] & 0x3f) | 0x80);
    return id;
}

/* ---- time and work ---- */

static int64_t wall(void *context) {
    return ((struct world *)context)->wall;
}

static int64_t monotonic(void *context) {
    struct world *world = context;
    world->monotonic += world->slowness;
    return world->monotonic;
}

static void look_up(void *context, enum words_language language, struct str form, struct buffer *analyses) {
    struct world *world = context;
    (void)language;
    world->looked_up++;
    buffer_format(analyses, "%.*s<n>", STR_ARGS(form));
}

bool world_step(struct world *world) {
    bool any = mailbox_open_all(&world->mailbox);
    world->saw_failure |= !journal_is_writable(world->journal);
    if (!world->work_waits) {
        any |= workers_run(world->workers);
    }
    any |= live_turn(world->live) == 0;
    return any || !list_is_empty(&world->mailbox.letters);
}

void world_settle(struct world *world) {
    int steps = 0;
    while (world_step(world)) {
        if (++steps > MOST_STEPS) {
            abort(); /* it would never rest */
        }
    }
}

void world_advance(struct world *world, int64_t milliseconds) {
    world->wall += milliseconds;
    world->monotonic += milliseconds * 1000;
    world_settle(world);
}

/* ---- the house ---- */

static void stored(struct journal_append *append) {
    if (append->status != STATUS_OK) {
        abort();
    }
}

static void put_house(struct world *world, enum house_kind kind, const union house_body *body) {
    struct buffer text;
    buffer_init(&text);
    house_encode(kind, body, &text);
    struct journal_append append = {.process = house_id(),
                                    .event = {.command = world_id(world),
                                              .at = world->wall,
                                              .version = house_version(kind),
                                              .actor = STR("server"),
                                              .kind = house_name(kind),
                                              .body = buffer_str(&text)},
                                    .done = stored};
    journal_append(world->journal, &append);
    while (journal_pending(world->journal) > 0) {
        mailbox_open_all(&world->mailbox);
    }
    buffer_finish(&text);
}

static void furnish_house(struct world *world) {
    char hash[SECRET_HASH + 1];
    secret_hash(str_of(world_login), hash);
    union house_body account = {.account_add = {.id = world_account, .name = STR("Host")}};
    union house_body password = {.account_password = {.account = world_account, .hash = STR("none")}};
    union house_body grant = {
        .grant_put = {.account = world_account, .role = GRANT_ROLE_ADMINISTRATOR, .granted = true}};
    union house_body login = {.login_add = {.account = world_account,
                                            .token_hash = {hash, SECRET_HASH},
                                            .expires = world->wall + 1000000000}};
    put_house(world, HOUSE_ACCOUNT_ADD, &account);
    put_house(world, HOUSE_ACCOUNT_PASSWORD, &password);
    put_house(world, HOUSE_GRANT_PUT, &grant);
    put_house(world, HOUSE_LOGIN_ADD, &login);
}

/* ---- beginning and end ---- */

static void begin(struct world *world, uint64_t seed, const struct live_limits *limits, bool furnished) {
    struct journal_memory_faults faults = world->faults;
    *world = (struct world){.chance = seed, .wall = 1613120400000, .monotonic = 1000000, .faults = faults};
    mailbox_init(&world->mailbox, NULL, NULL);
    world->journal = journal_memory_open(&world->mailbox, &world->faults);
    world->workers = workers_create(1, &world->mailbox);
    if (furnished) {
        furnish_house(world);
    }
    struct live_options options = {.journal = world->journal,
                                   .workers = world->workers,
                                   .wall = wall,
                                   .monotonic = monotonic,
                                   .random = fill,
                                   .look_up = look_up,
                                   .context = world,
                                   .build = STR("test"),
                                   .public_url = STR("http://localhost")};
    if (limits) {
        options.limits = *limits;
    } else {
        live_limits_default(&options.limits);
    }
    if (live_create(&options, &world->live) != STATUS_OK) {
        abort();
    }
}

void world_create(struct world *world, uint64_t seed, const struct live_limits *limits) {
    begin(world, seed, limits, true);
}

void world_create_empty(struct world *world, uint64_t seed) {
    begin(world, seed, NULL, false);
}

void world_destroy(struct world *world) {
    world->work_waits = false;
    live_stop(world->live);
    workers_destroy(world->workers);
    mailbox_open_all(&world->mailbox);
    journal_close(world->journal);
    live_destroy(world->live);
    mailbox_finish(&world->mailbox);
}

static void watch(void *context, const struct journal_event *event) {
    ((struct world *)context)->head = event->seq;
}

void world_watch(struct world *world, struct id process) {
    world->process = process;
    world->follower = journal_follow(world->journal, process, 0, watch, world);
    world_settle(world);
}
