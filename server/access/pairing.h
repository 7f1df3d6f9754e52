/* Short codes by which a big screen on another computer is let in: read off the facilitator's screen, good
 * for ten minutes and once. They stand in the server's memory only; where there are too many, the oldest
 * goes. */
#ifndef SAMSKAP_ACCESS_PAIRING_H
#define SAMSKAP_ACCESS_PAIRING_H

#include <stdint.h>

#include "access/secret.h"

enum { PAIRING_CODE = 8, PAIRING_LASTS = 10 * 60 * 1000 /* milliseconds */, PAIRING_MOST = 100 };

/* Zeroed it is empty. */
struct pairings {
    struct pairing {
        char code[PAIRING_CODE + 1];
        char token[SECRET_TEXT + 1]; /* the display's */
        int64_t ends;
    } list[PAIRING_MOST];
    size_t next; /* the oldest */
};

/* now: milliseconds, monotonic. */
void pairings_add(struct pairings *pairings, struct str code, struct str token, int64_t now);
/* The token that the code stands for, borrowed until the next change; absent: there is none, or no longer. */
struct str pairings_find(const struct pairings *pairings, struct str code, int64_t now);
/* The code was used. */
void pairings_end(struct pairings *pairings, struct str code);

#endif
