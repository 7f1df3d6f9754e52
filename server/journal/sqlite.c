/* The engine: a writer's thread that owns the write connection, and a pool of readers for everybody else. */
#include "journal/sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/memory.h"
#include "journal/engine.h"
#include "journal/sqlite_migrate.h"
#include "journal/sqlite_reader.h"
#include "journal/sqlite_writer.h"

struct sqlite_journal {
    struct sqlite_reading reading;
    struct str path;
    int lock_file;
    struct sqlite_writer writer; /* the thread's while it runs */
    pthread_t thread;
    pthread_mutex_t lock; /* of batch and stopping */
    pthread_cond_t changed;
    struct journal_batch *batch;
    bool stopping;
};

static struct sqlite_journal *sqlite_of(struct journal *journal) {
    return LIST_ENTRY(journal, struct sqlite_journal, reading.journal);
}

/* NULL: to stop, or that a second has passed while there is something to be tended. */
static struct journal_batch *wait_for_batch(struct sqlite_journal *sqlite, bool *stop) {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec++;
    int waited = 0;
    pthread_mutex_lock(&sqlite->lock);
    while (!sqlite->batch && !sqlite->stopping && waited == 0) {
        waited = sqlite->writer.checkpoint_owed
                     ? pthread_cond_timedwait(&sqlite->changed, &sqlite->lock, &until)
                     : pthread_cond_wait(&sqlite->changed, &sqlite->lock);
    }
    struct journal_batch *batch = sqlite->batch;
    sqlite->batch = NULL;
    *stop = !batch && sqlite->stopping;
    pthread_mutex_unlock(&sqlite->lock);
    return batch;
}

static void *write_batches(void *context) {
    struct sqlite_journal *sqlite = context;
    bool stop = false;
    while (!stop) {
        struct journal_batch *batch = wait_for_batch(sqlite, &stop);
        if (batch) {
            sqlite_writer_write(&sqlite->writer, batch);
            mailbox_post(sqlite->reading.journal.mailbox, &batch->letter);
        } else if (!stop) {
            sqlite_writer_tend(&sqlite->writer);
        }
    }
    return NULL;
}

static void engine_write(struct journal *journal, struct journal_batch *batch) {
    struct sqlite_journal *sqlite = sqlite_of(journal);
    pthread_mutex_lock(&sqlite->lock);
    sqlite->batch = batch;
    pthread_cond_signal(&sqlite->changed);
    pthread_mutex_unlock(&sqlite->lock);
}

static void engine_stop(struct journal *journal) {
    struct sqlite_journal *sqlite = sqlite_of(journal);
    pthread_mutex_lock(&sqlite->lock);
    sqlite->stopping = true;
    pthread_cond_signal(&sqlite->changed);
    pthread_mutex_unlock(&sqlite->lock);
    pthread_join(sqlite->thread, NULL);
}

static void release(struct sqlite_journal *sqlite) {
    if (sqlite->lock_file >= 0) {
        close(
            sqlite->lock_file); /* gives the lock back; the file stays, so that nobody locks a removed one */
    }
    memory_free_str(&sqlite->path);
    memory_free(sqlite);
}

static void engine_destroy(struct journal *journal) {
    struct sqlite_journal *sqlite = sqlite_of(journal);
    sqlite_readers_finish(&sqlite->reading.readers);
    sqlite_writer_close(&sqlite->writer);
    pthread_cond_destroy(&sqlite->changed);
    pthread_mutex_destroy(&sqlite->lock);
    release(sqlite);
}

static const struct journal_engine sqlite_engine = {
    .write = engine_write,
    .stop = engine_stop,
    .destroy = engine_destroy,
    .read = sqlite_read,
    .read_processes = sqlite_read_processes,
    .read_blob = sqlite_read_blob,
    .read_blobs = sqlite_read_blobs,
};

static enum status take_lock(const char *path, int *lock_file) {
    struct arena arena;
    arena_init(&arena);
    const char *lock_path = arena_format(&arena, "%s.lock", path).data;
    enum status status = STATUS_OK;
    *lock_file = open(lock_path, O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (*lock_file < 0) {
        status = STATUS_IO;
    } else if (flock(*lock_file, LOCK_EX | LOCK_NB) != 0) {
        status = errno == EWOULDBLOCK ? STATUS_BUSY : STATUS_IO;
    }
    arena_finish(&arena);
    return status;
}

/* SQLite gives the WAL and its index the mode of the database, so it is made here, before SQLite does. */
static enum status make_private(const char *path) {
    int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    bool made = file >= 0 && fchmod(file, S_IRUSR | S_IWUSR) == 0;
    if (file >= 0) {
        close(file);
    }
    return made ? STATUS_OK : STATUS_IO;
}

static void start_writer(struct sqlite_journal *sqlite) {
    pthread_mutex_init(&sqlite->lock, NULL);
    pthread_condattr_t clock; /* what is owed is paid in a second, also where the wall clock is put back */
    pthread_condattr_init(&clock);
    pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
    pthread_cond_init(&sqlite->changed, &clock);
    pthread_condattr_destroy(&clock);
    if (pthread_create(&sqlite->thread, NULL, write_batches, sqlite) != 0) {
        diag(DIAG_ERROR, "cannot start a thread");
        abort();
    }
}

enum status journal_sqlite_open(const char *path, struct mailbox *mailbox, struct journal **journal) {
    struct id epoch;
    struct sqlite_journal *sqlite = memory_allocate(sizeof *sqlite);
    sqlite->path = memory_copy_str(str_of(path));
    enum status status = take_lock(path, &sqlite->lock_file);
    if (status == STATUS_OK) {
        status = make_private(path);
    }
    if (status == STATUS_OK) {
        status = sqlite_writer_open(&sqlite->writer, path);
    }
    if (status == STATUS_OK) {
        status = sqlite_read_epoch(sqlite->writer.db, &epoch);
        if (status != STATUS_OK) {
            sqlite_writer_close(&sqlite->writer);
        }
    }
    if (status != STATUS_OK) {
        release(sqlite);
        return status;
    }
    sqlite_readers_init(&sqlite->reading.readers, sqlite->path.data);
    journal_init(&sqlite->reading.journal, &sqlite_engine, mailbox, epoch);
    start_writer(sqlite);
    *journal = &sqlite->reading.journal;
    return STATUS_OK;
}
