/* A visit to the desk (desk.c): what HTTP asks of the house, until it is answered. */
#ifndef SAMSKAP_LIVE_VISIT_H
#define SAMSKAP_LIVE_VISIT_H

#include "access/secret.h"
#include "base/worker.h"
#include "live/alarm.h"
#include "live/live.h"

struct outcome;

struct visit {
    struct job job;
    struct alarm alarm;
    struct list link; /* live->visits, while it waits for the alarm; then live->turns */
    struct live *live;
    struct str name, password, address; /* copies */
    struct str remote;                  /* a remote's secret, instead of name and password: a copy */
    struct id account, invite, download;
    char known_hash[PASSWORD_HASH]; /* to verify by; empty: there is no such account, or no password */
    char hash[PASSWORD_HASH];       /* of the new password */
    bool right;
    char cookie[SECRET_TEXT + 1];
    desk_fn *done;
    void *context;
};

struct visit *visit_create(struct live *live, desk_fn *done, void *context);
/* Answers, and frees it. */
void visit_finish(struct visit *visit, enum reason reason);
/* A registered_fn that does just that. */
void visit_registered(void *context, const struct outcome *outcome);
/* Logs the visit's account in, and finishes. */
void visit_log_in(struct visit *visit);

#endif
