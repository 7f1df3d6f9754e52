#include "words/lists.h"

#include <string.h>

extern const unsigned char words_stop_sv[], words_stop_en[], words_topic_sv[], words_topic_en[],
    words_lead_sv[], words_lead_en[], words_clause_sv[], words_clause_en[], words_irregular_en[];
extern const size_t words_stop_sv_size, words_stop_en_size, words_topic_sv_size, words_topic_en_size,
    words_lead_sv_size, words_lead_en_size, words_clause_sv_size, words_clause_en_size,
    words_irregular_en_size;

static const struct list_file {
    const unsigned char *bytes;
    const size_t *size;
} files[2][4] = {
    [WORDS_SWEDISH] = {{words_stop_sv, &words_stop_sv_size},
                       {words_topic_sv, &words_topic_sv_size},
                       {words_lead_sv, &words_lead_sv_size},
                       {words_clause_sv, &words_clause_sv_size}},
    [WORDS_ENGLISH] = {{words_stop_en, &words_stop_en_size},
                       {words_topic_en, &words_topic_en_size},
                       {words_lead_en, &words_lead_en_size},
                       {words_clause_en, &words_clause_en_size}},
};

static struct str text_of(const unsigned char *bytes, size_t size) {
    struct str rest = {(const char *)bytes, size};
    struct str comment;
    if (str_starts_with(rest, STR("#"))) {
        (void)str_split(&rest, '\n', &comment);
    }
    return rest;
}

struct str lists_text(enum words_language language, enum lists_kind kind) {
    const struct list_file *file = &files[language][kind];
    return text_of(file->bytes, *file->size);
}

static struct str line_at(struct str text, size_t start) {
    const char *end = memchr(text.data + start, '\n', text.size - start);
    size_t stop = end != NULL ? (size_t)(end - text.data) : text.size;
    return (struct str){text.data + start, stop - start};
}

/* Binary search over the bytes of a sorted file: the middle moves back to the start of its line. Gives the
 * line that starts with this word; absent where there is none. */
static struct str find_line(struct str text, struct str word) {
    size_t low = 0;
    size_t high = text.size;
    while (low < high && word.size > 0) {
        size_t start = low + (high - low) / 2;
        while (start > low && text.data[start - 1] != '\n') {
            start--;
        }
        struct str line = line_at(text, start);
        struct str rest = line;
        struct str first = line;
        (void)str_split(&rest, ' ', &first);
        int order = str_compare(word, first);
        if (order == 0) {
            return line;
        }
        if (order < 0) {
            high = start;
        } else {
            low = start + line.size + 1;
        }
    }
    return (struct str){0};
}

bool lists_contain(enum words_language language, enum lists_kind kind, struct str word) {
    return !str_is_absent(find_line(lists_text(language, kind), word));
}

struct str lists_irregular(struct str form) {
    struct str lemma = find_line(text_of(words_irregular_en, words_irregular_en_size), form);
    struct str first;
    if (!str_is_absent(lemma)) {
        (void)str_split(&lemma, ' ', &first);
    }
    return lemma;
}
