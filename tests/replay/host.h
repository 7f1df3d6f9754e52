/* The facilitator: logs in, makes a process with its sessions and rounds, and downloads the record. Each
 * function says on standard error what failed, and returns false or NULL. */
#ifndef REPLAY_HOST_H
#define REPLAY_HOST_H

#include "caller.h"
#include "ids.h"

struct credentials {
    const char *invite; /* the one-time link's secret, on an empty store; NULL: log in */
    const char *name, *password;
};

struct host {
    const struct address *address;
    char cookie[HTTP_COOKIE];
    char process[ID_TEXT];
    struct caller house;  /* attends the house */
    struct caller caller; /* attends the process */
};

/* Logs in, makes a process of that title and attends it. Close it also after a failure. */
MUST_CHECK bool host_open(struct host *host, struct ws_loop *loop, struct caller_cache *cache,
                          const struct address *address, const struct credentials *credentials,
                          const char *title, const char *language);
void host_close(struct host *host);
/* A command of the process; params is taken over, and gets a command id. */
MUST_CHECK bool host_command(struct host *host, const char *method, json_t *params);
/* Makes a live session; id is written. */
MUST_CHECK bool host_add_session(struct host *host, const char *title, char id[ID_TEXT]);
/* Makes a round of the session and opens it; settings is the member "notes" or "ballot", taken over. */
MUST_CHECK bool host_add_round(struct host *host, const char *session, const char *form, const char *question,
                               json_t *settings, char id[ID_TEXT]);
/* The secret of the session's link. */
MUST_CHECK bool host_open_joining(struct host *host, const char *session, char secret[SECRET_TEXT_SIZE]);
/* The documentation as lines of JSON: an array of their values, a new reference. */
json_t *host_download(struct host *host);

#endif
