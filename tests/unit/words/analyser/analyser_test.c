/* Against the real engines where they are installed; what is missing is skipped, and says so. */
#include "words/analyser/analyser.h"

#include <dirent.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../scene.h"
#include "words/analyser/apertium.h"

static bool looks_up(struct analyser *analyser, enum words_language language, const char *form,
                     const char *expected) {
    struct buffer analyses;
    buffer_init(&analyses);
    analyser_look_up(analyser, language, str_of(form), &analyses);
    buffer_append_byte(&analyses, '\0');
    bool same = expected[0] == '\0' ? analyses.data[0] == '\0'
                                    : strncmp(analyses.data, expected, strlen(expected)) == 0;
    if (!same) {
        cr_log_warn("%s: %s, not %s", form, analyses.data, expected);
    }
    buffer_finish(&analyses);
    return same;
}

static void need(bool installed, const char *what) {
    if (!installed) {
        cr_skip_test("%s is not installed: NOT TESTED", what);
    }
}

static struct analyser *open_with_apertium(void) {
    struct analyser *analyser = analyser_open();
    bool installed = strcmp(analyser_engine(analyser, WORDS_SWEDISH), "Apertium") == 0;
    if (!installed) {
        analyser_close(analyser);
    }
    need(installed, "Apertium");
    return analyser;
}

Test(analyser, apertium_knows_swedish) {
    struct analyser *analyser = open_with_apertium();
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "kvinnor", "kvinna<n>"));
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "samverkan", "samverkan<n>"));
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "vårdkvaliteten", "vårdkvalitet<n>"));
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "e-tjänster", "e-tjänst<n>"));
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "god-vården", "god-vård<n>"));
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "göteborgs", "Göteborg<np>"));
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "ängelholm", "Ängelholm<np>"));
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "xyzzyplugh", ""));
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "kvinnor", "kvinna<n>"), "answers did not slip");
    analyser_close(analyser);
}

Test(analyser, hostile_forms_are_not_asked_and_harm_nobody) {
    struct analyser *analyser = open_with_apertium();
    static const char *const hostile[] = {"<b>", "^", "$",   "a<b", "a/b", "a+b", "[x]", "\\", "a\nb",
                                          "a b", "",  "{x}", "@",   "~",   "och", "-x",  "5g"};
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        cr_expect(looks_up(analyser, WORDS_SWEDISH, hostile[i], ""), "%s", hostile[i]);
        cr_expect(looks_up(analyser, WORDS_SWEDISH, "kvinnor", "kvinna<n>"), "after %s", hostile[i]);
    }
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "سلام", ""));
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "kvinnor", "kvinna<n>"));
    analyser_close(analyser);
}

Test(analyser, long_forms_come_back_in_time) {
    struct analyser *analyser = open_with_apertium();
    static const char *const parts[] = {"barn", "i", "å", "vård", "sam", "o-", "ål"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char form[WORDS_FORM_SIZE + 1] = "";
        while (strlen(form) + strlen(parts[i]) + 1 < sizeof form) {
            strcat(form, parts[i]);
        }
        if (form[strlen(form) - 1] == '-') {
            form[strlen(form) - 1] = 'x';
        }
        struct buffer analyses;
        buffer_init(&analyses);
        analyser_look_up(analyser, WORDS_SWEDISH, str_of(form), &analyses);
        cr_expect_leq(analyses.size, 2000);
        buffer_finish(&analyses);
    }
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "kvinnor", "kvinna<n>"));
    analyser_close(analyser);
}

Test(analyser, a_killed_child_is_started_again) {
    struct apertium apertium;
    struct buffer analyses;
    apertium_init(&apertium);
    need(apertium_is_installed(&apertium), "Apertium");
    buffer_init(&analyses);
    cr_assert(apertium_look_up(&apertium, STR("kvinnor"), &analyses));
    pid_t first = apertium.child.id;
    cr_assert_gt(first, 0);
    cr_assert_eq(kill(first, SIGKILL), 0);
    buffer_clear(&analyses);
    cr_expect(apertium_look_up(&apertium, STR("mål"), &analyses));
    cr_expect_neq(apertium.child.id, first);
    cr_expect_gt(analyses.size, 0);
    buffer_finish(&analyses);
    apertium_finish(&apertium);
    cr_expect_eq(waitpid(-1, NULL, WNOHANG), -1, "no child is left");
}

Test(analyser, a_silent_child_is_ended_and_the_next_engine_asked) {
    struct apertium apertium;
    struct buffer analyses;
    apertium_init(&apertium);
    need(apertium_is_installed(&apertium), "Apertium");
    buffer_init(&analyses);
    cr_assert(apertium_look_up(&apertium, STR("kvinnor"), &analyses));
    pid_t first = apertium.child.id;
    cr_assert_eq(kill(first, SIGSTOP), 0);
    buffer_clear(&analyses);
    cr_expect_not(apertium_look_up(&apertium, STR("mål"), &analyses));
    cr_expect_eq(analyses.size, 0);
    cr_expect_eq(apertium.child.id, 0);
    cr_expect_eq(kill(first, 0), -1, "it was ended");
    cr_expect(apertium_look_up(&apertium, STR("mål"), &analyses), "the next word starts another");
    buffer_finish(&analyses);
    apertium_finish(&apertium);
}

static size_t count_descriptors(void) {
    size_t count = 0;
    DIR *folder = opendir("/proc/self/fd");
    cr_assert_not_null(folder);
    while (readdir(folder) != NULL) {
        count++;
    }
    closedir(folder);
    return count;
}

Test(analyser, closing_leaves_no_child_and_no_descriptor) {
    size_t before = count_descriptors();
    for (int i = 0; i < 3; i++) {
        struct analyser *analyser = analyser_open();
        (void)looks_up(analyser, WORDS_SWEDISH, "kvinnor", "kvinna");
        analyser_close(analyser);
    }
    cr_expect_eq(count_descriptors(), before);
    cr_expect_eq(waitpid(-1, NULL, WNOHANG), -1);
    analyser_close(NULL);
}

Test(analyser, without_apertium_hunspell_answers) {
    setenv("PATH", "", 1);
    struct analyser *analyser = analyser_open();
    const char *engine = analyser_engine(analyser, WORDS_SWEDISH);
    cr_expect_str_neq(engine, "Apertium");
    if (strcmp(engine, "hunspell") == 0) {
        cr_expect(looks_up(analyser, WORDS_SWEDISH, "kvinnor", "kvinna"));
        cr_expect(looks_up(analyser, WORDS_SWEDISH, "xyzzyplugh", ""));
    }
    analyser_close(analyser);
}

Test(analyser, hunspell_neither_cuts_compounds_nor_merges_what_is_derived) {
    setenv("PATH", "", 1);
    struct analyser *analyser = analyser_open();
    need(strcmp(analyser_engine(analyser, WORDS_SWEDISH), "hunspell") == 0, "hunspell sv_SE");
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "primärvårdsläkaren", "primärvårdsläkare"));
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "samverkan", "samverkan"));
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "bildandet", "bildande"));
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "otryggt", "otrygg"));
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "frågan", "fråga"));
    cr_expect(looks_up(analyser, WORDS_SWEDISH, "trygghet", "trygghet"));
    analyser_close(analyser);
}

Test(analyser, hunspell_knows_english) {
    struct analyser *analyser = analyser_open();
    need(strcmp(analyser_engine(analyser, WORDS_ENGLISH), "hunspell") == 0, "hunspell en_US");
    static const char *const pairs[][2] = {
        {"communities", "community"}, {"trusted", "trust"},     {"children", "child"},
        {"caring", "caring"},         {"meetings", "meeting"},  {"leaders", "leader"},
        {"unhappy", "unhappy"},       {"careless", "careless"}, {"happiness", "happiness"},
        {"decisions", "decision"},    {"news", "news"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct buffer analyses;
        buffer_init(&analyses);
        analyser_look_up(analyser, WORDS_ENGLISH, str_of(pairs[i][0]), &analyses);
        expect_str(buffer_str(&analyses), pairs[i][1]);
        buffer_finish(&analyses);
    }
    analyser_close(analyser);
}
