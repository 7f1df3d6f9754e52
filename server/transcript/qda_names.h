/* Names for programs that take two things of one name for one, or refuse the second. */
#ifndef SAMSKAP_TRANSCRIPT_QDA_NAMES_H
#define SAMSKAP_TRANSCRIPT_QDA_NAMES_H

#include "base/arena.h"
#include "base/id.h"
#include "base/map.h"

struct qda_names {
    struct map taken;
};

void qda_names_init(struct qda_names *names);
void qda_names_finish(struct qda_names *names);
/* The name on one line, cut, or where another has it "name (context)", or else "name (1a2b3c4d)" by its guid:
 * so the first keeps its name whatever comes after it. In the arena. */
struct str qda_name(struct qda_names *names, struct str wanted, struct str context, struct id guid,
                    struct arena *arena);
/* On one line and cut, whoever else is called so. */
struct str qda_line(struct str text, size_t most, struct arena *arena);

#endif
