#include "base/diag.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static void read_what_is_said(char *text, size_t size, const char *word) {
    int ends[2];
    int before = dup(STDERR_FILENO);
    cr_assert_eq(pipe(ends), 0);
    cr_assert_geq(dup2(ends[1], STDERR_FILENO), 0);
    diag(DIAG_WARNING, "%s %d", word, 7);
    dup2(before, STDERR_FILENO);
    close(ends[1]);
    ssize_t count = read(ends[0], text, size - 1);
    cr_assert_geq(count, 0);
    text[count] = '\0';
    close(ends[0]);
    close(before);
}

Test(diag, says_one_line) {
    char text[4096];
    read_what_is_said(text, sizeof text, "two\nlines");
    cr_expect_str_eq(text, "samskap: warning: two lines 7\n");
}

Test(diag, cuts_a_long_line_and_still_ends_it) {
    char text[4096], word[3000];
    memset(word, 'x', sizeof word);
    word[sizeof word - 1] = '\0';
    read_what_is_said(text, sizeof text, word);
    cr_expect_lt(strlen(text), 1025);
    cr_expect_eq(strchr(text, '\n'), text + strlen(text) - 1);
}
