/* The rounds of notes that something is made of: a list of words counts them, a board sorts them. */
#ifndef SAMSKAP_CORE_ROUND_LIST_H
#define SAMSKAP_CORE_ROUND_LIST_H

#include "core/handler.h"
#include "core/state.h"

struct round_list {
    const struct id *rounds;
    size_t count;
};

bool round_list_has(struct round_list list, struct id round);
/* Whether it may be these, at most so many: EMPTY, TOO_MANY, ID_TAKEN (one twice), or what is wrong with one
 * that it did not have before. Those that it has already may have been removed since, or their session. */
enum reason round_list_judge(const struct process *process, struct round_list before, struct round_list list,
                             size_t most);
/* A copy of its rounds, instead of what was kept before, which is freed. */
const struct id *round_list_keep(const struct id *before, struct round_list list);
/* Whether all may see all that is written in those that stand. */
bool round_list_is_open_to_all(const struct process *process, struct round_list list);
/* Whether one person is one author in all of them. */
bool round_list_has_same_authors(const struct process *process, struct round_list list);

#endif
