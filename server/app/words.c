/* samskap words: notes that were written on paper, counted as the server counts them. */
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "base/arena.h"
#include "base/map.h"
#include "base/memory.h"
#include "base/random.h"
#include "base/text.h"
#include "words/analyser/analyser.h"

enum { LINE_SIZE = 64 * 1024, LINES = 1000 * 1000 };

struct paper {
    struct arena arena;
    enum words_language language;
    struct words_note *notes;
    size_t note_count, note_capacity;
    struct map authors; /* by name; values are numbers plus one, as pointers into this program's own array */
    size_t author_count;
    struct map known; /* forms that were looked up */
    struct words_form *forms;
    size_t form_count, form_capacity;
};

static uint32_t author_number(struct paper *paper, struct str name) {
    uint32_t *number = map_find(&paper->authors, name.data, name.size);
    if (!number) {
        number = arena_allocate(&paper->arena, sizeof *number);
        *number = (uint32_t)paper->author_count++;
        map_put(&paper->authors, name.data, name.size, number);
    }
    return *number;
}

static bool take_line(struct paper *paper, struct str line) {
    struct str name, text = line;
    if (!text_is_utf8(line)) {
        return false;
    }
    if (!str_split(&text, '\t', &name) || str_is_absent(text)) {
        return false;
    }
    paper->notes =
        memory_grow(paper->notes, &paper->note_capacity, paper->note_count + 1, sizeof *paper->notes);
    paper->notes[paper->note_count++] =
        (struct words_note){.text = text_normalise(arena_copy(&paper->arena, text), &paper->arena),
                            .author = author_number(paper, name),
                            .organisation = WORDS_NO_ORGANISATION};
    return true;
}

static bool read_notes(struct paper *paper) {
    char *line = memory_allocate(LINE_SIZE);
    bool fine = true;
    for (int number = 1; fine && fgets(line, LINE_SIZE, stdin); number++) {
        size_t size = strlen(line);
        bool whole = size > 0 && line[size - 1] == '\n';
        while (size > 0 && (line[size - 1] == '\n' || line[size - 1] == '\r')) {
            size--;
        }
        if (size == 0) {
            continue;
        }
        if (number > LINES || (!whole && !feof(stdin)) || !take_line(paper, (struct str){line, size})) {
            command_fail("line %d must read: person, a tab, text in UTF-8", number);
            fine = false;
        }
    }
    memory_free(line);
    return fine;
}

static void look_up_forms(struct paper *paper) {
    struct analyser *analyser = analyser_open();
    struct buffer analyses;
    buffer_init(&analyses);
    for (size_t i = 0; i < paper->note_count; i++) {
        struct str *forms;
        size_t count = words_forms_of(paper->language, paper->notes[i].text, &paper->arena, &forms);
        for (size_t k = 0; k < count; k++) {
            if (map_put(&paper->known, forms[k].data, forms[k].size, paper)) {
                continue;
            }
            buffer_clear(&analyses);
            analyser_look_up(analyser, paper->language, forms[k], &analyses);
            paper->forms =
                memory_grow(paper->forms, &paper->form_capacity, paper->form_count + 1, sizeof *paper->forms);
            paper->forms[paper->form_count++] =
                (struct words_form){forms[k], arena_copy(&paper->arena, buffer_str(&analyses))};
        }
    }
    buffer_finish(&analyses);
    analyser_close(analyser);
}

static void print_family(const struct words_family *family) {
    printf("%u\t%.*s\t", family->persons, STR_ARGS(family->label));
    for (size_t i = 0; i < family->form_count; i++) {
        printf("%s%.*s", i > 0 ? "|" : "", STR_ARGS(family->forms[i].word));
    }
    putchar('\n');
}

struct row {
    const struct words_family *family;
    size_t place;
};

static int by_persons(const void *a, const void *b) {
    const struct row *one = a, *other = b;
    if (one->family->persons != other->family->persons) {
        return one->family->persons < other->family->persons ? 1 : -1;
    }
    return one->place < other->place ? -1 : 1; /* as they were ordered */
}

static void print_words(struct paper *paper) {
    struct words_input input = {.language = paper->language,
                                .fixed_authors = true,
                                .notes = paper->notes,
                                .note_count = paper->note_count,
                                .forms = paper->forms,
                                .form_count = paper->form_count};
    struct words_result result;
    words_count(&input, &paper->arena, &result);
    struct row *rows = arena_allocate_array(&paper->arena, result.count, sizeof *rows);
    size_t count = 0;
    for (size_t i = 0; i < result.count; i++) {
        if (result.families[i].mark != WORDS_STOPPED) {
            rows[count++] = (struct row){&result.families[i], i};
        }
    }
    if (count > 0) {
        qsort(rows, count, sizeof *rows, by_persons); /* topic words among the others */
    }
    for (size_t i = 0; i < count; i++) {
        print_family(rows[i].family);
    }
}

int words_run(const struct arguments *arguments) {
    const char *language = arguments->options[0] ? arguments->options[0] : "sv";
    struct paper paper = {.language = strcmp(language, "en") == 0 ? WORDS_ENGLISH : WORDS_SWEDISH};
    if (strcmp(language, "en") != 0 && strcmp(language, "sv") != 0) {
        command_fail("--lang must be sv or en");
        return EXIT_USAGE;
    }
    arena_init(&paper.arena);
    map_init(&paper.authors, random_map_seed());
    map_init(&paper.known, random_map_seed());
    bool fine = read_notes(&paper);
    if (fine) {
        look_up_forms(&paper);
        print_words(&paper);
    }
    memory_free(paper.notes);
    memory_free(paper.forms);
    map_finish(&paper.known);
    map_finish(&paper.authors);
    arena_finish(&paper.arena);
    return fine && fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
