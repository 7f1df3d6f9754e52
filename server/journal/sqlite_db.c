#include "journal/sqlite_db.h"

#include <sodium.h>
#include <stdio.h>

#include "base/diag.h"

enum { HASH_TEXT_SIZE = 65 };

enum status sqlite_status(int code) {
    switch (code & 0xff) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
        return STATUS_OK;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return STATUS_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return STATUS_CORRUPT;
    case SQLITE_NOMEM:
    default:
        return STATUS_IO;
    }
}

/* The code and SQLite's own words: no text of people is in them, as all values are bound. */
static enum status failed(sqlite3 *db, int code) {
    diag(DIAG_WARNING, "SQLite: %s (%d)", sqlite3_errmsg(db), code);
    return sqlite_status(code);
}

enum status sqlite_db_open(const char *path, int flags, sqlite3 **db) {
    int code = sqlite3_open_v2(path, db, flags | SQLITE_OPEN_NOMUTEX, NULL);
    if (code != SQLITE_OK) {
        enum status status = code == SQLITE_CANTOPEN ? STATUS_IO : sqlite_status(code);
        sqlite3_close(*db);
        *db = NULL;
        return status;
    }
    sqlite3_extended_result_codes(*db, 1);
    sqlite3_busy_timeout(*db, SQLITE_WAIT);
    return STATUS_OK;
}

enum status sqlite_db_run(sqlite3 *db, const char *sql) {
    int code = sqlite3_exec(db, sql, NULL, NULL, NULL);
    return code == SQLITE_OK ? STATUS_OK : failed(db, code);
}

enum status sqlite_db_read_text(sqlite3 *db, const char *sql, char *text, size_t size) {
    sqlite3_stmt *statement = NULL;
    enum status status = sqlite_db_prepare(db, sql, &statement);
    if (status == STATUS_OK) {
        int code = sqlite3_step(statement);
        if (code == SQLITE_ROW) {
            struct str value = sqlite_column_str(statement, 0);
            snprintf(text, size, "%.*s", STR_ARGS(value));
        } else {
            status = code == SQLITE_DONE ? STATUS_NOT_FOUND : failed(db, code);
        }
    }
    sqlite3_finalize(statement);
    return status;
}

enum status sqlite_db_prepare(sqlite3 *db, const char *sql, sqlite3_stmt **statement) {
    int code = sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL);
    return code == SQLITE_OK ? STATUS_OK : failed(db, code);
}

void sqlite_bind_id(sqlite3_stmt *statement, int place, struct id id) {
    char text[ID_TEXT_LENGTH + 1];
    id_format(id, text);
    sqlite3_bind_text(statement, place, text, ID_TEXT_LENGTH, SQLITE_TRANSIENT);
}

void sqlite_bind_str(sqlite3_stmt *statement, int place, struct str text) {
    sqlite3_bind_text64(statement, place, text.data ? text.data : "", text.size, SQLITE_STATIC, SQLITE_UTF8);
}

void sqlite_bind_hash(sqlite3_stmt *statement, int place, const uint8_t sha256[32]) {
    char text[HASH_TEXT_SIZE];
    sodium_bin2hex(text, sizeof text, sha256, 32);
    sqlite3_bind_text(statement, place, text, HASH_TEXT_SIZE - 1, SQLITE_TRANSIENT);
}

struct str sqlite_column_str(sqlite3_stmt *statement, int column) {
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return text ? (struct str){text, (size_t)sqlite3_column_bytes(statement, column)} : STR("");
}

enum status sqlite_column_id(sqlite3_stmt *statement, int column, struct id *id) {
    struct str text = sqlite_column_str(statement, column);
    struct str none = STR("00000000-0000-0000-0000-000000000000");
    if (str_equal(text, none)) { /* the house's journal may bear it */
        *id = (struct id){0};
        return STATUS_OK;
    }
    return id_parse(text.data, text.size, id) == STATUS_OK ? STATUS_OK : STATUS_CORRUPT;
}

enum status sqlite_column_hash(sqlite3_stmt *statement, int column, uint8_t sha256[32]) {
    struct str text = sqlite_column_str(statement, column);
    size_t size = 0;
    int code = sodium_hex2bin(sha256, 32, text.data, text.size, NULL, &size, NULL);
    return code == 0 && size == 32 ? STATUS_OK : STATUS_CORRUPT;
}

enum status sqlite_run(sqlite3_stmt *statement) {
    int code = sqlite3_step(statement);
    enum status status = code == SQLITE_DONE ? STATUS_OK : failed(sqlite3_db_handle(statement), code);
    sqlite3_reset(statement); /* repeats the step's code, which is known */
    return status;
}
