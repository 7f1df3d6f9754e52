/* A person counts as before where any note of theirs with the word got its text before the reveal, so that
 * the two figures are parts of one whole. One to four persons are not told, and since the whole is known
 * neither are the others then; but where all that was counted is of one time there is nothing to be told
 * apart. */
#include "transcript/word_times.h"

#include <stdlib.h>

/* One note with the word, under the person who wrote it: of a round, where figures are sums per round. */
struct writing {
    struct id round;
    struct actor author;
    bool after;
};

static int compare_writers(const struct writing *a, const struct writing *b) {
    int order = id_compare(a->round, b->round);
    if (order == 0 && a->author.kind != b->author.kind) {
        order = a->author.kind < b->author.kind ? -1 : 1;
    }
    return order ? order : id_compare(a->author.id, b->author.id);
}

/* Of one writer what came before stands first. */
static int compare_writings(const void *a, const void *b) {
    const struct writing *left = a, *right = b;
    int order = compare_writers(left, right);
    return order ? order : left->after - right->after;
}

static bool all_is_of_one_time(const struct words_view *view) {
    for (size_t i = 1; i < view->note_count; i++) {
        if (view->notes[i]->after_reveal != view->notes[0]->after_reveal) {
            return false;
        }
    }
    return true;
}

static size_t list_writings(const struct words_view *view, const struct words_family *family,
                            struct writing *writings) {
    size_t count = 0;
    for (size_t i = 0; i < family->note_count; i++) {
        const struct note *note = view->notes[family->notes[i]];
        if (note->group_size == 0) {
            writings[count++] = (struct writing){
                .round = view->per_round ? note->round->id : (struct id){{0}},
                .author = note->author,
                .after = note->after_reveal,
            };
        }
    }
    return count;
}

struct word_times word_times_count(const struct words_view *view, const struct words_family *family,
                                   struct arena *arena) {
    struct word_times times = {0};
    struct writing *writings = arena_allocate_array(arena, family->note_count, sizeof *writings);
    size_t count = list_writings(view, family, writings);
    if (count > 1) {
        qsort(writings, count, sizeof *writings, compare_writings);
    }
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || compare_writers(&writings[i - 1], &writings[i]) != 0) {
            times.before += !writings[i].after;
            times.after += writings[i].after;
        }
    }
    times.told = all_is_of_one_time(view) || (!is_few(times.before) && !is_few(times.after));
    return times;
}
