/* The scale's parts, for its own files. */
#ifndef SAMSKAP_CORE_ROUNDS_SCALE_H
#define SAMSKAP_CORE_ROUNDS_SCALE_H

#include "core/rounds/sheet.h"

enum { SCALE_STATEMENTS = 50, SCALE_STEPS = 10 };

bool scale_find_statement(const struct scale_settings *scale, struct id id, size_t *index);
enum reason scale_judge_settings(const struct process *process, const struct round_entry *old,
                                 const struct event_round_put *put);
struct scale_settings scale_copy_settings(const struct scale_settings *scale);
void scale_free_settings(struct scale_settings *scale);

#endif
