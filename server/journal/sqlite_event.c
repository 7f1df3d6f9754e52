#include "journal/sqlite_event.h"

enum status sqlite_event_of_row(sqlite3_stmt *statement, struct journal_event *event) {
    *event = (struct journal_event){
        .seq = sqlite3_column_int64(statement, 0),
        .actor = sqlite_column_str(statement, 2),
        .at = sqlite3_column_int64(statement, 3),
        .kind = sqlite_column_str(statement, 4),
        .version = sqlite3_column_int(statement, 5),
        .redacted = sqlite3_column_int(statement, 6) != 0,
        .body = sqlite_column_str(statement, 7),
    };
    while (event->redacted && event->body.size > 0 && event->body.data[event->body.size - 1] == ' ') {
        event->body.size--; /* what fills up the row */
    }
    return sqlite_column_id(statement, 1, &event->command);
}
