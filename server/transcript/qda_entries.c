/* What stands in a source: first the question, so that none is empty, then each note or diary entry, a blank
 * line between. Positions are code points of the very bytes that the file has. */
#include <stdlib.h>

#include "base/random.h"
#include "protocol/shape.h"
#include "records/shapes.h"
#include "transcript/qda.h"
#include "transcript/xml.h"

/* ---- rows ---- */

struct reading {
    struct qda *qda;
    const struct round *round;
    void (*each)(void *context, const struct qda_entry *entry);
    void *context;
    struct arena arena;
};

static struct str text_of(const struct table *table, const struct cell *cells, const char *column) {
    return record_cell(table, cells, column)->text;
}

/* A table has no id here: one is made of its name. */
static void read_group(const struct reading *reading, const struct table *table, const struct cell *cells,
                       struct qda_entry *entry) {
    struct str seats = text_of(table, cells, "group_table");
    entry->group = record_cell(table, cells, "group")->id;
    entry->group_name = text_of(table, cells, "group_name");
    if (id_is_none(entry->group) && !str_is_empty(seats)) {
        entry->group = id_of_name(reading->round->id, seats.data, seats.size);
        entry->group_name = seats;
    }
}

/* "2026-02-12 · reflektion · möte": as its author gave it. */
static struct str head_of(struct reading *reading, const struct table *table, const struct cell *cells) {
    struct str tags = text_of(table, cells, "tags");
    int64_t about = enumeration_value(&enumeration_diary_about, text_of(table, cells, "about"));
    const char *name = reading->qda->texts->diary_about[about];
    return arena_format(&reading->arena, "%.*s%s%s%s%.*s", STR_ARGS(text_of(table, cells, "day")),
                        name ? " · " : "", name ? name : "", str_is_empty(tags) ? "" : " · ", STR_ARGS(tags));
}

static bool read_row(void *context, const struct table *table, const struct cell *cells) {
    struct reading *reading = context;
    bool is_diary = table == &diary_table;
    struct qda_entry entry = {
        .id = record_cell(table, cells, is_diary ? "entry" : "note")->id,
        .text = text_of(table, cells, "text"),
        .label = text_of(table, cells, record_is_research(reading->qda->record) ? "author" : "name"),
        .role = text_of(table, cells, "role"),
        .kind = text_of(table, cells, "organisation_type"),
        .organisation = text_of(table, cells, "organisation"),
        .answer = text_of(table, cells, "answer"),
        .day = text_of(table, cells, "day"),
    };
    if (is_diary) {
        entry.head = head_of(reading, table, cells);
    } else {
        read_group(reading, table, cells, &entry);
    }
    reading->each(reading->context, &entry);
    arena_reset(&reading->arena);
    return true;
}

void qda_read_round(struct qda *qda, const struct round *round,
                    void (*each)(void *context, const struct qda_entry *entry), void *context) {
    struct reading reading = {.qda = qda, .round = round, .each = each, .context = context};
    arena_init(&reading.arena);
    record_walk_round(qda->record, round->form == ROUND_FORM_DIARY ? &diary_table : &notes_table, round,
                      read_row, &reading);
    arena_finish(&reading.arena);
}

/* ---- the text ---- */

struct telling {
    const struct qda_source *source;
    struct qda_reader *reader;
    struct buffer piece;
    int64_t position;
};

/* Line ends are LF. */
static void append_plain(struct str text, struct buffer *piece) {
    struct buffer cleaned;
    buffer_init(&cleaned);
    xml_clean(text, &cleaned);
    for (size_t i = 0; i < cleaned.size; i++) {
        if (cleaned.data[i] != '\r') {
            buffer_append_byte(piece, cleaned.data[i]);
        }
    }
    buffer_finish(&cleaned);
}

static int64_t code_points(struct str text) {
    int64_t count = 0;
    for (size_t i = 0; i < text.size; i++) {
        count += (text.data[i] & 0xc0) != 0x80;
    }
    return count;
}

/* At the beginning of a file it would be taken for its byte order mark. */
static struct str without_mark(struct str text) {
    static const struct str mark = {"\xef\xbb\xbf", 3};
    while (str_starts_with(text, mark)) {
        text = (struct str){text.data + mark.size, text.size - mark.size};
    }
    return text;
}

static void tell(struct telling *telling, struct str text) {
    buffer_clear(&telling->piece);
    append_plain(text, &telling->piece);
    struct str piece = buffer_str(&telling->piece);
    piece = telling->position == 0 ? without_mark(piece) : piece;
    telling->position += code_points(piece);
    if (telling->reader->piece && piece.size > 0) {
        telling->reader->piece(telling->reader, piece);
    }
}

static void tell_entry(void *context, const struct qda_entry *entry) {
    struct telling *telling = context;
    if (!id_equal(entry->group, telling->source->group)) {
        return;
    }
    tell(telling, STR("\n"));
    if (!str_is_empty(entry->head)) {
        tell(telling, entry->head);
        tell(telling, STR("\n"));
    }
    int64_t start = telling->position;
    tell(telling, entry->text);
    if (telling->reader->entry && telling->position > start) {
        telling->reader->entry(telling->reader, entry, start, telling->position);
    }
    tell(telling, STR("\n"));
}

void qda_read_source(struct qda *qda, const struct qda_source *source, struct qda_reader *reader) {
    struct telling telling = {.source = source, .reader = reader};
    buffer_init(&telling.piece);
    tell(&telling, source->round->question);
    tell(&telling, STR("\n"));
    qda_read_round(qda, source->round, tell_entry, &telling);
    buffer_finish(&telling.piece);
}

void qda_read_note(const struct qda_note *note, struct qda_reader *reader) {
    struct telling telling = {.reader = reader};
    buffer_init(&telling.piece);
    tell(&telling, note->text);
    tell(&telling, STR("\n"));
    buffer_finish(&telling.piece);
}

/* ---- codes ---- */

struct coding {
    const struct qda *qda;
    struct id *codes;
    size_t count;
};

static void code(struct coding *coding, struct id guid) {
    if (qda_has_code(coding->qda, guid)) {
        coding->codes[coding->count++] = guid;
    }
}

static size_t first_found(const struct qda *qda, struct id note) {
    size_t from = 0, until = qda->found.count;
    while (from < until) {
        size_t middle = from + (until - from) / 2;
        if (id_compare(qda->found.at[middle].note, note) < 0) {
            from = middle + 1;
        } else {
            until = middle;
        }
    }
    return from;
}

static bool is_found(const struct qda *qda, size_t place, struct id note) {
    return place < qda->found.count && id_equal(qda->found.at[place].note, note);
}

size_t qda_codes_of(const struct qda *qda, const struct round *round, const struct qda_entry *entry,
                    struct arena *arena, struct id **codes) {
    const struct note *note = process_note(qda->record->process, entry->id);
    const struct qda_case *person = qda_case_of(qda, round, entry, arena);
    size_t first = first_found(qda, entry->id), words = 0;
    while (is_found(qda, first + words, entry->id)) {
        words++;
    }
    struct coding coding = {.qda = qda};
    coding.codes =
        arena_allocate_array(arena, qda->boards.count * NOTE_THEMES + words + 2, sizeof *coding.codes);
    for (size_t i = 0; i < qda->boards.count && note; i++) {
        const struct theme *themes[NOTE_THEMES];
        size_t count = note_themes(qda->record->process, note, qda->boards.at[i], themes);
        for (size_t j = 0; j < count; j++) {
            code(&coding, themes[j]->id);
        }
    }
    for (size_t i = 0; i < words; i++) {
        code(&coding, qda->found.at[first + i].code);
    }
    code(&coding, round->id);
    if (person) {
        code(&coding, person->guid);
    }
    *codes = coding.codes;
    return coding.count;
}
