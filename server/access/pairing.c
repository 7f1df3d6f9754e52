#include "access/pairing.h"

#include <assert.h>
#include <string.h>

void pairings_add(struct pairings *pairings, struct str code, struct str token, int64_t now) {
    assert(code.size == PAIRING_CODE && token.size == SECRET_TEXT);
    struct pairing *pairing = &pairings->list[pairings->next];
    pairings->next = (pairings->next + 1) % PAIRING_MOST;
    memcpy(pairing->code, code.data, code.size);
    memcpy(pairing->token, token.data, token.size);
    pairing->ends = now + PAIRING_LASTS;
}

static const struct pairing *find(const struct pairings *pairings, struct str code) {
    for (size_t i = 0; i < PAIRING_MOST; i++) {
        const struct pairing *pairing = &pairings->list[i];
        if (pairing->code[0] != '\0' && str_equal(str_of(pairing->code), code)) {
            return pairing;
        }
    }
    return NULL;
}

struct str pairings_find(const struct pairings *pairings, struct str code, int64_t now) {
    const struct pairing *pairing = find(pairings, code);
    return pairing && now < pairing->ends ? str_of(pairing->token) : (struct str){0};
}

void pairings_end(struct pairings *pairings, struct str code) {
    const struct pairing *pairing = find(pairings, code);
    if (pairing) {
        memset(&pairings->list[pairing - pairings->list], 0, sizeof *pairing);
    }
}
