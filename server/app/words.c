/* samskap words: notes that were written on paper, counted as the server counts them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "base/buffer.h"
#include "words/analyser/table.h"

enum { PIECE = 64 * 1024, MOST = 256 * 1024 * 1024 };

static bool read_input(struct buffer *notes) {
    size_t got;
    while (notes->size < MOST && (got = fread(buffer_reserve(notes, PIECE), 1, PIECE, stdin)) > 0) {
        notes->size += got;
    }
    return !ferror(stdin) && notes->size < MOST;
}

static bool print_table(enum words_language language, struct str notes) {
    struct analyser *analyser = analyser_open();
    struct buffer table;
    size_t line;
    buffer_init(&table);
    enum status status = words_tabulate(language, notes, analyser, &table, &line);
    if (status != STATUS_OK) {
        command_fail("line %zu must read: person, a tab, text in UTF-8", line);
    }
    bool written = table.size == 0 || fwrite(table.data, table.size, 1, stdout) == 1;
    buffer_finish(&table);
    analyser_close(analyser);
    return status == STATUS_OK && written && fflush(stdout) == 0;
}

int words_run(const struct arguments *arguments) {
    const char *language = arguments->options[0] ? arguments->options[0] : "sv";
    if (strcmp(language, "en") != 0 && strcmp(language, "sv") != 0) {
        command_fail("--lang must be sv or en");
        return EXIT_USAGE;
    }
    struct buffer notes;
    buffer_init(&notes);
    bool fine = read_input(&notes);
    if (!fine) {
        command_fail("standard input cannot be read, or is larger than %d MiB", MOST / 1024 / 1024);
    }
    fine =
        fine && print_table(strcmp(language, "en") == 0 ? WORDS_ENGLISH : WORDS_SWEDISH, buffer_str(&notes));
    buffer_finish(&notes);
    return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
