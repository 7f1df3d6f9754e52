#include "host.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool complain(const char *what, const char *why) {
    fprintf(stderr, "samskap-replay: %s: %s\n", what, why);
    return false;
}

static bool log_in(struct host *host, const struct credentials *credentials) {
    char random_password[SECRET_TEXT_SIZE];
    secret_text(random_password);
    const char *name = credentials->name == NULL ? "Replay" : credentials->name;
    const char *password = credentials->password == NULL ? random_password : credentials->password;
    json_t *body = json_pack("{s:s, s:s}", "name", name, "password", password);
    if (credentials->invite != NULL)
        json_object_set_new(body, "token", json_string(credentials->invite));
    char *text = json_dumps(body, JSON_COMPACT);
    struct http_answer answer;
    enum status status =
        http_ask(host->address, credentials->invite == NULL ? "/login" : "/invite", "", text, &answer);
    bool done = status == STATUS_OK && answer.status / 100 == 2 && *answer.cookie != '\0';
    if (status != STATUS_OK)
        complain("cannot log in", status_text(status));
    else if (!done)
        fprintf(stderr, "samskap-replay: cannot log in: HTTP %d %.*s\n", answer.status,
                STR_ARGS(buffer_str(&answer.body)));
    snprintf(host->cookie, sizeof host->cookie, "%s", answer.cookie);
    buffer_finish(&answer.body);
    free(text);
    json_decref(body);
    return done;
}

/* A new reference, or NULL. */
static json_t *ask(struct caller *caller, const char *method, json_t *params) {
    char why[200];
    json_t *result = caller_ask(caller, method, params, why, sizeof why);
    if (result == NULL)
        complain(method, why);
    return result;
}

static bool do_ask(struct caller *caller, const char *method, json_t *params) {
    json_t *result = ask(caller, method, params);
    json_decref(result);
    return result != NULL;
}

static json_t *with_command(json_t *params) {
    char command[ID_TEXT];
    id_text(command);
    json_object_set_new(params, "command", json_string(command));
    return params;
}

bool host_open(struct host *host, struct ws_loop *loop, struct caller_cache *cache,
               const struct address *address, const struct credentials *credentials, const char *title,
               const char *language) {
    *host = (struct host){.address = address};
    id_text(host->process);
    if (!log_in(host, credentials))
        return false;
    if (caller_open(&host->house, loop, cache, address, host->cookie) != STATUS_OK ||
        caller_open(&host->caller, loop, cache, address, host->cookie) != STATUS_OK)
        return complain("cannot connect", address->host);
    json_t *profile =
        json_pack("{s:s, s:s, s:s}", "title", title, "language", language, "zone", "Europe/Stockholm");
    return do_ask(&host->house, "attend", json_pack("{s:s}", "as", "host")) &&
           do_ask(&host->house, "process.add",
                  with_command(json_pack("{s:s, s:o}", "id", host->process, "profile", profile))) &&
           do_ask(&host->caller, "attend", json_pack("{s:s, s:s}", "as", "host", "process", host->process));
}

void host_close(struct host *host) {
    if (host->house.cache != NULL)
        caller_close(&host->house);
    if (host->caller.cache != NULL)
        caller_close(&host->caller);
}

bool host_command(struct host *host, const char *method, json_t *params) {
    return do_ask(&host->caller, method, with_command(params));
}

bool host_add_session(struct host *host, const char *title, char id[ID_TEXT]) {
    id_text(id);
    return host_command(host, "session.put",
                        json_pack("{s:s, s:i, s:s}", "id", id, "base", 0, "title", title)) &&
           host_command(host, "session.run", json_pack("{s:s, s:s}", "id", id, "state", "live"));
}

bool host_add_round(struct host *host, const char *session, const char *form, const char *question,
                    json_t *settings, char id[ID_TEXT]) {
    id_text(id);
    json_t *params =
        json_pack("{s:s, s:i, s:s, s:s, s:s, s:s, s:s, s:o}", "id", id, "base", 0, "session", session, "form",
                  form, "question", question, "visibility", "all", "authorship", "anonymous", form, settings);
    return host_command(host, "round.put", params) &&
           host_command(host, "round.open", json_pack("{s:s}", "id", id));
}

bool host_open_joining(struct host *host, const char *session, char secret[SECRET_TEXT_SIZE]) {
    json_t *answer = ask(&host->caller, "joining.put", with_command(json_pack("{s:s}", "session", session)));
    const char *given = json_string_value(json_object_get(answer, "secret"));
    if (given != NULL)
        snprintf(secret, SECRET_TEXT_SIZE, "%s", given);
    else if (answer != NULL)
        complain("joining.put", "the answer holds no secret");
    json_decref(answer);
    return given != NULL;
}

json_t *host_download(struct host *host) {
    char path[200];
    snprintf(path, sizeof path, "/transcript/%s?view=documentation&format=jsonl", host->process);
    struct http_answer answer;
    enum status status = http_ask(host->address, path, host->cookie, NULL, &answer);
    json_t *lines = NULL;
    if (status != STATUS_OK || answer.status != 200) {
        fprintf(stderr, "samskap-replay: no documentation: %s, HTTP %d\n", status_text(status),
                answer.status);
    } else {
        lines = json_array();
        struct str rest = buffer_str(&answer.body), line;
        while (str_split(&rest, '\n', &line))
            if (line.size > 0)
                json_array_append_new(lines, json_loadb(line.data, line.size, JSON_REJECT_DUPLICATES, NULL));
    }
    buffer_finish(&answer.body);
    return lines;
}
