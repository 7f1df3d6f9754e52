/* What those who lead have written, as notes: summaries of lectures and films, and, in the documentation,
 * answers in diaries and the entries of the lists that are carried on. Why a note was hidden is in no
 * record. */
#include "protocol/shape.h"
#include "records/shapes.h"
#include "transcript/qda.h"

struct making {
    struct qda *qda;
    struct qda_names names;
    const struct round *round; /* a diary in hand */
};

static void add(struct making *making, struct qda_note note, struct str name) {
    struct qda *qda = making->qda;
    if (str_is_empty(note.text) || !qda_is_since(qda, note.at)) {
        return;
    }
    note.text = arena_copy(&qda->arena, note.text);
    note.name = qda_name(&making->names, name, (struct str){0}, note.guid, &qda->arena);
    *QDA_ADD(qda->notes) = note;
    map_put(&qda->noted, note.about.bytes, sizeof note.about.bytes, making);
}

static struct str cell_text(const struct table *table, const struct cell *cells, const char *column) {
    return record_cell(table, cells, column)->text;
}

/* When it came on, or else its session did, or was to. */
static int64_t time_of(const struct qda *qda, const struct session *session, int64_t started) {
    if (started == 0 && session) {
        started = session->run_at > 0 ? session->run_at : session->starts;
    }
    return started > 0 ? started : qda->options->at;
}

static bool add_summary(void *context, const struct table *table, const struct cell *cells) {
    struct making *making = context;
    struct qda *qda = making->qda;
    struct id item = record_cell(table, cells, "item")->id;
    const struct session *session =
        process_session(qda->record->process, record_cell(table, cells, "session")->id);
    struct str title = cell_text(table, cells, "title");
    struct qda_note note = {.guid = qda_guid(item, "summary"), .about = item};
    note.text = cell_text(table, cells, "summary");
    note.at = time_of(qda, session, record_cell(table, cells, "started")->number);
    add(making, note, arena_format(&qda->arena, "%s: %.*s", qda->texts->summary, STR_ARGS(title)));
    return true;
}

static void add_answer(void *context, const struct qda_entry *entry) {
    struct making *making = context;
    struct qda *qda = making->qda;
    struct qda_note note = {.guid = qda_guid(entry->id, "answer"), .about = entry->id};
    note.text = entry->answer;
    note.at = making->round->opened;
    add(making, note, arena_format(&qda->arena, "%s, %.*s", qda->texts->answer, STR_ARGS(entry->day)));
}

static void append_line(struct buffer *text, struct str line) {
    if (!str_is_empty(line)) {
        buffer_append_str(text, text->size > 0 ? STR("\n\n") : STR(""));
        buffer_append_str(text, line);
    }
}

static bool add_entry(void *context, const struct table *table, const struct cell *cells) {
    static const char *const parts[] = {"text", "reference", "recipient", "outcome", "learnt", "word"};
    enum { NAME_LENGTH = 60 };
    struct making *making = context;
    struct qda *qda = making->qda;
    struct buffer text;
    buffer_init(&text);
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        append_line(&text, cell_text(table, cells, parts[i]));
    }
    struct qda_note note = {.guid = record_cell(table, cells, "entry")->id,
                            .about = record_cell(table, cells, "note")->id,
                            .at = record_cell(table, cells, "created")->number,
                            .text = buffer_str(&text)};
    struct str beginning = qda_line(cell_text(table, cells, "text"), NAME_LENGTH, &qda->arena);
    enum entry_form form =
        (enum entry_form)enumeration_value(&enumeration_entry_form, cell_text(table, cells, "form"));
    add(making, note, arena_format(&qda->arena, "%s: %.*s", qda->texts->entries[form], STR_ARGS(beginning)));
    buffer_finish(&text);
    return true;
}

void qda_add_notes(struct qda *qda) {
    struct making making = {.qda = qda};
    qda_names_init(&making.names);
    record_walk(qda->record, &items_table, add_summary, &making);
    for (size_t i = 0; i < qda->sources.count; i++) {
        making.round = qda->sources.at[i].round;
        if (making.round->form == ROUND_FORM_DIARY) {
            qda_read_round(qda, making.round, add_answer, &making);
        }
    }
    record_walk(qda->record, &entries_table, add_entry, &making);
    qda_names_finish(&making.names);
}
