/* Finds the subcommand, reads the configuration in its four layers, and runs it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"

extern char **environ;

/* The command that the first one or two words name; *used says how many. */
static const struct command *find_command(int count, char **words, int *used) {
    for (size_t i = 0; i < command_count; i++) {
        const char *name = commands[i].name, *space = strchr(name, ' ');
        size_t first = space ? (size_t)(space - name) : strlen(name);
        bool same = count > 1 && strlen(words[1]) == first && strncmp(words[1], name, first) == 0;
        if (same && space) {
            same = count > 2 && strcmp(words[2], space + 1) == 0;
        }
        if (same) {
            *used = space ? 2 : 1;
            return &commands[i];
        }
    }
    return NULL;
}

static int own_option(const struct command *command, const char *name) {
    for (int i = 0; i < OPTIONS && command->options[i].name; i++) {
        if (strcmp(command->options[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

struct reading {
    const struct command *command;
    struct arguments *arguments;
    struct config *config; /* NULL: only what is no configuration is taken, and --config */
    const char *config_file;
    struct buffer *error;
};

static enum status complain(struct reading *reading, const char *text, const char *what) {
    buffer_format(reading->error, text, what);
    return STATUS_INVALID;
}

/* One option with its value; *next is moved on where the value stands in a word of its own. */
static enum status read_option(struct reading *reading, char **words, int count, int *next) {
    char name[64] = "";
    const char *option = words[*next] + 2, *equals = strchr(option, '=');
    size_t size = equals ? (size_t)(equals - option) : strlen(option);
    if (size < sizeof name) {
        memcpy(name, option, size);
    }
    int own = own_option(reading->command, name);
    bool is_config = strcmp(name, "config") == 0;
    if (own >= 0 && reading->command->options[own].flag) {
        reading->arguments->options[own] = "";
        return equals ? complain(reading, "--%s takes no value", name) : STATUS_OK;
    }
    if (own < 0 && !is_config && !config_has_key(name) && strcmp(name, "database") != 0) {
        return complain(reading, "there is no option --%.60s here; samskap help says which there are",
                        option);
    }
    const char *value = equals ? equals + 1 : NULL;
    if (!value && *next + 1 < count) {
        value = words[++*next];
    }
    if (!value && strcmp(name, "database") != 0) {
        return complain(reading, "--%s needs a value", name);
    }
    if (own >= 0) {
        reading->arguments->options[own] = value;
    } else if (is_config) {
        reading->config_file = value;
    } else if (reading->config) {
        return config_set(reading->config, name, value ? value : "", reading->error);
    }
    return STATUS_OK;
}

static enum status read_words(struct reading *reading, char **words, int count) {
    struct arguments *arguments = reading->arguments;
    bool only_words = false;
    arguments->word_count = 0;
    for (int i = 0; i < count; i++) {
        if (!only_words && strcmp(words[i], "--") == 0) {
            only_words = true;
        } else if (!only_words && strncmp(words[i], "--", 2) == 0) {
            enum status status = read_option(reading, words, count, &i);
            if (status != STATUS_OK) {
                return status;
            }
        } else if (arguments->word_count >= reading->command->words) {
            return complain(reading, "'%s' is one word too many", words[i]);
        } else {
            arguments->words[arguments->word_count++] = words[i];
        }
    }
    if (arguments->word_count < reading->command->words) {
        return complain(reading, "usage: samskap %s", reading->command->usage);
    }
    return STATUS_OK;
}

/* Options are read twice: first for the file's name, and last because they go above all else. */
static enum status read_all(struct reading *reading, struct config *config, char **words, int count) {
    enum status status = read_words(reading, words, count);
    const char *file = reading->config_file ? reading->config_file : getenv("SAMSKAP_CONFIG");
    if (status == STATUS_OK && file) {
        status = config_read_file(config, file, reading->error);
    }
    if (status == STATUS_OK) {
        status = config_read_environment(config, environ, reading->error);
    }
    reading->config = config;
    if (status == STATUS_OK) {
        status = read_words(reading, words, count);
    }
    return status == STATUS_OK ? config_check(config, reading->error) : status;
}

int main(int count, char **words) {
    int used = 0;
    const struct command *command = find_command(count, words, &used);
    if (count > 1 && !command &&
        (strcmp(words[1], "--help") == 0 || strcmp(words[1], "-h") == 0 ||
         strcmp(words[1], "--version") == 0)) {
        return words[1][2] == 'v' ? version_run(NULL) : help_run(NULL);
    }
    if (!command) {
        command_fail(count > 1 ? "there is no such command; samskap help says which there are"
                               : "say what to do: samskap serve, or samskap help");
        return EXIT_USAGE;
    }
    struct config config;
    struct buffer error;
    struct arguments arguments = {.config = &config};
    struct reading reading = {.command = command, .arguments = &arguments, .error = &error};
    config_init(&config);
    buffer_init(&error);
    int result = EXIT_USAGE;
    if (read_all(&reading, &config, words + 1 + used, count - 1 - used) == STATUS_OK) {
        result = command->run(&arguments);
    } else {
        command_fail("%.*s", STR_ARGS(buffer_str(&error)));
    }
    buffer_finish(&error);
    config_finish(&config);
    return result;
}
