/* Reading the stream format: ^surface/analysis/analysis$, where an analysis is lemma<tag><tag>, several of
 * them joined by + are the parts of a compound, and *surface is a word that is not known. A hyphenated word
 * may come back in several such units. */
#include <string.h>

#include "words/analyser/apertium.h"

enum { MOST_BYTES = 1900 }; /* the journal keeps analyses up to 2 000 characters */

static bool is_inside(unsigned char byte) {
    return (byte & 0xc0) == 0x80; /* a letter of UTF-8 */
}

static size_t common_start(struct str a, struct str b) {
    size_t same = 0;
    while (same < a.size && same < b.size && a.data[same] == b.data[same]) {
        same++;
    }
    while (same > 0 && same < a.size && is_inside((unsigned char)a.data[same])) {
        same--;
    }
    return same;
}

/* Where the last part of a compound starts in its surface: where most of that part's lemma can be read,
 * the last such place. The whole size where nothing of it is there. */
static size_t last_part_start(struct str surface, struct str lemma) {
    size_t best = 0;
    size_t start = surface.size;
    for (size_t at = 0; at < surface.size; at++) {
        if (is_inside((unsigned char)surface.data[at])) {
            continue;
        }
        size_t same = common_start((struct str){surface.data + at, surface.size - at}, lemma);
        if (same > 0 && same >= best) {
            best = same;
            start = at;
        }
    }
    return start;
}

static bool is_known(struct str whole, size_t start, struct str analysis) {
    struct str rest = {whole.data + start, whole.size - start};
    struct str known;
    while (str_split(&rest, '|', &known)) {
        if (str_equal(known, analysis)) {
            return true;
        }
    }
    return false;
}

/* One analysis of a unit; before is what precedes the unit in the form. */
static void append_analysis(struct str before, struct str surface, struct str analysis, size_t start,
                            struct buffer *analyses) {
    const char *plus = memrchr(analysis.data, '+', analysis.size);
    struct str last = analysis;
    if (plus != NULL) {
        last = (struct str){plus + 1, analysis.size - (size_t)(plus + 1 - analysis.data)};
    }
    const char *tags = memchr(last.data, '<', last.size);
    struct str lemma = {last.data, tags != NULL ? (size_t)(tags - last.data) : last.size};
    if (lemma.size == 0) {
        return;
    }
    size_t kept = plus != NULL ? last_part_start(surface, lemma) : 0;
    if (kept == surface.size) {
        return; /* the surface shows nothing of its last part: better unknown than cut */
    }
    size_t mark = analyses->size;
    if (mark > start) {
        buffer_append_byte(analyses, '|');
    }
    size_t begin = analyses->size;
    buffer_append_str(analyses, before);
    buffer_append(analyses, surface.data, kept);
    buffer_append_str(analyses, last);
    struct str made = {analyses->data + begin, analyses->size - begin};
    bool repeated = is_known((struct str){analyses->data, mark}, start, made);
    if (repeated || analyses->size - start > MOST_BYTES) {
        analyses->size = mark;
    }
}

void apertium_read_answer(struct str form, struct str answer, struct buffer *analyses) {
    const char *open = memrchr(answer.data, '^', answer.size);
    const char *close = memrchr(answer.data, '$', answer.size);
    size_t start = analyses->size;
    struct str surface;
    struct str analysis;
    if (open == NULL || close == NULL || close < open) {
        return;
    }
    struct str rest = {open + 1, (size_t)(close - open - 1)};
    if (!str_split(&rest, '/', &surface) || surface.size > form.size) {
        return;
    }
    struct str before = {form.data, form.size - surface.size};
    if (memcmp(form.data + before.size, surface.data, surface.size) != 0) {
        return; /* an answer to something else */
    }
    while (str_split(&rest, '/', &analysis)) {
        if (analysis.size > 0 && analysis.data[0] != '*') {
            append_analysis(before, surface, analysis, start, analyses);
        }
    }
}
