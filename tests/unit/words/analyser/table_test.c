#include "words/analyser/table.h"

#include <stdlib.h>
#include <string.h>

#include "../scene.h"

static enum status table_of(const char *notes, struct buffer *table, size_t *line) {
    setenv("PATH", "", 1); /* the same with and without Apertium */
    struct analyser *analyser = analyser_open();
    enum status status = words_tabulate(WORDS_SWEDISH, str_of(notes), analyser, table, line);
    analyser_close(analyser);
    return status;
}

Test(table, most_persons_first_with_topics_and_without_function_words) {
    struct buffer table;
    size_t line;
    buffer_init(&table);
    cr_assert_eq(
        table_of("p1\tTillit och vård\n\np2\ttillit\tmod\r\np1\tmod tillit\np3\tvård", &table, &line),
        STATUS_OK);
    expect_str(buffer_str(&table), "2\tmod\tmod\n2\ttillit\ttillit\n2\tvård\tvård\n");
    buffer_finish(&table);
}

Test(table, a_line_without_a_tab_or_not_utf8_is_refused_by_its_number) {
    struct buffer table;
    size_t line;
    buffer_init(&table);
    cr_expect_eq(table_of("p1\tmod\nbara text\n", &table, &line), STATUS_INVALID);
    cr_expect_eq(line, 2);
    cr_expect_eq(table_of("p1\tmod\n\np2\t\xff\n", &table, &line), STATUS_INVALID);
    cr_expect_eq(line, 3);
    cr_expect_eq(table.size, 0);
    buffer_finish(&table);
}

Test(table, nothing_gives_nothing) {
    struct buffer table;
    size_t line;
    buffer_init(&table);
    cr_expect_eq(table_of("", &table, &line), STATUS_OK);
    cr_expect_eq(table_of("p1\t\n", &table, &line), STATUS_OK);
    cr_expect_eq(table.size, 0);
    buffer_finish(&table);
}
