/* samskap-replay: plays a recorded conversation into a running server over real WebSockets, and compares what
 * came out with what was sent. */
#include <getopt.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "replay.h"

static const char usage[] =
    "usage: samskap-replay (--polis DIR | --sessions TSV) --url URL [--pace N|max] [--speed N] [--window N]\n"
    "                      [--invite SECRET | --name NAME --password PASSWORD]\n"
    "\n"
    "Exit status 0: everything is as it was sent; 1: something differs, or could not be played.\n"
    "  --polis DIR      a Pol.is conversation: comments.csv, votes.csv, participants-votes.csv\n"
    "  --sessions TSV   notes of persons in sessions; FILE-gold.tsv and stopwords-iso-sv.txt lie beside it\n"
    "  --url URL        of the server: http://HOST:PORT\n"
    "  --pace N         commands a second, or max: as fast as answers come (the default)\n"
    "  --speed N        so many times as fast as it was recorded, but for long pauses\n"
    "  --pause N        milliseconds of the recording: no pause in it is longer (30000)\n"
    "  --supports       who agrees with a comment of a conversation supports its note, instead of voting in "
    "a ballot\n"
    "  --window N       commands of one participant that await their answer (4)\n"
    "  --invite SECRET  of the first administrator's link (else SAMSKAP_INVITE of the environment)\n"
    "  --name, --password  of an account that may make processes, instead\n";

struct options {
    const char *polis, *sessions, *url;
    struct replay replay;
};

static bool parse_number(const char *text, int64_t *number) {
    char *end;
    *number = strtoll(text, &end, 10);
    return *text != '\0' && *end == '\0' && *number > 0;
}

static bool take_option(int option, struct options *options) {
    struct credentials *credentials = &options->replay.credentials;
    int64_t window;
    switch (option) {
    case 'p':
        options->polis = optarg;
        return true;
    case 's':
        options->sessions = optarg;
        return true;
    case 'u':
        options->url = optarg;
        return true;
    case 'a':
        options->replay.pace = 0;
        return strcmp(optarg, "max") == 0 || parse_number(optarg, &options->replay.pace);
    case 'x':
        return parse_number(optarg, &options->replay.speed);
    case 'l':
        return parse_number(optarg, &options->replay.pause);
    case 'o':
        options->replay.supports = true;
        return true;
    case 'w':
        if (!parse_number(optarg, &window))
            return false;
        options->replay.window = (size_t)window;
        return true;
    case 'i':
        credentials->invite = optarg;
        return true;
    case 'n':
        credentials->name = optarg;
        return true;
    case 'q':
        credentials->password = optarg;
        return true;
    default:
        return false;
    }
}

static bool parse_options(int count, char **arguments, struct options *options) {
    static const struct option table[] = {
        {"polis", required_argument, NULL, 'p'},    {"sessions", required_argument, NULL, 's'},
        {"url", required_argument, NULL, 'u'},      {"pace", required_argument, NULL, 'a'},
        {"speed", required_argument, NULL, 'x'},    {"window", required_argument, NULL, 'w'},
        {"invite", required_argument, NULL, 'i'},   {"name", required_argument, NULL, 'n'},
        {"password", required_argument, NULL, 'q'}, {"pause", required_argument, NULL, 'l'},
        {"supports", no_argument, NULL, 'o'},       {0}};
    *options = (struct options){.replay.window = 4, .replay.pause = 30000};
    int option;
    while ((option = getopt_long(count, arguments, "", table, NULL)) != -1)
        if (!take_option(option, options))
            return false;
    struct credentials *credentials = &options->replay.credentials;
    if (credentials->invite == NULL && credentials->password == NULL)
        credentials->invite = getenv("SAMSKAP_INVITE");
    return optind == count && (options->polis == NULL) != (options->sessions == NULL) && options->url != NULL;
}

/* One socket a participant. */
static void raise_file_limit(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

int main(int count, char **arguments) {
    struct options options;
    struct address address;
    struct ws_loop loop;
    struct caller_cache cache;
    if (!parse_options(count, arguments, &options)) {
        fputs(usage, stderr);
        return 2;
    }
    if (sodium_init() < 0 || address_parse(options.url, &address) != STATUS_OK ||
        ws_loop_init(&loop) != STATUS_OK) {
        fprintf(stderr, "samskap-replay: cannot use %s\n", options.url);
        return 1;
    }
    raise_file_limit();
    signal(SIGPIPE, SIG_IGN);
    caller_cache_init(&cache);
    options.replay.loop = &loop;
    options.replay.cache = &cache;
    options.replay.address = &address;
    bool equal = options.polis != NULL ? replay_polis(&options.replay, options.polis)
                                       : replay_sessions(&options.replay, options.sessions);
    caller_cache_finish(&cache);
    ws_loop_finish(&loop);
    return equal ? 0 : 1;
}
