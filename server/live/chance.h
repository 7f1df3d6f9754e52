/* Ids and secrets from the chance that live was given. */
#ifndef SAMSKAP_LIVE_CHANCE_H
#define SAMSKAP_LIVE_CHANCE_H

#include "access/secret.h"
#include "base/id.h"

struct live;

struct id chance_id(struct live *live); /* a UUID of version 4 */
void chance_secret(struct live *live, char text[SECRET_TEXT + 1]);
/* So many digits, the first not 0; closed by a NUL. */
void chance_digits(struct live *live, char *digits, size_t count);

#endif
