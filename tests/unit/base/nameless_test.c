#include "base/nameless.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static int names_in(const char *path) {
    int count = 0;
    DIR *folder = opendir(path);
    cr_assert(folder);
    while (readdir(folder)) {
        count++;
    }
    closedir(folder);
    return count - 2; /* . and .. */
}

static void expect_a_file(int file) {
    char byte = 0;
    struct stat found;
    cr_assert_geq(file, 0);
    cr_expect_eq(write(file, "x", 1), 1);
    cr_expect_eq(pread(file, &byte, 1, 0), 1);
    cr_expect_eq(byte, 'x');
    cr_expect_eq(fstat(file, &found), 0);
    cr_expect_eq(found.st_nlink, 0);
    cr_expect_eq(close(file), 0);
}

Test(nameless, a_file_that_stands_in_no_folder) {
    char folder[] = "/tmp/samskap-nameless-XXXXXX";
    cr_assert(mkdtemp(folder));
    int file = nameless_open(folder);
    cr_expect_eq(names_in(folder), 0);
    expect_a_file(file);
    cr_expect_eq(rmdir(folder), 0);
}

Test(nameless, in_memory_without_a_folder) {
    expect_a_file(nameless_open(NULL));
}

Test(nameless, a_folder_that_is_not_there) {
    cr_expect_eq(nameless_open("/nowhere/at/all"), -1);
    cr_expect_eq(errno, ENOENT);
}
