#include "app/config.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/memory.h"

enum { KEY_SIZE = 64, LINE_SIZE = 4096, PORT_LARGEST = 65535 };

static char *copy_text(const char *text) {
    size_t size = strlen(text) + 1;
    char *copy = memory_allocate(size);
    memcpy(copy, text, size);
    return copy;
}

static void set_text(char **text, const char *value) {
    memory_free(*text);
    *text = copy_text(value);
}

/* $XDG_DATA_HOME/samskap, else ~/.local/share/samskap. */
static char *default_data(void) {
    const char *base = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    struct buffer path;
    buffer_init(&path);
    if (base && base[0] == '/') {
        buffer_format(&path, "%s/samskap", base);
    } else {
        buffer_format(&path, "%s/.local/share/samskap", home ? home : ".");
    }
    buffer_append_byte(&path, '\0');
    char *copy = copy_text(path.data);
    buffer_finish(&path);
    return copy;
}

void config_init(struct config *config) {
    *config = (struct config){.listen = copy_text("127.0.0.1:8080"), .data = default_data()};
    live_limits_default(&config->limits);
}

void config_finish(struct config *config) {
    memory_free(config->listen);
    memory_free(config->data);
    memory_free(config->tls_cert);
    memory_free(config->tls_key);
    memory_free(config->public_url);
    memory_free(config->frame_ancestors);
    memory_free(config->proxies);
    memory_free(config->picture_maker);
    *config = (struct config){0};
}

/* ---- keys ---- */

struct text_key {
    const char *name;
    size_t offset;
};

static const struct text_key text_keys[] = {
    {"listen", offsetof(struct config, listen)},
    {"data", offsetof(struct config, data)},
    {"tls-cert", offsetof(struct config, tls_cert)},
    {"tls-key", offsetof(struct config, tls_key)},
    {"public-url", offsetof(struct config, public_url)},
    {"frame-ancestors", offsetof(struct config, frame_ancestors)},
    {"proxies", offsetof(struct config, proxies)},
    {"picture-maker", offsetof(struct config, picture_maker)},
};

struct limit_key {
    const char *name;
    size_t offset;
    int64_t smallest, largest;
};

static const struct limit_key limit_keys[] = {
#define LIMIT_KEY(name, standard, smallest, largest, about)                                                  \
    {#name, offsetof(struct config, limits.name), smallest, largest},
    LIVE_LIMITS(LIMIT_KEY)
#undef LIMIT_KEY
};

/* Hyphens and underscores are the same. */
static bool is_key(const char *name, const char *key) {
    for (; *name && *key; name++, key++) {
        char a = *name == '_' ? '-' : *name, b = *key == '_' ? '-' : *key;
        if (a != b) {
            return false;
        }
    }
    return *name == *key;
}

static const struct text_key *find_text(const char *key) {
    for (size_t i = 0; i < sizeof text_keys / sizeof text_keys[0]; i++) {
        if (is_key(text_keys[i].name, key)) {
            return &text_keys[i];
        }
    }
    return NULL;
}

static const struct limit_key *find_limit(const char *key) {
    for (size_t i = 0; i < sizeof limit_keys / sizeof limit_keys[0]; i++) {
        if (is_key(limit_keys[i].name, key)) {
            return &limit_keys[i];
        }
    }
    return NULL;
}

bool config_has_key(const char *key) {
    return find_text(key) || find_limit(key);
}

static enum status set_limit(struct config *config, const struct limit_key *limit, const char *value,
                             struct buffer *error) {
    char *end = NULL;
    errno = 0;
    long long number = strtoll(value, &end, 10);
    if (errno != 0 || end == value || *end != '\0' || number < limit->smallest || number > limit->largest) {
        buffer_format(error, "%s must be a number from %lld to %lld, and is '%s'", limit->name,
                      (long long)limit->smallest, (long long)limit->largest, value);
        return STATUS_INVALID;
    }
    *(int64_t *)(void *)((char *)config + limit->offset) = number;
    return STATUS_OK;
}

enum status config_set(struct config *config, const char *key, const char *value, struct buffer *error) {
    if (is_key("database", key)) {
        buffer_append_str(error, STR("database: this release keeps its store in SQLite, in the data folder; "
                                     "leave it out"));
        return STATUS_INVALID;
    }
    const struct limit_key *limit = find_limit(key);
    if (limit) {
        return set_limit(config, limit, value, error);
    }
    const struct text_key *text = find_text(key);
    if (!text) {
        buffer_format(error, "'%s' is no key of the configuration", key);
        return STATUS_INVALID;
    }
    for (const char *at = value; *at; at++) {
        if ((unsigned char)*at < ' ' || *at == 0x7f) {
            buffer_format(error, "%s must not hold control characters", text->name);
            return STATUS_INVALID;
        }
    }
    set_text((char **)(void *)((char *)config + text->offset), value);
    return STATUS_OK;
}

/* ---- file and environment ---- */

static char *trim(char *text) {
    while (*text == ' ' || *text == '\t') {
        text++;
    }
    size_t size = strlen(text);
    while (size > 0 && strchr(" \t\r\n", text[size - 1])) {
        text[--size] = '\0';
    }
    return text;
}

static enum status read_line(struct config *config, char *line, struct buffer *error) {
    char *text = trim(line);
    if (*text == '\0' || *text == '#') {
        return STATUS_OK;
    }
    char *equals = strchr(text, '=');
    if (!equals) {
        buffer_append_str(error, STR("a line must read key = value"));
        return STATUS_INVALID;
    }
    *equals = '\0';
    return config_set(config, trim(text), trim(equals + 1), error);
}

enum status config_read_file(struct config *config, const char *path, struct buffer *error) {
    char line[LINE_SIZE];
    enum status status = STATUS_OK;
    FILE *file = fopen(path, "re");
    if (!file) {
        buffer_format(error, "the configuration file %s cannot be read: %s", path, strerror(errno));
        return STATUS_IO;
    }
    for (int number = 1; status == STATUS_OK && fgets(line, sizeof line, file); number++) {
        struct buffer problem;
        buffer_init(&problem);
        status = read_line(config, line, &problem);
        if (status != STATUS_OK) {
            buffer_format(error, "%s, line %d: %.*s", path, number, STR_ARGS(buffer_str(&problem)));
        }
        buffer_finish(&problem);
    }
    fclose(file);
    return status;
}

enum status config_read_environment(struct config *config, char *const *environment, struct buffer *error) {
    static const char prefix[] = "SAMSKAP_";
    for (; *environment; environment++) {
        const char *entry = *environment, *equals = strchr(entry, '=');
        if (strncmp(entry, prefix, sizeof prefix - 1) != 0 || !equals) {
            continue;
        }
        char key[KEY_SIZE] = "";
        size_t size = (size_t)(equals - entry) - (sizeof prefix - 1);
        for (size_t i = 0; i < size && i < KEY_SIZE - 1; i++) {
            char letter = entry[sizeof prefix - 1 + i];
            key[i] = (char)(letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter);
        }
        if (is_key("config", key)) {
            continue;
        }
        if (config_set(config, key, equals + 1, error) != STATUS_OK) {
            buffer_format(error, " (in the environment, %.*s)", (int)(equals - entry), entry);
            return STATUS_INVALID;
        }
    }
    return STATUS_OK;
}

/* ---- what goes together ---- */

bool config_split_listen(const char *listen, char *host, size_t host_size, int *port) {
    const char *colon = strrchr(listen, ':');
    char *end = NULL;
    if (!colon || colon[1] < '0' || colon[1] > '9') {
        return false;
    }
    long number = strtol(colon + 1, &end, 10);
    size_t size = (size_t)(colon - listen);
    if (*end != '\0' || number > PORT_LARGEST) {
        return false;
    }
    if (size >= 2 && listen[0] == '[' && colon[-1] == ']') {
        listen++;
        size -= 2;
    } else if (memchr(listen, ':', size)) {
        return false; /* an IPv6 address without its brackets */
    }
    if (size >= host_size) {
        return false;
    }
    memcpy(host, listen, size);
    host[size] = '\0';
    *port = (int)number;
    return true;
}

static bool is_readable_file(const char *path, const char *key, struct buffer *error) {
    FILE *file = fopen(path, "re");
    if (!file) {
        buffer_format(error, "%s: %s cannot be read: %s", key, path, strerror(errno));
        return false;
    }
    fclose(file);
    return true;
}

enum status config_check(const struct config *config, struct buffer *error) {
    char host[KEY_SIZE];
    int port;
    const char *url = config->public_url;
    if (!config_split_listen(config->listen, host, sizeof host, &port)) {
        buffer_format(error, "listen must be an address and a port, like 127.0.0.1:8080, and is '%s'",
                      config->listen);
    } else if (!config->tls_cert != !config->tls_key) {
        buffer_append_str(error, STR("tls-cert and tls-key must be given together"));
    } else if (url && strncmp(url, "https://", 8) != 0 && strncmp(url, "http://", 7) != 0) {
        buffer_format(error, "public-url must begin with https:// or http://, and is '%s'", url);
    } else if (config->frame_ancestors && strpbrk(config->frame_ancestors, ";,")) {
        buffer_append_str(error, STR("frame-ancestors must be addresses with spaces between them"));
    } else if (config->proxies && strpbrk(config->proxies, ";,/")) {
        buffer_append_str(error, STR("proxies must be addresses with spaces between them"));
    } else if (config->limits.pong <= config->limits.ping) {
        buffer_append_str(error, STR("pong must be longer than ping"));
    } else if (config->tls_cert && (!is_readable_file(config->tls_cert, "tls-cert", error) ||
                                    !is_readable_file(config->tls_key, "tls-key", error))) {
        return STATUS_INVALID;
    }
    return error->size > 0 ? STATUS_INVALID : STATUS_OK;
}
