#include "app/out_file.h"

#include <criterion/criterion.h>
#include <criterion/redirect.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[64];

static void set_up(void) {
    strcpy(folder, "/tmp/samskap-out-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
}

static void tear_down(void) {
    char path[128];
    snprintf(path, sizeof path, "%s/record", folder);
    unlink(path);
    rmdir(folder);
}

TestSuite(out_file, .init = set_up, .fini = tear_down);

static int count_files(void) {
    int count = 0;
    DIR *directory = opendir(folder);
    for (struct dirent *entry = readdir(directory); entry; entry = readdir(directory)) {
        count += entry->d_name[0] != '.';
    }
    closedir(directory);
    return count;
}

Test(out_file, writes_a_file_whole_or_not_at_all) {
    struct out_file out;
    char path[128], text[16] = "";
    snprintf(path, sizeof path, "%s/record", folder);
    cr_assert_eq(out_file_open(&out, path), STATUS_OK);
    cr_assert(out.sink.sink.write(&out.sink.sink, "first", 5));
    cr_assert_eq(out_file_close(&out, STATUS_OK), STATUS_OK);
    cr_assert_eq(out_file_open(&out, path), STATUS_OK);
    cr_assert(out.sink.sink.write(&out.sink.sink, "second", 6));
    cr_assert_eq(out_file_close(&out, STATUS_CORRUPT), STATUS_CORRUPT);
    FILE *file = fopen(path, "r");
    cr_assert_not_null(file);
    cr_assert_not_null(fgets(text, sizeof text, file));
    fclose(file);
    cr_assert_str_eq(text, "first");
    cr_assert_eq(count_files(), 1);
}

Test(out_file, says_when_a_file_cannot_be_written) {
    struct out_file out;
    char path[128];
    cr_redirect_stderr();
    snprintf(path, sizeof path, "%s/nowhere/record", folder);
    cr_assert_eq(out_file_open(&out, path), STATUS_IO);
    cr_assert_eq(out_file_open(&out, "/dev/full"), STATUS_OK);
    cr_assert(out.sink.sink.write(&out.sink.sink, "lost", 4));
    cr_assert_eq(out_file_close(&out, STATUS_OK), STATUS_IO);
}
