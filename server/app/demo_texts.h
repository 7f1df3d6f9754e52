/* What the people of the demonstration are called, belong to and write. All of it is made up. */
#ifndef SAMSKAP_APP_DEMO_TEXTS_H
#define SAMSKAP_APP_DEMO_TEXTS_H

#include <stddef.h>

#include "base/buffer.h"

enum {
    DEMO_PEOPLE = 33,
    DEMO_TABLES = 6,
    DEMO_ROLES = 3,
    DEMO_ORGANISATIONS = 7,
    DEMO_GOALS = 42,
    DEMO_FIELDS = 3
};

struct demo_organisation {
    const char *name, *type;
};

extern const char *const demo_names[DEMO_PEOPLE];
extern const char *const demo_roles[DEMO_ROLES];
extern const struct demo_organisation demo_organisations[DEMO_ORGANISATIONS];
/* What do you want to achieve? */
extern const char *const demo_goals[DEMO_GOALS];
/* Which are the most important values? One row a person. */
extern const char *const demo_words[DEMO_PEOPLE][DEMO_FIELDS];

/* A number from 0 to below - 1, by chance. */
size_t demo_chance(size_t below);
/* Appends something that one could begin with tomorrow: one of hundreds. */
void demo_write_step(struct buffer *text);

#endif
