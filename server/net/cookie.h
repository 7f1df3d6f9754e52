/* The two cookies: a host's log-in, and a participant's token (Safari forgets what scripts store after seven
 * days; a cookie that the server sets stays). Pure. */
#ifndef SAMSKAP_NET_COOKIE_H
#define SAMSKAP_NET_COOKIE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/str.h"

#define COOKIE_LOGIN "samskap_login"
#define COOKIE_TOKEN "samskap_token"

enum {
    COOKIE_LOGIN_AGE = 30 * 24 * 3600,  /* seconds; the house ends a log-in before that where it wants to */
    COOKIE_TOKEN_AGE = 400 * 24 * 3600, /* the longest that browsers keep any */
};

/* The value of a cookie in a Cookie header; absent where there is none, or where it stands twice with
 * different values (somebody is tossing cookies). */
struct str cookie_find(struct str header, struct str name);

struct cookie {
    const char *name;
    struct str value;
    int age;     /* seconds; 0 ends it */
    bool secure; /* only over https */
    bool framed; /* sent from our page in another site's frame too; needs secure */
};
/* Appends a whole Set-Cookie line. */
void cookie_write(const struct cookie *cookie, struct buffer *headers);

#endif
