/* What is done to a store from outside, also while a server has it: copying and verifying. */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/random.h"
#include "journal/sqlite.h"
#include "journal/sqlite_migrate.h"

static enum status make_file(const char *path) {
    int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) {
        return errno == EEXIST ? STATUS_EXISTS : STATUS_IO;
    }
    close(file);
    return STATUS_OK;
}

/* All pages in one step, so under one snapshot: in smaller steps a busy server would make it start over. */
static enum status copy_pages(sqlite3 *from, sqlite3 *to) {
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (!backup) {
        return sqlite_status(sqlite3_errcode(to));
    }
    int code = sqlite3_backup_step(backup, -1);
    int finished = sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE) {
        return sqlite_status(code) == STATUS_OK ? STATUS_IO : sqlite_status(code);
    }
    return sqlite_status(finished);
}

/* One file, without a WAL beside it. */
static enum status finish_copy(sqlite3 *db) {
    char mode[16];
    enum status status = sqlite_db_read_text(db, "pragma journal_mode = delete", mode, sizeof mode);
    if (status == STATUS_OK) {
        status = sqlite_db_run(db, "pragma synchronous = full; pragma secure_delete = on");
    }
    return status == STATUS_OK ? sqlite_write_epoch(db, random_id()) : status;
}

enum status journal_sqlite_backup(const char *path, const char *copy) {
    sqlite3 *from, *to = NULL;
    int version;
    bool made = false;
    enum status status = sqlite_open_existing(path, SQLITE_OPEN_READWRITE, &from, &version);
    if (status == STATUS_OK) {
        status = make_file(copy);
        made = status == STATUS_OK;
    }
    if (status == STATUS_OK) {
        status = sqlite_db_open(copy, SQLITE_OPEN_READWRITE, &to);
    }
    if (status == STATUS_OK) {
        status = copy_pages(from, to);
    }
    if (status == STATUS_OK) {
        status = finish_copy(to);
    }
    int closed = sqlite3_close(to);
    status = status == STATUS_OK ? sqlite_status(closed) : status;
    if (made && status != STATUS_OK) {
        unlink(copy);
    }
    sqlite3_close(from);
    return status;
}

/* Each gives a row for every thing that is wrong, as a line; of stores from that version on. */
struct check {
    int since;
    const char *sql;
};

static const struct check checks[] = {
    {1, "select integrity_check from pragma_integrity_check where integrity_check <> 'ok'"},
    {1,
     "select 'process ' || p.id || ': the head is ' || p.head || ', but there are ' || count(e.seq) ||"
     " ' events from ' || coalesce(min(e.seq), 0) || ' to ' || coalesce(max(e.seq), 0)"
     " from process p left join event e on e.process = p.id group by p.id"
     " having count(e.seq) <> p.head or coalesce(max(e.seq), 0) <> p.head or coalesce(min(e.seq), 1) <> 1"},
    {1, "select 'process ' || process || ': events without a head' from event"
        " where process not in (select id from process) group by process"},
    {2,
     "select 'process ' || id || ': was erased, but something of it is there' from process p where erased and"
     " (exists (select 1 from event where process = p.id and trim(body) <> '')"
     " or exists (select 1 from blob where process = p.id and not blob.erased))"},
};

static enum status say_each(sqlite3 *db, const char *sql, void (*say)(void *context, const char *line),
                            void *context) {
    sqlite3_stmt *statement = NULL;
    enum status status = sqlite_db_prepare(db, sql, &statement);
    int code = SQLITE_DONE;
    bool wrong = false;
    while (status == STATUS_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        say(context, sqlite_column_str(statement, 0).data);
        wrong = true;
    }
    if (status == STATUS_OK && code != SQLITE_DONE) {
        say(context, sqlite3_errmsg(db));
        status = sqlite_status(code);
    }
    sqlite3_finalize(statement);
    return status == STATUS_OK && wrong ? STATUS_CORRUPT : status;
}

enum status journal_sqlite_verify(const char *path, void (*say)(void *context, const char *line),
                                  void *context) {
    sqlite3 *db;
    int version;
    enum status status = sqlite_open_existing(path, SQLITE_OPEN_READWRITE, &db, &version);
    if (status != STATUS_OK) {
        say(context, status_text(status));
    }
    for (size_t i = 0; i < sizeof checks / sizeof *checks && status == STATUS_OK; i++) {
        status = checks[i].since <= version ? say_each(db, checks[i].sql, say, context) : STATUS_OK;
    }
    sqlite3_close(db);
    return status;
}
