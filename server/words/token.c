#include "words/token.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/text.h"
#include "words/lists.h"

enum { SOFT_HYPHEN = 0x00AD, HYPHEN = 0x2010, FIRM_HYPHEN = 0x2011, APOSTROPHE = 0x2019, ENDING_LENGTH = 4 };

static UChar32 peek(struct str text, size_t at, size_t *next) {
    int32_t i = (int32_t)at;
    UChar32 c = 0;
    if (at >= text.size) {
        *next = at;
        return 0;
    }
    U8_NEXT_OR_FFFD(text.data, i, (int32_t)text.size, c);
    *next = (size_t)i;
    return c;
}

static bool is_letter(UChar32 c) {
    uint32_t mask = U_GET_GC_MASK(c);
    return (mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0 || c == SOFT_HYPHEN;
}

static bool is_digit(UChar32 c) {
    return (U_GET_GC_MASK(c) & U_GC_N_MASK) != 0;
}

static bool is_hyphen(UChar32 c) {
    return c == '-' || c == HYPHEN || c == FIRM_HYPHEN;
}

/* Blanks and quotation marks do not part the words of a phrase. */
static bool joins(UChar32 c) {
    return c == '\t' || c == '"' || c == '\'' ||
           (U_GET_GC_MASK(c) & (U_GC_ZS_MASK | U_GC_PI_MASK | U_GC_PF_MASK)) != 0;
}

static void append(struct token_reader *reader, const char *bytes, size_t size) {
    if (reader->size + size <= sizeof reader->word) {
        memcpy(reader->word + reader->size, bytes, size);
        reader->size += size;
    }
    reader->length++;
}

/* Reads letters, marks and digits; true where there was no digit. */
static bool read_part(struct token_reader *reader) {
    bool pure = true;
    size_t next;
    for (;;) {
        UChar32 c = peek(reader->text, reader->at, &next);
        if (is_digit(c)) {
            pure = false;
        } else if (!is_letter(c)) {
            return pure;
        }
        if (c != SOFT_HYPHEN) {
            append(reader, reader->text.data + reader->at, next - reader->at);
        }
        reader->at = next;
    }
}

/* What holds two parts of a word together here, written as it is counted; 0: nothing. */
static char connector(const struct token_reader *reader, size_t *behind) {
    size_t next;
    UChar32 c = peek(reader->text, reader->at, behind);
    UChar32 following = peek(reader->text, *behind, &next);
    if (!is_letter(following)) {
        return 0;
    }
    if (is_hyphen(c)) {
        return '-';
    }
    if (reader->language == WORDS_ENGLISH && (c == '\'' || c == APOSTROPHE)) {
        return '\'';
    }
    return 0;
}

/* "EU:s" and "SKR:s": the ending behind a colon belongs to the word and is not counted. */
static void skip_colon_ending(struct token_reader *reader) {
    size_t at;
    size_t next;
    if (reader->language != WORDS_SWEDISH || peek(reader->text, reader->at, &at) != ':') {
        return;
    }
    for (size_t length = 0; length <= ENDING_LENGTH; length++) {
        UChar32 c = peek(reader->text, at, &next);
        if (!is_letter(c)) {
            if (length > 0 && !is_digit(c)) {
                reader->at = at;
            }
            return;
        }
        at = next;
    }
}

/* "The patient's": the patient. */
static void drop_possessive(struct token_reader *reader) {
    if (reader->language == WORDS_ENGLISH && reader->size > 2 && reader->length <= WORDS_FORM_SIZE &&
        memcmp(reader->word + reader->size - 2, "'s", 2) == 0) {
        struct str whole = {reader->word, reader->size};
        if (lists_contain(WORDS_ENGLISH, LISTS_STOP, whole)) {
            return;
        }
        reader->size -= 2;
        reader->length -= 2;
    }
}

static bool read_word(struct token_reader *reader) {
    reader->size = 0;
    reader->length = 0;
    if (!read_part(reader)) {
        return false;
    }
    size_t behind;
    for (char joint = connector(reader, &behind); joint != 0; joint = connector(reader, &behind)) {
        struct token_reader before = *reader;
        append(reader, &joint, 1);
        reader->at = behind;
        if (!read_part(reader)) { /* "covid-2b": the part with the digit is not of the word */
            *reader = before;
            break;
        }
    }
    skip_colon_ending(reader);
    drop_possessive(reader);
    return reader->length > 0 && reader->length <= WORDS_FORM_SIZE;
}

void token_start(struct token_reader *reader, enum words_language language, struct str folded) {
    reader->language = language;
    reader->text = folded;
    reader->at = 0;
    reader->broken = true;
}

bool token_next(struct token_reader *reader, struct str *word, bool *broken) {
    while (reader->at < reader->text.size) {
        size_t next;
        UChar32 c = peek(reader->text, reader->at, &next);
        if (is_letter(c) || is_digit(c)) {
            if (read_word(reader)) {
                *word = (struct str){reader->word, reader->size};
                *broken = reader->broken;
                reader->broken = false;
                return true;
            }
            reader->broken = true;
        } else {
            reader->broken = reader->broken || !joins(c);
            reader->at = next;
        }
    }
    return false;
}

bool token_is_stop(enum words_language language, struct str word) {
    size_t next;
    (void)peek(word, 0, &next);
    return next == word.size || lists_contain(language, LISTS_STOP, word);
}

bool token_is_form(enum words_language language, struct str word) {
    struct token_reader reader;
    struct str token;
    bool broken;
    token_start(&reader, language, word);
    return word.size > 0 && token_next(&reader, &token, &broken) && str_equal(token, word) &&
           memchr(word.data, '\'', word.size) == NULL && !token_is_stop(language, word);
}
