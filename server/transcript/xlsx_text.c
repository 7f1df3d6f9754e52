#include "transcript/xlsx_text.h"

#include "transcript/xml.h"

/* _xHHHH_ */
enum { ESCAPE = 7, ESCAPE_DIGITS = 4 };

static bool is_hexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool is_escape(struct str rest) {
    if (rest.size < ESCAPE || rest.data[0] != '_' || rest.data[1] != 'x' || rest.data[ESCAPE - 1] != '_') {
        return false;
    }
    for (int i = 0; i < ESCAPE_DIGITS; i++) {
        if (!is_hexadecimal(rest.data[2 + i])) {
            return false;
        }
    }
    return true;
}

static size_t size_of_point(char first) {
    unsigned char c = (unsigned char)first;
    return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

static size_t units_of(struct str text) {
    size_t units = 0;
    for (size_t i = 0; i < text.size; i += size_of_point(text.data[i])) {
        units += size_of_point(text.data[i]) == 4 ? 2 : 1;
    }
    return units;
}

/* The next of the text, one code point or an escape, as it is to be written. */
static struct str next_piece(struct str *rest) {
    struct str piece =
        is_escape(*rest) ? STR("_x005F_") : (struct str){rest->data, size_of_point(*rest->data)};
    size_t taken = is_escape(*rest) ? 1 : piece.size;
    rest->data += taken;
    rest->size -= taken;
    return piece;
}

static void append_cut(struct str text, struct str mark, struct buffer *cell) {
    const size_t room = XLSX_TEXT_UNITS - units_of(mark);
    size_t units = 0, fits = 0; /* how much of the cell leaves room for the mark */
    while (text.size > 0) {
        struct str piece = next_piece(&text);
        units += units_of(piece);
        if (units > XLSX_TEXT_UNITS) {
            cell->size = fits;
            buffer_append_str(cell, mark);
            return;
        }
        buffer_append_str(cell, piece);
        fits = units <= room ? cell->size : fits;
    }
}

void xlsx_text(struct str text, struct str mark, struct buffer *cell) {
    struct buffer clean;
    buffer_init(&clean);
    buffer_clear(cell);
    xml_clean(text, &clean);
    append_cut(buffer_str(&clean), mark, cell);
    buffer_append_byte(cell, '\0');
    buffer_finish(&clean);
}
