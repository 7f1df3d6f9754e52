/* What was marked while sessions went on, and how far from a session's first mark all else was: so a record
 * and a recording of the room are put side by side. */
#include "transcript/marks.h"

#include "transcript/tables.h"

static const struct column columns[] = {
    {"mark", CELL_ID, BOTH_VIEWS, "the mark's id", "markeringens id"},
    {"session", CELL_ID, BOTH_VIEWS, "the session in which it was made", "tillfället där den gjordes"},
    {"at", CELL_TIME, BOTH_VIEWS, "when it was made", "när den gjordes"},
    {"offset", CELL_TEXT, BOTH_VIEWS, "minutes and seconds from the session's first mark",
     "minuter och sekunder från tillfällets första markering"},
    {"title", CELL_TEXT, BOTH_VIEWS, "what was marked, say that sound was being recorded",
     "vad som markerades, till exempel att ljudinspelningen startade"},
};

/* By time, and of one time as they were made. NULL: there is none. */
static const struct mark *first_mark(const struct process *process, struct id session) {
    size_t count;
    const struct mark *const *marks = process_marks(process, &count), *first = NULL;
    for (size_t i = 0; i < count; i++) {
        bool counts = !marks[i]->removed && id_equal(marks[i]->session, session);
        if (counts && (!first || marks[i]->at < first->at)) {
            first = marks[i];
        }
    }
    return first;
}

void record_offset(struct record *record, struct id session, int64_t at) {
    const struct mark *first = first_mark(record->process, session);
    const struct session *found = process_session(record->process, session);
    int64_t from = first ? first->at : found ? found->run_at : 0;
    if (at == 0 || from == 0) {
        record_nothing(record);
        return;
    }
    int64_t seconds = (at > from ? at - from : from - at) / 1000;
    record_text(record, arena_format(&record->arena, "%s%02lld:%02lld", at < from && seconds > 0 ? "-" : "",
                                     (long long)(seconds / 60), (long long)(seconds % 60)));
}

static void fill(struct record *record) {
    size_t count;
    const struct mark *const *marks = process_marks(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        const struct mark *mark = marks[i];
        if (mark->removed || !record_has_session(record, mark->session)) {
            continue;
        }
        record_id(record, mark->id);
        record_id(record, mark->session);
        record_time(record, mark->at);
        record_offset(record, mark->session, mark->at);
        record_text(record, mark->title);
        record_end_row(record);
    }
}

const struct table marks_table = {
    "marks", columns, COUNT_OF(columns), "one moment that was marked", "ett ögonblick som markerades", fill};
