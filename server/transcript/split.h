/* A number of persons split into parts, of which small ones are withheld: below PROCESS_WITHHOLD_BELOW, and
 * in research material also one that would tell, beside the documentation's, that so few of a part did not
 * consent. So that they cannot be worked out from the total, further ones are withheld with them, until they
 * are two at least and as many persons together. */
#ifndef SAMSKAP_TRANSCRIPT_SPLIT_H
#define SAMSKAP_TRANSCRIPT_SPLIT_H

#include "transcript/tables.h"

struct part {
    struct str name; /* absent: not said */
    int64_t count;
    int64_t declined; /* others of the part, whom the documentation counts and this record does not */
    bool withheld;
};

/* What one split is made of; the last part is those who did not say. */
struct split {
    struct part *parts;
    size_t count;
};

/* In research material only those who consent are counted. */
void part_count(struct record *record, struct part *part, const struct participant *person,
                struct id session);
/* Says of each part whether it is withheld. */
void split_withhold(struct split *split);
/* Two columns: the count, or nothing, and whether it is withheld. */
void part_put(struct record *record, const struct part *part);

#endif
