#include "app/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "net/pages.h"
#include "transcript/transcript.h"

const struct command commands[] = {
    {"serve",
     "serve [--demo]",
     "serves, until it is ended by SIGTERM or SIGINT",
     0,
     {{"demo", true}},
     serve_run},
    {"account add",
     "account add NAME --role administrator|facilitator|researcher",
     "makes an account, or gives one a role, and prints a one-time link that sets its password",
     1,
     {{"role", false}},
     account_add_run},
    {"transcript",
     "transcript PROCESS|SESSION --view documentation|research --format FORMAT [--profile PROFILE] "
     "[--study ID] --out PATH",
     "writes the record; works beside a running server",
     1,
     {{"view", false}, {"format", false}, {"profile", false}, {"out", false}, {"study", false}},
     transcript_run},
    {"archive",
     "archive PROCESS --out FILE",
     "writes a process's whole journal; works beside a running server",
     1,
     {{"out", false}},
     archive_run},
    {"import", "import FILE", "takes in what archive wrote", 1, {{NULL, false}}, import_run},
    {"words",
     "words [--lang sv|en]",
     "counts value words: lines `person TAB text` on standard input, `persons TAB word TAB forms` on "
     "standard "
     "output",
     0,
     {{"lang", false}},
     words_run},
    {"backup",
     "backup FILE",
     "copies the store as it is now; works beside a running server",
     1,
     {{NULL, false}},
     backup_run},
    {"check",
     "check",
     "verifies the store and prints the state digest of each process",
     0,
     {{NULL, false}},
     check_run},
    {"help", "help", "says this", 0, {{NULL, false}}, help_run},
    {"version", "version", "says which release this is", 0, {{NULL, false}}, version_run},
};
const size_t command_count = sizeof commands / sizeof commands[0];

int command_fail(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("samskap: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    return EXIT_FAILURE;
}

int version_run(const struct arguments *arguments) {
    (void)arguments;
    printf("samskap %s (pages %s)\n", SAMSKAP_VERSION, pages_build);
    return EXIT_SUCCESS;
}

static void print_limits(void) {
#define PRINT_LIMIT(name, standard, smallest, largest, about)                                                \
    printf("  %-28s %s (%lld)\n", #name, about, (long long)(standard));
    LIVE_LIMITS(PRINT_LIMIT)
#undef PRINT_LIMIT
}

int help_run(const struct arguments *arguments) {
    (void)arguments;
    puts("samskap: a server for facilitated meetings\n");
    for (size_t i = 0; i < command_count; i++) {
        printf("  samskap %s\n        %s\n", commands[i].usage, commands[i].about);
    }
    struct arena arena;
    arena_init(&arena);
    printf("\nFormats of the record: %s\n", transcript_formats(&arena).data);
    arena_finish(&arena);
    puts("\nConfiguration: a file of lines `key = value` (--config FILE or SAMSKAP_CONFIG), then the "
         "environment\n"
         "(SAMSKAP_KEY), then options (--key VALUE). Keys:\n");
    puts("  listen           address and port; port 0: any that is free (127.0.0.1:8080)\n"
         "  data             folder of the store ($XDG_DATA_HOME/samskap or ~/.local/share/samskap)\n"
         "  tls-cert, tls-key   files in PEM; without them plain HTTP\n"
         "  public-url       the address that browsers use, where that is another (a proxy, a name)\n"
         "  frame-ancestors  sites that may show participants' pages in a frame\n"
         "  proxies          addresses of proxies in front of it, whose X-Forwarded-For is believed\n"
         "  picture-maker    the program samskap-picture, where it is not beside this one");
    print_limits();
    return EXIT_SUCCESS;
}
