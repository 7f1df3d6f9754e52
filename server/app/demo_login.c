#include "app/demo_login.h"

#include "base/memory.h"
#include "base/random.h"

static const char name[] = "Demonstrationens processledare";

/* Freed when what is under way at the desk has ended and its owner has forgotten it. */
struct demo_login {
    struct live *live;
    demo_login_fn *done; /* NULL: forgotten */
    void *context;
    bool ended;
};

static void finish(struct demo_login *login, struct str cookie) {
    if (!login->done) {
        memory_free(login);
        return;
    }
    login->ended = true;
    login->done(login->context, cookie);
}

static void accepted(void *context, const struct desk_answer *answer) {
    finish(context, answer->reason == REASON_ABSENT ? answer->cookie : (struct str){0});
}

static void invited(void *context, enum reason reason, struct str secret) {
    struct demo_login *login = context;
    char password[ID_TEXT_LENGTH + 1];
    if (reason != REASON_ABSENT || !login->done) {
        finish(login, (struct str){0});
        return;
    }
    id_format(random_id(), password); /* 122 random bits; kept by nobody */
    live_accept_invite(login->live, secret, (struct str){0}, str_of(password), accepted, login);
}

struct demo_login *demo_login_start(struct live *live, demo_login_fn *done, void *context) {
    struct demo_login *login = memory_allocate(sizeof *login);
    *login = (struct demo_login){.live = live, .done = done, .context = context};
    live_invite(live, str_of(name), GRANT_ROLE_FACILITATOR, invited, login);
    return login;
}

void demo_login_forget(struct demo_login *login) {
    if (login && login->ended) {
        memory_free(login);
    } else if (login) {
        login->done = NULL;
    }
}
