/* Texts of plain ASCII, the most common kind but for å ä ö, never reach ICU; others pass through UTF-16. */
#include "base/text.h"

#include <assert.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include "base/diag.h"
#include "base/memory.h"

struct wide {
    UChar *units;
    int32_t size;
    int32_t capacity;
};

static _Noreturn void give_up(const char *what, UErrorCode error) {
    diag(DIAG_ERROR, "ICU: %s: %s", what, u_errorName(error));
    abort();
}

/* ICU fails on a text that fits its buffer only where memory or its own data is missing. */
static void check(const char *what, UErrorCode error) {
    if (U_FAILURE(error)) {
        give_up(what, error);
    }
}

static bool is_ascii(struct str text) {
    for (size_t i = 0; i < text.size; i++) {
        if ((unsigned char)text.data[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

static struct wide wide_allocate(size_t capacity) {
    assert(capacity < INT32_MAX);
    UChar *units = memory_resize_array(NULL, capacity + 1, sizeof(UChar));
    return (struct wide){.units = units, .capacity = (int32_t)capacity + 1};
}

static struct wide wide_of(struct str text) {
    UErrorCode error = U_ZERO_ERROR;
    struct wide wide = wide_allocate(text.size); /* UTF-16 never takes more units than UTF-8 bytes */
    u_strFromUTF8WithSub(wide.units, wide.capacity, &wide.size, text.data, (int32_t)text.size, 0xfffd, NULL,
                         &error);
    check("reading UTF-8", error);
    return wide;
}

static struct str wide_to_str(struct wide wide, struct arena *arena) {
    UErrorCode error = U_ZERO_ERROR;
    size_t capacity = (size_t)wide.size * 3 + 1;
    char *text = arena_allocate(arena, capacity);
    int32_t size = 0;
    u_strToUTF8WithSub(text, (int32_t)capacity, &size, wide.units, wide.size, 0xfffd, NULL, &error);
    check("writing UTF-8", error);
    return (struct str){text, (size_t)size};
}

/* Replaces what is in wide; its room may be too small once. */
static void wide_normalise(struct wide *wide) {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
    check("NFC", error);
    if (unorm2_isNormalized(nfc, wide->units, wide->size, &error) && U_SUCCESS(error)) {
        return;
    }
    struct wide result = wide_allocate((size_t)wide->size * 3); /* NFC at most triples, UAX 15 section 12 */
    error = U_ZERO_ERROR;
    result.size = unorm2_normalize(nfc, wide->units, wide->size, result.units, result.capacity, &error);
    check("NFC", error);
    memory_free(wide->units);
    *wide = result;
}

static void wide_fold(struct wide *wide) {
    UErrorCode error = U_ZERO_ERROR;
    struct wide result = wide_allocate((size_t)wide->size * 3); /* full folding at most triples */
    result.size =
        u_strFoldCase(result.units, result.capacity, wide->units, wide->size, U_FOLD_CASE_DEFAULT, &error);
    check("case folding", error);
    memory_free(wide->units);
    *wide = result;
}

static void join_line_ends(struct str *text, char *bytes) {
    size_t size = 0;
    for (size_t i = 0; i < text->size; i++) {
        bool before_lf = i + 1 < text->size && text->data[i + 1] == '\n';
        if (text->data[i] != '\r' || !before_lf) {
            bytes[size++] = text->data[i];
        }
    }
    bytes[size] = '\0';
    *text = (struct str){bytes, size};
}

struct str text_normalise(struct str text, struct arena *arena) {
    if (str_is_absent(text)) {
        return text;
    }
    struct str result;
    if (is_ascii(text)) {
        result = arena_copy(arena, text);
    } else {
        struct wide wide = wide_of(text);
        wide_normalise(&wide);
        result = wide_to_str(wide, arena);
        memory_free(wide.units);
    }
    join_line_ends(&result, (char *)result.data);
    return result;
}

static struct str fold_ascii(struct str text, struct arena *arena) {
    char *bytes = arena_allocate(arena, text.size + 1);
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        bytes[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
    }
    return (struct str){bytes, text.size};
}

struct str text_fold(struct str text, struct arena *arena) {
    if (str_is_absent(text)) {
        return text;
    }
    if (is_ascii(text)) {
        return fold_ascii(text, arena);
    }
    struct wide wide = wide_of(text);
    wide_normalise(&wide); /* before too, so that two spellings of a letter fold to the same */
    wide_fold(&wide);
    wide_normalise(&wide);
    struct str result = wide_to_str(wide, arena);
    memory_free(wide.units);
    return result;
}

size_t text_length(struct str text) {
    size_t length = 0;
    for (size_t i = 0; i < text.size; length++) {
        U8_FWD_1(text.data, i, text.size);
    }
    return length;
}

static bool is_bidi_control(UChar32 c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

bool text_is_clean(struct str text, bool lines) {
    for (size_t i = 0; i < text.size;) {
        UChar32 c;
        U8_NEXT(text.data, i, text.size, c);
        bool control = c < 0x20 || (c >= 0x7f && c < 0xa0); /* below 0 too: not UTF-8 */
        if ((control && !(c == '\n' && lines)) || is_bidi_control(c) || U_IS_UNICODE_NONCHAR(c)) {
            return false;
        }
    }
    return true;
}

bool text_is_utf8(struct str text) {
    for (size_t i = 0; i < text.size;) {
        UChar32 c;
        U8_NEXT(text.data, i, text.size, c);
        if (c < 0) {
            return false;
        }
    }
    return true;
}

bool text_is_leftward(struct str text) {
    for (size_t i = 0; i < text.size;) {
        UChar32 c;
        U8_NEXT(text.data, i, text.size, c);
        UCharDirection direction = u_charDirection(c);
        if (direction == U_LEFT_TO_RIGHT) {
            return false;
        }
        if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) {
            return true;
        }
    }
    return false;
}

/* Opening a collator reads its rules, which takes milliseconds, and comparing with one changes nothing in it:
 * so one serves all threads, opened by whoever asks first, for as long as the program runs. */
static pthread_once_t collator_once = PTHREAD_ONCE_INIT;
static UCollator *collator;

static void open_collator(void) {
    UErrorCode error = U_ZERO_ERROR;
    collator = ucol_open("sv", &error);
    check("Swedish collation", error);
}

int text_collate(struct str a, struct str b) {
    pthread_once(&collator_once, open_collator);
    UErrorCode error = U_ZERO_ERROR;
    UCollationResult order = ucol_strcollUTF8(collator, a.size > 0 ? a.data : "", (int32_t)a.size,
                                              b.size > 0 ? b.data : "", (int32_t)b.size, &error);
    check("comparing", error);
    return order != UCOL_EQUAL ? (int)order : str_compare(a, b);
}
