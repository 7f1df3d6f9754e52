/* Rounds that are counted together: the authors of anonymous rounds with one scope are the same. That must be
 * said before anybody has written in any of them. */
#ifndef SAMSKAP_CORE_ROUNDS_SCOPE_H
#define SAMSKAP_CORE_ROUNDS_SCOPE_H

#include "core/state.h"

/* A round for which none is declared is a scope of its own. */
struct id scope_of_put(const struct event_round_put *put);
/* old: NULL for a new round. */
enum reason scope_judge(const struct process *process, const struct round *old,
                        const struct event_round_put *put);
/* To be called when a round has come to the scope or left it: touches those that are counted otherwise now.
 */
void scope_recount(struct process *process, struct id scope);

#endif
