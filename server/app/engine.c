#include "app/engine.h"

#include <stdio.h>

#include "app/store.h"
#include "base/clock.h"
#include "base/random.h"
#include "journal/memory.h"
#include "net/pages.h"

enum { WORKERS = 3 };

static int64_t read_wall(void *context) {
    (void)context;
    return clock_wall();
}

static int64_t read_monotonic(void *context) {
    (void)context;
    return clock_monotonic();
}

static void read_random(void *context, void *bytes, size_t size) {
    (void)context;
    random_bytes(bytes, size);
}

static void look_up(void *context, enum words_language language, struct str form, struct buffer *analyses) {
    struct engine *engine = context;
    analyser_look_up(engine->analyser, language, form, analyses);
}

enum status engine_open(struct engine *engine, const struct config *config, bool in_memory) {
    *engine = (struct engine){0};
    snprintf(engine->build, sizeof engine->build, "%s-%s", SAMSKAP_VERSION, pages_build);
    enum status status = loop_create(&engine->loop);
    if (status != STATUS_OK) {
        return status;
    }
    struct mailbox *mailbox = loop_mailbox(engine->loop);
    if (in_memory) {
        engine->journal = journal_memory_open(mailbox, NULL);
    } else {
        status = store_open(config, mailbox, &engine->journal);
    }
    if (status != STATUS_OK) {
        return status;
    }
    engine->workers = workers_create(WORKERS, mailbox);
    engine->analyser = analyser_open();
    struct live_options options = {.journal = engine->journal,
                                   .workers = engine->workers,
                                   .wall = read_wall,
                                   .monotonic = read_monotonic,
                                   .random = read_random,
                                   .look_up = look_up,
                                   .context = engine,
                                   .limits = config->limits,
                                   .build = str_of(engine->build),
                                   .public_url = str_of(config->public_url)};
    return live_create(&options, &engine->live);
}

void engine_finish_work(struct engine *engine) {
    if (!engine->loop) {
        return;
    }
    struct mailbox *mailbox = loop_mailbox(engine->loop);
    workers_destroy(engine->workers);
    engine->workers = NULL;
    mailbox_open_all(mailbox);
    journal_close(engine->journal);
    engine->journal = NULL;
    while (mailbox_open_all(mailbox)) {
    }
}

void engine_close(struct engine *engine) {
    engine_finish_work(engine);
    live_destroy(engine->live);
    analyser_close(engine->analyser);
    loop_destroy(engine->loop);
    *engine = (struct engine){0};
}
