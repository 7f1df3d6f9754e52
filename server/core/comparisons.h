/* Comparisons, for the files of core that change what they compare. */
#ifndef SAMSKAP_CORE_COMPARISONS_H
#define SAMSKAP_CORE_COMPARISONS_H

#include "core/state.h"

struct comparison_entry {
    struct comparison comparison;
    struct tracked tracked;
};

/* To be called when rounds, lists or boards were put, and when the course of a round has changed. */
void comparisons_follow(struct process *process);
/* What columns there are may have changed. */
void comparisons_touch_all(struct process *process);
/* Figures of that list or board have changed, or of all that a round's notes are counted in. */
void comparisons_touch_source(struct process *process, struct id source);
void comparisons_touch_round(struct process *process, struct id round);

#endif
