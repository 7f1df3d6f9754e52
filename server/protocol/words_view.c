#include "protocol/words_view.h"

#include <stdlib.h>

#include "protocol/codec.h"
#include "protocol/json_write.h"
#include "records/shapes.h"

enum { MOST_FORMS = 20, MOST_PARTS = 20, MOST_SUGGESTIONS = 5 };

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

static const struct word_count *convert_counts(const struct words_count *counts, size_t count,
                                               struct arena *arena) {
    struct word_count *converted = arena_allocate_array(arena, count, sizeof *converted);
    for (size_t i = 0; i < count; i++) {
        converted[i] = (struct word_count){.word = counts[i].word,
                                           .persons = counts[i].persons,
                                           .label = counts[i].label,
                                           .inside = counts[i].inside};
    }
    return converted;
}

static enum word_mark convert_mark(enum words_mark mark) {
    switch (mark) {
    case WORDS_DROPPED:
        return WORD_MARK_DROPPED;
    case WORDS_SET_ASIDE:
        return WORD_MARK_ASIDE;
    case WORDS_KEPT:
        return WORD_MARK_KEPT;
    case WORDS_STOPPED:
        return WORD_MARK_STOPPED;
    case WORDS_ADDED:
        return WORD_MARK_ADDED;
    case WORDS_NO_MARK:
        break;
    }
    return WORD_MARK_ABSENT;
}

static enum word_reason convert_reason(enum words_reason reason) {
    switch (reason) {
    case WORDS_SPELLING:
        return WORD_REASON_SPELLING;
    case WORDS_AMBIGUOUS:
        return WORD_REASON_AMBIGUOUS;
    case WORDS_DERIVED:
        break;
    }
    return WORD_REASON_DERIVED;
}

static const struct word_suggestion *convert_suggestions(const struct words_family *family, size_t count,
                                                         struct arena *arena) {
    struct word_suggestion *converted = arena_allocate_array(arena, count, sizeof *converted);
    for (size_t i = 0; i < count; i++) {
        converted[i] = (struct word_suggestion){.word = family->suggestions[i].word,
                                                .reason = convert_reason(family->suggestions[i].reason),
                                                .label = family->suggestions[i].label};
    }
    return converted;
}

struct word_row words_view_row(const struct words_family *family, struct arena *arena) {
    struct word_row row = {
        .word = family->word,
        .label = family->label,
        .persons = family->persons,
        .groups = family->groups,
        .breadth = family->persons >= PROCESS_WITHHOLD_BELOW ? family->breadth : 0,
        .mark = convert_mark(family->mark),
        .forms_count = smaller(family->form_count, MOST_FORMS),
        .parts_count = smaller(family->part_count, MOST_PARTS),
        .suggestions_count = smaller(family->suggestion_count, MOST_SUGGESTIONS),
    };
    row.forms = convert_counts(family->forms, row.forms_count, arena);
    row.parts = convert_counts(family->parts, row.parts_count, arena);
    row.suggestions = convert_suggestions(family, row.suggestions_count, arena);
    return row;
}

static bool is_struck(const struct words_family *family) {
    return family->mark == WORDS_DROPPED || family->mark == WORDS_STOPPED;
}

/* What was struck stands last. */
static size_t count_for(const struct words_view *view, enum words_reader reader) {
    size_t count = view->result.count;
    while (reader == WORDS_READER_ROOM && count > 0 && is_struck(&view->result.families[count - 1])) {
        count--;
    }
    return count;
}

const struct word_row *words_view_rows(const struct words_view *view, enum words_reader reader, size_t skip,
                                       struct arena *arena, size_t *count, int64_t *more) {
    size_t all = count_for(view, reader), left = skip < all ? all - skip : 0;
    struct word_row *rows = arena_allocate_array(arena, smaller(left, WORDS_VIEW_ROWS), sizeof *rows);
    struct buffer text;
    buffer_init(&text);
    *count = 0;
    while (*count < smaller(left, WORDS_VIEW_ROWS)) {
        rows[*count] = words_view_row(&view->result.families[skip + *count], arena);
        rows[*count].suggestions_count = reader == WORDS_READER_ROOM ? 0 : rows[*count].suggestions_count;
        codec_encode(&shape_word_row, &rows[*count], CODEC_ALL, &text);
        if (*count > 0 && text.size > WORDS_VIEW_BYTES) {
            break;
        }
        ++*count;
    }
    buffer_finish(&text);
    *more = (int64_t)(left - *count);
    return rows;
}

void words_view_fill(const struct words_view *view, enum words_reader reader, struct arena *arena,
                     struct entity_words *entity) {
    entity->language = view->language;
    entity->persons = view->result.persons;
    entity->per_round = view->per_round;
    entity->words = words_view_rows(view, reader, 0, arena, &entity->words_count, &entity->more);
}

void words_view_encode_page(const struct words_view *view, enum words_reader reader, size_t skip,
                            struct buffer *buffer) {
    struct arena arena;
    size_t count;
    int64_t more;
    arena_init(&arena);
    const struct word_row *rows = words_view_rows(view, reader, skip, &arena, &count, &more);
    buffer_append_str(buffer, STR("{\"words\":["));
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            buffer_append_byte(buffer, ',');
        }
        codec_encode(&shape_word_row, &rows[i], CODEC_ALL, buffer);
    }
    buffer_append_str(buffer, STR("],\"more\":"));
    json_write_integer(buffer, more);
    buffer_append_byte(buffer, '}');
    arena_finish(&arena);
}

/* As revealed notes stand on screens. */
static int compare_shown(const void *a, const void *b) {
    const struct note *left = *(const struct note *const *)a, *right = *(const struct note *const *)b;
    if (left->turn != right->turn) {
        return left->turn < right->turn ? -1 : 1;
    }
    return id_compare(left->id, right->id);
}

const struct note **words_view_notes(const struct words_view *view, enum words_reader reader, struct str word,
                                     struct arena *arena, size_t *count) {
    bool visible = reader == WORDS_READER_ROOM;
    *count = 0;
    for (size_t i = 0; i < count_for(view, reader); i++) {
        const struct words_family *family = &view->result.families[i];
        if (!str_equal(family->word, word)) {
            continue;
        }
        const struct note **notes = arena_allocate_array(arena, family->note_count, sizeof *notes);
        for (size_t j = 0; j < family->note_count; j++) {
            const struct note *note = view->notes[family->notes[j]];
            if (!visible || note_is_visible_to_all(note)) {
                notes[(*count)++] = note;
            }
        }
        if (visible && *count > 1) {
            qsort(notes, *count, sizeof(const struct note *), compare_shown);
        }
        return notes;
    }
    return NULL;
}
