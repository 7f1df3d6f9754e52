/* samskap account add: an account with a role, and the one-time link that sets its password. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/engine.h"
#include "protocol/shape.h"
#include "records/shapes.h"

enum { PATIENCE = 30 * 1000 }; /* milliseconds */

struct adding {
    const struct config *config;
    bool done;
    enum reason reason;
};

static void on_invite(void *context, enum reason reason, struct str secret) {
    struct adding *adding = context;
    adding->done = true;
    adding->reason = reason;
    if (reason != REASON_ABSENT) {
        return;
    }
    const struct config *config = adding->config;
    const char *url = config->public_url;
    printf("A link that sets the password, and works once:\n  %s%s/host#invite=%.*s\n",
           url                ? ""
           : config->tls_cert ? "https://"
                              : "http://",
           url ? url : config->listen, STR_ARGS(secret));
}

static bool is_done(void *context) {
    return ((struct adding *)context)->done;
}

static int64_t turn(void *live) {
    return live_turn(live);
}

int account_add_run(const struct arguments *arguments) {
    struct adding adding = {.config = arguments->config};
    struct str role = str_of(arguments->options[0]);
    enum grant_role grant = (enum grant_role)enumeration_value(&enumeration_grant_role, role);
    if (grant == GRANT_ROLE_ABSENT) {
        return command_fail("--role must be administrator, facilitator or researcher");
    }
    struct engine engine;
    int result = EXIT_FAILURE;
    enum status status = engine_open(&engine, arguments->config, false);
    if (status == STATUS_OK) {
        loop_set_turn(engine.loop, turn, engine.live);
        live_invite(engine.live, str_of(arguments->words[0]), grant, on_invite, &adding);
        if (!loop_run_until(engine.loop, is_done, &adding, PATIENCE)) {
            command_fail("the store does not answer");
        } else if (adding.reason != REASON_ABSENT) {
            command_fail("the account could not be made: %.*s",
                         STR_ARGS(enumeration_text(&enumeration_reason, (int)adding.reason)));
        } else {
            result = EXIT_SUCCESS;
        }
        loop_set_turn(engine.loop, NULL, NULL);
    }
    engine_close(&engine);
    return result;
}
