/* What stands in for the program here are scripts that do as a broken one would. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/memory.h"
#include "net/maker.h"

static char folder[] = "/tmp/samskap-maker-XXXXXX", program[64];
static struct made made;

static void set_up(void) {
    cr_assert_not_null(mkdtemp(folder));
    snprintf(program, sizeof program, "%s/maker", folder);
}

static void tear_down(void) {
    made_finish(&made);
    unlink(program);
    rmdir(folder);
}

TestSuite(maker, .init = set_up, .fini = tear_down, .timeout = 60);

static enum status run_for(const char *script, struct str file, int milliseconds) {
    FILE *out = fopen(program, "we");
    cr_assert_not_null(out);
    fprintf(out, "#!/bin/sh\n%s\n", script);
    fclose(out);
    chmod(program, 0700);
    made_finish(&made);
    return maker_run(program, file, milliseconds, &made);
}

static enum status run(const char *script) {
    return run_for(script, STR("file"), MAKER_TIME);
}

Test(maker, gives_what_the_program_makes) {
    cr_assert_eq(run("read all; printf 'png 4 3 5 3\\nLARGEsml'"), STATUS_OK);
    cr_expect_str_eq(made.type, "png");
    cr_expect_eq(made.width, 4);
    cr_expect_eq(made.height, 3);
    cr_expect(str_equal(made.large, STR("LARGE")));
    cr_expect(str_equal(made.small, STR("sml")));
}

Test(maker, passes_the_whole_file_on) {
    struct buffer file;
    buffer_init(&file);
    memset(buffer_reserve(&file, MAKER_FILE), 'x', MAKER_FILE);
    file.size = MAKER_FILE;
    cr_assert_eq(run_for("echo no $(wc -c)", buffer_str(&file), MAKER_TIME), STATUS_INVALID);
    cr_expect_str_eq(made.refusal, "5242880");
    buffer_finish(&file);
}

Test(maker, tells_why_a_file_is_refused) {
    cr_assert_eq(run("cat >/dev/null; echo no such luck"), STATUS_INVALID);
    cr_expect_str_eq(made.refusal, "such luck");
}

Test(maker, takes_nothing_else_for_a_picture) {
    static const char *const scripts[] = {
        "exit 0",
        "kill -SEGV $$",
        "cat >/dev/null; exit 1",
        "cat",
        "cat >/dev/null; echo jpeg",
        "cat >/dev/null; printf 'jpeg 4 3 5 3\\nLARGEsm'",
        "cat >/dev/null; printf 'jpeg 4 3 5 3\\nLARGEsmall'",
        "cat >/dev/null; printf 'jpeg 4 3 999999999999999999 3\\nLARGEsml'",
        "cat >/dev/null; printf 'html 4 3 5 3\\nLARGEsml'",
        "cat >/dev/null; printf 'jpeg 0 3 5 3\\nLARGEsml'",
        "cat >/dev/null; printf 'jpeg 4 10001 5 3\\nLARGEsml'",
        "cat >/dev/null; printf 'jpeg 4 3 8 0\\nLARGEsml'",
        "cat >/dev/null; head -c 17000000 /dev/zero",
    };
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        cr_expect_eq(run(scripts[i]), STATUS_INVALID, "%s", scripts[i]);
        cr_expect_null(made.refusal);
    }
}

Test(maker, waits_no_longer_than_it_is_told_to) {
    int64_t begun = clock_monotonic();
    cr_expect_eq(run_for("cat >/dev/null; sleep 50", STR("file"), 200), STATUS_INVALID);
    static char file[MAKER_FILE];
    cr_expect_eq(run_for("sleep 50", (struct str){file, sizeof file}, 200), STATUS_INVALID,
                 "it does not read");
    cr_expect_lt(clock_monotonic() - begun, 40 * 1000 * 1000);
}

Test(maker, says_that_it_is_not_there) {
    cr_expect_eq(maker_run(program, STR("file"), MAKER_TIME, &made), STATUS_NOT_FOUND);
    cr_expect_eq(run("exit 0"), STATUS_INVALID);
    chmod(program, 0600);
    if (geteuid() != 0) { /* to whom nothing is forbidden but what nobody may run */
        cr_expect_eq(maker_run(program, STR("file"), MAKER_TIME, &made), STATUS_NOT_FOUND);
    }
}

Test(maker, is_beside_the_program_that_runs_where_nothing_else_is_said) {
    char *beside = maker_find(NULL), *told = maker_find("/opt/maker"), own[4096] = "";
    cr_assert_gt(readlink("/proc/self/exe", own, sizeof own - 1), 0);
    *(strrchr(own, '/') + 1) = '\0';
    cr_expect_eq(strncmp(beside, own, strlen(own)), 0);
    cr_expect_str_eq(beside + strlen(own), "samskap-picture");
    cr_expect_str_eq(told, "/opt/maker");
    memory_free(beside);
    memory_free(told);
}
