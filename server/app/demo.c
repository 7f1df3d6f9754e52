/* A turn goes: take in what came → the facilitator's next steps, or what the participants have in mind.
 * Everybody sends from here only, never from within a call of live's. */
#include "app/demo.h"

#include <string.h>

#include "app/demo_day.h"
#include "base/diag.h"
#include "base/memory.h"

enum { SETTING_UP = SECOND / 5 /* between looks at what only takes time */ };

static void logged_in(void *context, struct str cookie) {
    struct demo *demo = context;
    if (cookie.size != SECRET_TEXT) {
        diag(DIAG_ERROR, "the demonstration's facilitator could not log in");
        demo->failed = true;
    } else {
        memcpy(demo->cookie, cookie.data, SECRET_TEXT);
    }
}

struct demo *demo_start(struct live *live, demo_say_fn *say, void *context) {
    struct demo *demo = memory_allocate(sizeof *demo);
    demo->live = live;
    demo->say = say;
    demo->context = context;
    demo_peer_init(&demo->host, live, true);
    demo_room_init(&demo->room);
    for (size_t i = 0; i < DEMO_PEOPLE; i++) {
        demo_person_init(&demo->people[i], live, i);
    }
    demo->login = demo_login_start(live, logged_in, demo);
    return demo;
}

void demo_stop(struct demo *demo) {
    if (!demo) {
        return;
    }
    demo_login_forget(demo->login);
    for (size_t i = 0; i < DEMO_PEOPLE; i++) {
        demo_person_finish(&demo->people[i]);
    }
    demo_peer_disconnect(&demo->host);
    demo_room_finish(&demo->room);
    memory_free(demo);
}

/* ---- the facilitator's ears and eyes ---- */

static void keep_way_in(struct demo *demo, const json_t *result) {
    const char *code = demo_json_text(result, "code"), *secret = demo_json_text(result, "secret");
    if (strlen(code) == JOIN_CODE && strlen(secret) == SECRET_TEXT) {
        memcpy(demo->code, code, JOIN_CODE);
        memcpy(demo->secret, secret, SECRET_TEXT);
    }
}

static void listen(struct demo *demo) {
    json_t *message;
    while ((message = demo_peer_take(&demo->host))) {
        const json_t *error = json_object_get(message, "error");
        if (error && !demo->ready) {
            diag(DIAG_ERROR, "the demonstration's facilitator was refused something in step %zu: %s",
                 demo->step, demo_json_text(json_object_get(error, "data"), "reason"));
            demo->failed = true;
        }
        keep_way_in(demo, json_object_get(message, "result"));
        demo_room_see(&demo->room, message);
        json_decref(message);
    }
    if (demo->words_known != demo->room.words_changes) {
        demo->words_known = demo->room.words_changes;
        demo->words_changed_at = demo->now;
    }
}

/* ---- the turn ---- */

static int64_t count_asked(const struct demo *demo) {
    int64_t asked = demo->host.asked;
    for (size_t i = 0; i < DEMO_PEOPLE; i++) {
        asked += demo->people[i].peer.asked;
    }
    return asked;
}

static bool has_mail(const struct demo *demo) {
    bool has = demo_peer_has_mail(&demo->host);
    for (size_t i = 0; i < DEMO_PEOPLE; i++) {
        has = has || demo_peer_has_mail(&demo->people[i].peer);
    }
    return has;
}

static int64_t go_on(struct demo *demo) {
    if (demo->failed) {
        return SECOND;
    }
    if (!demo->ready && demo_setup_go(demo)) {
        demo->ready = true;
        demo->say(demo->context, str_of(demo->code), str_of(demo->secret));
    }
    return demo->ready ? demo_crowd_go(demo) : SETTING_UP;
}

int64_t demo_turn(struct demo *demo, int64_t now) {
    int64_t asked = count_asked(demo);
    demo->now = now;
    listen(demo);
    for (size_t i = 0; i < DEMO_PEOPLE; i++) {
        demo_person_listen(&demo->people[i]);
    }
    int64_t rest = go_on(demo);
    return asked != count_asked(demo) || has_mail(demo) ? 0 : rest;
}

void demo_get_state(const struct demo *demo, struct demo_state *state) {
    *state = (struct demo_state){.failed = demo->failed, .ready = demo->ready};
    for (size_t i = 0; i < DEMO_PEOPLE; i++) {
        const struct demo_person *person = &demo->people[i];
        state->participants += person->peer.client && person->joined;
        state->notes += person->notes;
        state->votes += person->votes;
        state->refused += person->refused;
        state->unexpected += person->unexpected;
    }
}
