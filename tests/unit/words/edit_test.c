#include "scene.h"

/* Samverkan by 9, samverka by 4, by none of both: 13 persons. */
static void start_with_samverkan(struct scene *scene) {
    scene_start(scene);
    for (uint32_t author = 0; author < 9; author++) {
        scene_note(scene, author, "Samverkan");
    }
    for (uint32_t author = 9; author < 13; author++) {
        scene_note(scene, author, "samverka");
    }
}

Test(edit, a_merge_shows_its_parts_and_counts_persons_once) {
    struct scene scene;
    start_with_samverkan(&scene);
    scene_note(&scene, 0, "samverka");
    scene_edit(&scene, WORDS_MERGE, "samverka", "samverkan");
    scene_count(&scene);
    const struct words_family *family = scene_family(&scene, "samverkan");
    cr_expect_null(scene_find(&scene, "samverka"));
    cr_expect_eq(family->persons, 13);
    cr_assert_eq(family->part_count, 2);
    expect_str(family->parts[0].word, "samverkan");
    cr_expect_eq(family->parts[0].persons, 9);
    expect_str(family->parts[1].word, "samverka");
    expect_str(family->parts[1].label, "samverka");
    cr_expect_eq(family->parts[1].persons, 5);
    cr_expect_eq(family->form_count, 2);
    cr_expect_eq(family->note_count, 14);
    scene_finish(&scene);
}

Test(edit, the_label_of_a_merge_is_of_what_it_was_merged_into) {
    struct scene scene;
    start_with_samverkan(&scene);
    scene_edit(&scene, WORDS_MERGE, "samverkan", "samverka");
    scene_count(&scene);
    expect_str(scene_family(&scene, "samverka")->label, "samverka");
    cr_expect_eq(scene_family(&scene, "samverka")->persons, 13);
    scene_finish(&scene);
}

Test(edit, merges_follow_a_chain) {
    struct scene scene;
    start_with_samverkan(&scene);
    scene_note(&scene, 20, "samarbete");
    scene_edit(&scene, WORDS_MERGE, "samverka", "samverkan");
    scene_edit(&scene, WORDS_MERGE, "samverkan", "samarbete");
    scene_count(&scene);
    const struct words_family *family = scene_family(&scene, "samarbete");
    cr_expect_eq(family->persons, 14);
    cr_expect_eq(family->part_count, 3);
    cr_expect_eq(scene.result.count, 1);
    scene_finish(&scene);
}

Test(edit, a_merge_that_closes_a_circle_is_passed_over) {
    struct scene scene;
    start_with_samverkan(&scene);
    scene_edit(&scene, WORDS_MERGE, "samverka", "samverkan");
    scene_edit(&scene, WORDS_MERGE, "samverkan", "samverka");
    scene_edit(&scene, WORDS_MERGE, "samverkan", "samverkan");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "samverkan")->persons, 13);
    cr_expect_eq(scene.result.count, 1);
    scene_finish(&scene);
}

Test(edit, a_merge_into_what_nobody_writes_any_more_holds) {
    struct scene scene;
    scene_start(&scene);
    scene_note(&scene, 0, "samverka");
    scene_note(&scene, 1, "samarbeta");
    scene_edit(&scene, WORDS_MERGE, "samverka", "samverkan");
    scene_edit(&scene, WORDS_MERGE, "samarbeta", "samverkan");
    scene_edit(&scene, WORDS_MERGE, "tystnad", "samverkan");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "samverkan")->persons, 2);
    cr_expect_eq(scene.result.count, 1);
    scene_finish(&scene);
}

static void start_with_forms(struct scene *scene) {
    scene_start(scene);
    scene_form(scene, "värden", "värde<n><nt><pl><ind>");
    scene_form(scene, "värde", "värde<n><nt><sg><ind>");
    scene_note(scene, 0, "värde");
    scene_note(scene, 1, "värden");
    scene_note(scene, 2, "värden värde");
}

Test(edit, a_split_takes_a_form_apart) {
    struct scene scene;
    start_with_forms(&scene);
    scene_edit(&scene, WORDS_SPLIT, "värden", "");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "värde")->persons, 2);
    cr_expect_eq(scene_family(&scene, "värden")->persons, 2);
    scene_finish(&scene);
}

Test(edit, a_split_of_the_form_that_names_the_family_leaves_it_its_key) {
    struct scene scene;
    start_with_forms(&scene);
    scene_edit(&scene, WORDS_SPLIT, "Värde", "");
    scene_count(&scene);
    expect_str(scene_family(&scene, "värde")->label, "värden");
    expect_str(scene_family(&scene, "=värde")->label, "värde");
    scene_finish(&scene);
}

Test(edit, a_split_of_the_only_form_changes_nothing) {
    struct scene scene;
    scene_start(&scene);
    scene_note(&scene, 0, "mod");
    scene_edit(&scene, WORDS_SPLIT, "mod", "");
    scene_edit(&scene, WORDS_SPLIT, "inget", "");
    scene_count(&scene);
    cr_expect_eq(scene.result.count, 1);
    cr_expect_not_null(scene_find(&scene, "mod"));
    scene_finish(&scene);
}

Test(edit, what_was_split_off_can_be_merged_elsewhere) {
    struct scene scene;
    start_with_forms(&scene);
    scene_note(&scene, 5, "mål");
    scene_edit(&scene, WORDS_MERGE, "värden", "mål");
    scene_edit(&scene, WORDS_SPLIT, "värden", "");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "mål")->persons, 3);
    cr_expect_eq(scene_family(&scene, "värde")->persons, 2);
    scene_finish(&scene);
}

Test(edit, names_and_marks) {
    struct scene scene;
    scene_start(&scene);
    scene_note(&scene, 0, "mod hopp lugn och vård");
    scene_edit(&scene, WORDS_RENAME, "mod", "Att våga");
    scene_edit(&scene, WORDS_DROP, "hopp", "");
    scene_edit(&scene, WORDS_ASIDE, "lugn", "");
    scene_edit(&scene, WORDS_KEEP, "vård", "");
    scene_edit(&scene, WORDS_KEEP, "och", "");
    scene_edit(&scene, WORDS_STOP, "finnsinte", "");
    scene_count(&scene);
    expect_str(scene_family(&scene, "mod")->label, "Att våga");
    cr_expect_eq(scene_family(&scene, "hopp")->mark, WORDS_DROPPED);
    cr_expect_eq(scene_family(&scene, "lugn")->mark, WORDS_SET_ASIDE);
    cr_expect_eq(scene_family(&scene, "vård")->mark, WORDS_KEPT);
    cr_expect_eq(scene_family(&scene, "och")->mark, WORDS_KEPT);
    cr_expect_eq(scene.result.count, 5);
    scene_finish(&scene);
}

Test(edit, a_stop_word_is_added_and_taken_back) {
    struct scene scene;
    scene_start(&scene);
    scene_note(&scene, 0, "typ modigt");
    scene_edit(&scene, WORDS_STOP, "typ", "");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "typ")->mark, WORDS_STOPPED);
    scene_edit(&scene, WORDS_KEEP, "typ", "");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "typ")->mark, WORDS_KEPT, "the last one holds");
    scene_finish(&scene);
}

Test(edit, a_word_added_by_hand_needs_no_writer) {
    struct scene scene;
    start_with_forms(&scene);
    scene_edit(&scene, WORDS_ADD, "Medmänsklighet", "");
    scene_edit(&scene, WORDS_ADD, "värden", "");
    scene_count(&scene);
    const struct words_family *added = scene_family(&scene, "medmänsklighet");
    cr_expect_eq(added->persons, 0);
    cr_expect_eq(added->mark, WORDS_ADDED);
    expect_str(added->label, "Medmänsklighet");
    cr_expect_eq(added->form_count, 0);
    cr_expect_eq(scene_family(&scene, "värde")->mark, WORDS_ADDED, "a form of a word that was written");
    cr_expect_eq(scene_family(&scene, "värde")->persons, 3);
    scene_finish(&scene);
}

Test(edit, the_key_does_not_follow_the_label) {
    struct scene scene;
    start_with_forms(&scene);
    scene_edit(&scene, WORDS_ASIDE, "värde", "");
    scene_note(&scene, 7, "värden");
    scene_count(&scene);
    expect_str(scene_family(&scene, "värde")->label, "värden");
    cr_expect_eq(scene_family(&scene, "värde")->mark, WORDS_SET_ASIDE);
    scene_finish(&scene);
}
