/* The subcommands: one file each, one table (command.c). */
#ifndef SAMSKAP_APP_COMMAND_H
#define SAMSKAP_APP_COMMAND_H

#include "app/config.h"

enum { EXIT_USAGE = 2, OPTIONS = 8, WORDS = 4 };

/* What was given to a subcommand, besides the configuration. */
struct arguments {
    const struct config *config;
    const char *words[WORDS]; /* what is no option, in order */
    int word_count;
    const char *options[OPTIONS]; /* values of the command's own options, in the order of its table; NULL */
};

struct own_option {
    const char *name;
    bool flag; /* takes no value */
};

struct command {
    const char *name; /* "account add" */
    const char *usage, *about;
    int words;                                     /* how many it takes */
    struct own_option options[OPTIONS];            /* closed by a NULL name */
    int (*run)(const struct arguments *arguments); /* the program's exit status */
};

extern const struct command commands[];
extern const size_t command_count;

/* One sentence on standard error; returns EXIT_FAILURE. */
int command_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

int serve_run(const struct arguments *arguments);
int account_add_run(const struct arguments *arguments);
int transcript_run(const struct arguments *arguments);
int archive_run(const struct arguments *arguments);
int import_run(const struct arguments *arguments);
int words_run(const struct arguments *arguments);
int backup_run(const struct arguments *arguments);
int check_run(const struct arguments *arguments);
int help_run(const struct arguments *arguments);
int version_run(const struct arguments *arguments);

#endif
