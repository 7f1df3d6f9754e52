#include "journal/sqlite_migrate.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/random.h"

enum { VALUE_SIZE = 64 };

enum status sqlite_read_version(sqlite3 *db, int *version) {
    char value[VALUE_SIZE];
    *version = 0;
    enum status status = sqlite_db_read_text(db, "select count(*) from sqlite_schema", value, sizeof value);
    if (status != STATUS_OK || strcmp(value, "0") == 0) {
        return status;
    }
    status =
        sqlite_db_read_text(db, "select name from sqlite_schema where name = 'meta'", value, sizeof value);
    if (status == STATUS_OK) {
        status = sqlite_db_read_text(db, "select value from meta where key = 'schema_version'", value,
                                     sizeof value);
    }
    if (status != STATUS_OK) {
        return status == STATUS_BUSY ? status : STATUS_CORRUPT;
    }
    *version = atoi(value);
    if (*version > journal_migration_count) {
        return STATUS_UNSUPPORTED;
    }
    return *version > 0 ? STATUS_OK : STATUS_CORRUPT;
}

enum status sqlite_open_existing(const char *path, int flags, sqlite3 **db, int *version) {
    *db = NULL;
    if (access(path, F_OK) != 0) {
        return STATUS_NOT_FOUND;
    }
    enum status status = sqlite_db_open(path, flags, db);
    if (status == STATUS_OK) {
        status = sqlite_read_version(*db, version);
    }
    if (status == STATUS_OK && *version == 0) {
        status = STATUS_CORRUPT;
    }
    if (status != STATUS_OK) {
        sqlite3_close(*db);
        *db = NULL;
    }
    return status;
}

static enum status put_meta(sqlite3 *db, const char *key, const char *value) {
    sqlite3_stmt *statement = NULL;
    enum status status = sqlite_db_prepare(db, "insert or replace into meta values (?, ?)", &statement);
    if (status == STATUS_OK) {
        sqlite_bind_str(statement, 1, str_of(key));
        sqlite_bind_str(statement, 2, str_of(value));
        status = sqlite_run(statement);
    }
    sqlite3_finalize(statement);
    return status;
}

enum status sqlite_write_epoch(sqlite3 *db, struct id epoch) {
    char text[ID_TEXT_LENGTH + 1];
    id_format(epoch, text);
    return put_meta(db, "epoch", text);
}

enum status sqlite_read_epoch(sqlite3 *db, struct id *epoch) {
    char text[VALUE_SIZE];
    enum status status =
        sqlite_db_read_text(db, "select value from meta where key = 'epoch'", text, sizeof text);
    if (status == STATUS_OK && id_parse(text, strlen(text), epoch) != STATUS_OK) {
        status = STATUS_CORRUPT;
    }
    return status == STATUS_NOT_FOUND ? STATUS_CORRUPT : status;
}

static enum status run_missing(sqlite3 *db, int version) {
    enum status status = STATUS_OK;
    char text[VALUE_SIZE];
    bool is_new = version == 0;
    for (; version < journal_migration_count && status == STATUS_OK; version++) {
        status = sqlite_db_run(db, journal_migrations[version]);
    }
    if (status == STATUS_OK) {
        sqlite3_snprintf(sizeof text, text, "%d", version);
        status = put_meta(db, "schema_version", text);
    }
    if (status == STATUS_OK && is_new) {
        status = sqlite_write_epoch(db, random_id());
    }
    return status;
}

enum status sqlite_migrate(sqlite3 *db) {
    int version;
    enum status status = sqlite_read_version(db, &version);
    if (status != STATUS_OK || version == journal_migration_count) {
        return status;
    }
    status = sqlite_db_run(db, "begin immediate");
    if (status == STATUS_OK) {
        status = run_missing(db, version);
    }
    if (status == STATUS_OK) {
        status = sqlite_db_run(db, "commit");
    }
    if (!sqlite3_get_autocommit(db)) {
        sqlite3_exec(db, "rollback", NULL, NULL, NULL); /* the first failure is the one that counts */
    }
    return status;
}
