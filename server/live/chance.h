/* Ids and secrets from the chance that live was given. */
#ifndef SAMSKAP_LIVE_CHANCE_H
#define SAMSKAP_LIVE_CHANCE_H

#include "access/secret.h"
#include "base/id.h"

struct live;

struct id chance_id(struct live *live); /* a UUID of version 4 */
void chance_secret(struct live *live, char text[SECRET_TEXT + 1]);
/* Ten digits, the first not 0. */
void chance_code(struct live *live, char code[JOIN_CODE + 1]);

#endif
