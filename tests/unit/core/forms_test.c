#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;

static void open(void) {
    scene_open(&scene);
    scene_create(&scene);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(forms, .init = open, .fini = close);

static enum reason put(enum language language, const char *form, const char *analyses) {
    return BY(&scene, server(), EVENT_FORM_PUT, .form_put = {language, str_of(form), str_of(analyses)});
}

static const char *find(enum language language, const char *form) {
    const struct looked_up_form *found = process_form(scene.process, language, str_of(form));
    return found ? found->analyses.data : NULL;
}

Test(forms, the_first_answer_stands) {
    size_t count;
    cr_assert_eq(put(LANGUAGE_SV, "barn", "barn<n>"), REASON_ABSENT);
    cr_assert_eq(put(LANGUAGE_EN, "barn", "barn<n><en>"), REASON_ABSENT);
    cr_assert_eq(put(LANGUAGE_SV, "barn", "annat"), REASON_ABSENT);
    cr_expect_str_eq(find(LANGUAGE_SV, "barn"), "barn<n>");
    cr_expect_str_eq(find(LANGUAGE_EN, "barn"), "barn<n><en>");
    cr_expect_null(find(LANGUAGE_SV, "vuxen"));
    process_forms(scene.process, &count);
    cr_expect_eq(count, 2);
    cr_expect_eq(put(LANGUAGE_SV, "", "x"), REASON_EMPTY);
}

Test(forms, when_the_first_is_emptied_the_next_of_them_stands) {
    int64_t first = 2, second = 3;
    size_t count;
    cr_assert_eq(put(LANGUAGE_SV, "barn", "barn<n>"), REASON_ABSENT);
    cr_assert_eq(put(LANGUAGE_SV, "barn", "annat"), REASON_ABSENT);
    cr_assert_eq(BY(&scene, server(), EVENT_REDACT, .redact = {.seqs = &first, .seqs_count = 1}),
                 REASON_ABSENT);
    cr_expect_str_eq(find(LANGUAGE_SV, "barn"), "annat");
    cr_assert_eq(BY(&scene, server(), EVENT_REDACT, .redact = {.seqs = &second, .seqs_count = 1}),
                 REASON_ABSENT);
    cr_expect_null(find(LANGUAGE_SV, "barn"));
    process_forms(scene.process, &count);
    cr_expect_eq(count, 0);
}

static bool is_barn(void *context, enum language language, struct str form) {
    (void)context, (void)language;
    return str_equal(form, STR("barn"));
}

Test(forms, those_that_nothing_has_any_more_are_named) {
    int64_t seqs[4];
    cr_assert_eq(put(LANGUAGE_SV, "barn", "barn<n>"), REASON_ABSENT);
    cr_assert_eq(put(LANGUAGE_SV, "namn", "namn<n>"), REASON_ABSENT);
    cr_assert_eq(put(LANGUAGE_SV, "namn", "igen"), REASON_ABSENT);
    cr_assert_eq(process_unused_forms(scene.process, is_barn, NULL, seqs, 4), 2);
    cr_expect_eq(seqs[0], 3);
    cr_expect_eq(seqs[1], 4);
    cr_expect_eq(process_unused_forms(scene.process, is_barn, NULL, seqs, 1), 1);
}
