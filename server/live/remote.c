/* The phone as remote: a secret that logs it in as who asks. */
#include "live/answer.h"
#include "live/chance.h"
#include "live/client.h"
#include "live/commands.h"
#include "live/housekeeping.h"
#include "protocol/json_write.h"

enum { MILLISECOND = 1000 };

void housekeeping_add_remote(struct call *call) {
    struct client *client = call->client;
    struct live *live = client->live;
    char secret[SECRET_TEXT + 1];
    struct buffer json;
    chance_secret(live, secret);
    remotes_add(&live->remotes, client->login, str_of(secret), live_monotonic(live) / MILLISECOND);
    buffer_init(&json);
    buffer_append_byte(&json, '{');
    json_write_name(&json, STR("secret"));
    json_write_text(&json, str_of(secret));
    json_write_name(&json, STR("expires"));
    json_write_integer(&json, live_wall(live) + REMOTE_LASTS);
    buffer_append_byte(&json, '}');
    answer_result(client, &call->request.id, buffer_str(&json));
    buffer_finish(&json);
}

/* For the page that shows the secret: once a phone has come by it, it is of no use there. */
void housekeeping_get_remote(struct call *call) {
    const struct client *client = call->client;
    struct live *live = client->live;
    struct str secret = call->request.params.remote_get.secret;
    bool waits = remotes_has(&live->remotes, client->login, secret, live_monotonic(live) / MILLISECOND);
    answer_result(call->client, &call->request.id,
                  waits ? STR("{\"waits\":true}") : STR("{\"waits\":false}"));
}
