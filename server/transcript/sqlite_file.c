#include "transcript/sqlite_file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

enum { SECTOR = 4096, LONGEST_NAME = 64 };

struct sqlite_file {
    sqlite3_vfs system; /* known to SQLite by its name while the database is open */
    char name[32];
    int file;
    sqlite3 *database;
};

/* What SQLite has open. */
struct handle {
    sqlite3_file base;
    int file;
};

static int file_of(sqlite3_file *file) {
    return ((struct handle *)(void *)file)->file;
}

/* ---- the file ---- */

static int close_file(sqlite3_file *file) {
    (void)file; /* the caller's */
    return SQLITE_OK;
}

static int read_file(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset) {
    int done = 0;
    while (done < size) {
        ssize_t got = pread(file_of(file), (char *)bytes + done, (size_t)(size - done), offset + done);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return SQLITE_IOERR_READ;
        }
        if (got == 0) { /* SQLite wants zeros for what is not there */
            memset((char *)bytes + done, 0, (size_t)(size - done));
            return SQLITE_IOERR_SHORT_READ;
        }
        done += (int)got;
    }
    return SQLITE_OK;
}

static int write_file(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset) {
    int done = 0;
    while (done < size) {
        ssize_t put = pwrite(file_of(file), (const char *)bytes + done, (size_t)(size - done), offset + done);
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put <= 0) {
            return SQLITE_IOERR_WRITE;
        }
        done += (int)put;
    }
    return SQLITE_OK;
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
    return ftruncate(file_of(file), size) == 0 ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
}

static int sync_file(sqlite3_file *file, int flags) {
    (void)file, (void)flags; /* nobody finds it after a crash */
    return SQLITE_OK;
}

static int size_of_file(sqlite3_file *file, sqlite3_int64 *size) {
    struct stat found;
    if (fstat(file_of(file), &found) != 0) {
        return SQLITE_IOERR_FSTAT;
    }
    *size = found.st_size;
    return SQLITE_OK;
}

static int lock_file(sqlite3_file *file, int lock) {
    (void)file, (void)lock; /* nobody else has it */
    return SQLITE_OK;
}

static int is_reserved(sqlite3_file *file, int *reserved) {
    (void)file;
    *reserved = 0;
    return SQLITE_OK;
}

static int control_file(sqlite3_file *file, int operation, void *argument) {
    (void)file, (void)operation, (void)argument;
    return SQLITE_NOTFOUND;
}

static int sector_size(sqlite3_file *file) {
    (void)file;
    return SECTOR;
}

static int characteristics(sqlite3_file *file) {
    (void)file;
    return 0;
}

static const sqlite3_io_methods methods = {.iVersion = 1,
                                           .xClose = close_file,
                                           .xRead = read_file,
                                           .xWrite = write_file,
                                           .xTruncate = truncate_file,
                                           .xSync = sync_file,
                                           .xFileSize = size_of_file,
                                           .xLock = lock_file,
                                           .xUnlock = lock_file,
                                           .xCheckReservedLock = is_reserved,
                                           .xFileControl = control_file,
                                           .xSectorSize = sector_size,
                                           .xDeviceCharacteristics = characteristics};

/* ---- the file system ---- */

static int open_file(sqlite3_vfs *system, const char *name, sqlite3_file *file, int flags, int *given) {
    struct handle *handle = (struct handle *)(void *)file;
    (void)name;
    *handle = (struct handle){.file = ((struct sqlite_file *)system->pAppData)->file};
    if (!(flags & SQLITE_OPEN_MAIN_DB)) {
        return SQLITE_CANTOPEN;
    }
    handle->base.pMethods = &methods;
    if (given) {
        *given = flags;
    }
    return SQLITE_OK;
}

static int delete_file(sqlite3_vfs *system, const char *name, int sync) {
    (void)system, (void)name, (void)sync;
    return SQLITE_OK;
}

static int find_file(sqlite3_vfs *system, const char *name, int flags, int *found) {
    (void)system, (void)name, (void)flags;
    *found = 0; /* no journal was left behind */
    return SQLITE_OK;
}

static int full_name(sqlite3_vfs *system, const char *name, int size, char *full) {
    (void)system;
    snprintf(full, (size_t)size, "%s", name);
    return SQLITE_OK;
}

static int chance(sqlite3_vfs *system, int size, char *bytes) {
    (void)system;
    memset(bytes, 0, (size_t)size); /* the same input gives the same bytes */
    return size;
}

static int wait_for(sqlite3_vfs *system, int microseconds) {
    (void)system;
    return microseconds;
}

static int current_time(sqlite3_vfs *system, double *days) {
    (void)system;
    *days = 0;
    return SQLITE_OK;
}

static void make_system(struct sqlite_file *file) {
    snprintf(file->name, sizeof file->name, "samskap-%p", (void *)file);
    file->system = (sqlite3_vfs){.iVersion = 1,
                                 .szOsFile = sizeof(struct handle),
                                 .mxPathname = LONGEST_NAME,
                                 .zName = file->name,
                                 .pAppData = file,
                                 .xOpen = open_file,
                                 .xDelete = delete_file,
                                 .xAccess = find_file,
                                 .xFullPathname = full_name,
                                 .xRandomness = chance,
                                 .xSleep = wait_for,
                                 .xCurrentTime = current_time};
}

/* ---- the database ---- */

enum status sqlite_file_open(int file, struct sqlite_file **opened) {
    static const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    struct sqlite_file *made = memory_allocate(sizeof *made);
    made->file = file;
    make_system(made);
    *opened = made;
    if (sqlite3_vfs_register(&made->system, 0) != SQLITE_OK ||
        sqlite3_open_v2("record", &made->database, flags, made->name) != SQLITE_OK) {
        sqlite_file_close(made);
        *opened = NULL;
        return STATUS_IO;
    }
    return STATUS_OK;
}

sqlite3 *sqlite_file_database(struct sqlite_file *file) {
    return file->database;
}

void sqlite_file_close(struct sqlite_file *file) {
    if (!file) {
        return;
    }
    sqlite3_close(file->database);
    sqlite3_vfs_unregister(&file->system);
    memory_free(file);
}
