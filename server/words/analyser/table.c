#include "words/analyser/table.h"

#include <stdlib.h>

#include "base/map.h"
#include "base/memory.h"
#include "base/text.h"

struct reading {
    struct arena arena;
    struct words_note *notes;
    size_t note_count;
    size_t note_capacity;
    struct map persons; /* name to number + 1 */
    struct words_form *forms;
    size_t form_count;
    size_t form_capacity;
    struct map seen; /* forms that were looked up */
};

static uint32_t number_of(struct reading *reading, struct str person) {
    uintptr_t number = (uintptr_t)map_find(&reading->persons, person.data, person.size);
    if (number == 0) {
        number = reading->persons.count + 1;
        (void)map_put(&reading->persons, person.data, person.size, (void *)number);
    }
    return (uint32_t)(number - 1);
}

static bool read_line(struct reading *reading, struct str line) {
    struct str person;
    if (line.size > 0 && line.data[line.size - 1] == '\r') {
        line.size--;
    }
    if (line.size == 0) {
        return true;
    }
    if (!text_is_utf8(line) || !str_split(&line, '\t', &person) || str_is_absent(line)) {
        return false;
    }
    size_t number = reading->note_count++;
    reading->notes =
        memory_grow(reading->notes, &reading->note_capacity, reading->note_count, sizeof(struct words_note));
    reading->notes[number] = (struct words_note){
        .text = line, .author = number_of(reading, person), .organisation = WORDS_NO_ORGANISATION};
    return true;
}

static enum status read_lines(struct reading *reading, struct str text, size_t *number) {
    struct str line;
    *number = 0;
    while (str_split(&text, '\n', &line)) {
        ++*number;
        if (!read_line(reading, line)) {
            return STATUS_INVALID;
        }
    }
    return STATUS_OK;
}

static void look_up(struct reading *reading, enum words_language language, struct str form,
                    struct analyser *analyser, struct buffer *analyses) {
    if (map_find(&reading->seen, form.data, form.size) != NULL) {
        return;
    }
    (void)map_put(&reading->seen, form.data, form.size, reading);
    buffer_clear(analyses);
    analyser_look_up(analyser, language, form, analyses);
    size_t number = reading->form_count++;
    reading->forms =
        memory_grow(reading->forms, &reading->form_capacity, reading->form_count, sizeof(struct words_form));
    reading->forms[number] = (struct words_form){form, arena_copy(&reading->arena, buffer_str(analyses))};
}

static void look_up_all(struct reading *reading, enum words_language language, struct analyser *analyser) {
    struct buffer analyses;
    struct str *forms;
    buffer_init(&analyses);
    for (size_t i = 0; i < reading->note_count; i++) {
        size_t count = words_forms_of(language, reading->notes[i].text, &reading->arena, &forms);
        for (size_t form = 0; form < count; form++) {
            look_up(reading, language, forms[form], analyser, &analyses);
        }
    }
    buffer_finish(&analyses);
}

static void append_row(const struct words_family *family, struct buffer *table) {
    buffer_format(table, "%u\t%.*s\t", family->persons, STR_ARGS(family->label));
    for (size_t i = 0; i < family->form_count; i++) {
        buffer_format(table, "%s%.*s", i > 0 ? "|" : "", STR_ARGS(family->forms[i].word));
    }
    buffer_append_byte(table, '\n');
}

/* The result's order, but for topic words, which stand among the others here. */
static int compare_rows(const void *left, const void *right) {
    const struct words_family *a = left;
    const struct words_family *b = right;
    if (a->persons != b->persons) {
        return a->persons > b->persons ? -1 : 1;
    }
    int order = text_collate(a->label, b->label);
    return order != 0 ? order : str_compare(a->word, b->word);
}

static void count(struct reading *reading, enum words_language language, struct buffer *table) {
    struct words_result result;
    struct words_input input = {.language = language,
                                .fixed_authors = true,
                                .notes = reading->notes,
                                .note_count = reading->note_count,
                                .forms = reading->forms,
                                .form_count = reading->form_count};
    words_count(&input, &reading->arena, &result);
    qsort(result.families, result.count, sizeof(struct words_family), compare_rows);
    for (size_t i = 0; i < result.count; i++) {
        if (result.families[i].mark != WORDS_STOPPED) {
            append_row(&result.families[i], table);
        }
    }
}

enum status words_tabulate(enum words_language language, struct str notes, struct analyser *analyser,
                           struct buffer *table, size_t *line) {
    static const struct map_seed seed = {{1}}; /* nothing is walked, so it shows nowhere */
    struct reading reading = {0};
    arena_init(&reading.arena);
    map_init(&reading.persons, seed);
    map_init(&reading.seen, seed);
    enum status status = read_lines(&reading, notes, line);
    if (status == STATUS_OK) {
        look_up_all(&reading, language, analyser);
        count(&reading, language, table);
    }
    map_finish(&reading.persons);
    map_finish(&reading.seen);
    memory_free(reading.notes);
    memory_free(reading.forms);
    arena_finish(&reading.arena);
    return status;
}
