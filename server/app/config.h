/* The configuration: built-in, then file, then SAMSKAP_* environment, then options; an unknown key is an
 * error. One table of keys: listen, data, tls-cert, tls-key, public-url, frame-ancestors, proxies,
 * picture-maker, and every limit of live/limits.h. */
#ifndef SAMSKAP_APP_CONFIG_H
#define SAMSKAP_APP_CONFIG_H

#include "base/buffer.h"
#include "base/status.h"
#include "live/limits.h"

struct config {
    char *listen; /* address:port; all texts are the config's own */
    char *data;   /* the data folder */
    char *tls_cert, *tls_key, *public_url, *frame_ancestors, *proxies, *picture_maker; /* NULL: not given */
    struct live_limits limits;
};

void config_init(struct config *config); /* what is built in */
void config_finish(struct config *config);
/* Sets one key (with hyphens or underscores). INVALID: error says in a sentence what is wrong with it. */
MUST_CHECK enum status config_set(struct config *config, const char *key, const char *value,
                                  struct buffer *error);
bool config_has_key(const char *key);
/* Lines `key = value`; # begins a comment line. The sentence names file and line. */
MUST_CHECK enum status config_read_file(struct config *config, const char *path, struct buffer *error);
/* Every SAMSKAP_X=value of the environment, but SAMSKAP_CONFIG, which names the file. */
MUST_CHECK enum status config_read_environment(struct config *config, char *const *environment,
                                               struct buffer *error);
/* What goes together: a certificate needs its key, a listening address its port, and so on. */
MUST_CHECK enum status config_check(const struct config *config, struct buffer *error);
/* Splits listen: "[::1]:8080", "127.0.0.1:8080", ":8080". False where it is none of these. */
bool config_split_listen(const char *listen, char *host, size_t host_size, int *port);

#endif
