/* The demonstration's facilitator: an account made at the desk, invited and logged in there. */
#ifndef SAMSKAP_APP_DEMO_LOGIN_H
#define SAMSKAP_APP_DEMO_LOGIN_H

#include "live/live.h"

struct demo_login;

/* done is called once, on the loop, perhaps before this returns: the cookie, or absent where it was refused.
 */
typedef void demo_login_fn(void *context, struct str cookie);
struct demo_login *demo_login_start(struct live *live, demo_login_fn *done, void *context);
/* Frees it, once; done is not called any more, what is under way at the desk ends by itself. Not from within
 * done; takes NULL. */
void demo_login_forget(struct demo_login *login);

#endif
