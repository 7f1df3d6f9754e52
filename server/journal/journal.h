/* The journal: append-only stores of events, one numbered 1, 2, 3 … for each process (and one for the house).
 * Bytes without meaning. One contract over all engines (tests/unit/journal runs it over each).
 *
 * Threads: every call here is made on the loop's thread unless it says otherwise; completions and followed
 * events are delivered on it too, through the mailbox that the engine was opened with. A read made with
 * journal_read may be made on any thread.
 *
 * Durability: what is reported as stored is on the disk. After any error the head of the process is read from
 * the store anew; the outcome of what was in flight is UNKNOWN_OUTCOME, and the same command may be sent
 * again: it is then found to be stored already, or is stored now. */
#ifndef SAMSKAP_JOURNAL_JOURNAL_H
#define SAMSKAP_JOURNAL_JOURNAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/id.h"
#include "base/list.h"
#include "base/mailbox.h"
#include "base/status.h"
#include "base/str.h"

/* Caps of the contract; larger ones are refused with TOO_LARGE (and complete as such). */
enum {
    JOURNAL_ACTOR_SIZE = 64,
    JOURNAL_KIND_SIZE = 64,
    JOURNAL_TYPE_SIZE = 64, /* of a blob */
    JOURNAL_BODY_SIZE = 256 * 1024,
    JOURNAL_BLOB_SIZE = 8 * 1024 * 1024,
    JOURNAL_BATCH = 1000, /* events of one transaction; more wait for the next */
    JOURNAL_PAGE = 500    /* events of one read */
};

struct journal_event {
    int64_t seq; /* given by the journal; 0 before */
    struct id command;
    int64_t at; /* milliseconds UTC; see append */
    int version;
    bool redacted; /* its personal leaves have been emptied; appended so only from an archive */
    struct str actor;
    struct str kind;
    struct str body; /* JSON text */
};

/* Which stored events a redaction empties, and how. Runs inside the transaction, on the engine's thread: it
 * must touch nothing but its arguments. Writes the body without its personal leaves. */
typedef enum status journal_redact_fn(const struct journal_event *event, struct buffer *body);

/* Erasing: all of a process for good, its events and its blobs, in one transaction with an event of another
 * process that says so; when that completes, nothing of their texts is left in the store's files. Its id is
 * spent: every append and blob that comes for it afterwards completes as ERASED, as do reads of it, and it is
 * no process any more. Its followers get nothing further. */

/* One event to be appended: owned by the caller, who keeps it and all it points at until done is called;
 * done is called exactly once, also when the journal is closed (then with CANCELLED or what really happened).
 *   OK               stored as event.seq
 *   EXISTS           the command was stored already, as event.seq
 *   UNKNOWN_OUTCOME  the disk is full, the store is lost …: send it again
 *   TOO_LARGE, INVALID (no command, kind or body, or erasing its own
 *   process), NOT_FOUND (redacting a seq or blob that is not there), or
 *                    what redact returned
 *   ERASED           its process has been erased; it is of no use to send it again
 *   CANCELLED        never tried: the journal is being closed; likewise
 * A refusal settles this event alone; the rest of the batch goes on. Time never goes back: event.at is raised
 * to that of the latest event before it. Where at_is_fixed (the fixed time of an anonymous round) it is
 * stored as it is, and raises nobody else's. event.seq and event.at are what was stored (at only with OK). */
struct journal_append {
    struct list link; /* the journal's, until done */
    struct id process;
    struct journal_event event;
    bool at_is_fixed;
    const int64_t *redact_seqs; /* of this process, stored before; emptied in the same transaction */
    size_t redact_count;
    const uint8_t (*erase_blobs)[32]; /* erased in the same transaction */
    size_t erase_count;
    const struct id
        *erase; /* another process, erased in the same transaction, whatever of it is there; NULL */
    journal_redact_fn *redact;
    enum status status;
    void (*done)(struct journal_append *append);
};

/* Called for each stored event, in seq order, each once; the event is valid during the call. It comes before
 * the completion of the append that stored it, whatever failed in between. May append, follow and unfollow.
 */
typedef void journal_follow_fn(void *context, const struct journal_event *event);

struct journal;
struct journal_follower;

struct journal_process {
    struct id id;
    int64_t head; /* seq of its last event */
};

/* Starts storing. The journal takes what waits as one batch when the batch before is done. Appends are stored
 * in the order of these calls, after the blobs that were stored before them. */
void journal_append(struct journal *journal, struct journal_append *append);
/* How many appends have not completed. */
size_t journal_pending(const struct journal *journal);
/* False while the last write failed; the next append tries again. */
bool journal_is_writable(const struct journal *journal);

/* Calls, from the mailbox, for every event with seq > after, what is stored already (between the caller's
 * last read and this call) first. Where the store cannot be read, what is missing comes with the process's
 * next event. Followers that are left when the journal closes are freed by it. */
struct journal_follower *journal_follow(struct journal *journal, struct id process, int64_t after,
                                        journal_follow_fn *follow, void *context);
void journal_unfollow(struct journal_follower *follower); /* takes NULL */

/* Reads up to JOURNAL_PAGE events with seq > after, ascending, and calls for each; *last is the seq of the
 * last one, after if there was none. ERASED: the process has been erased. Any thread; blocks; holds no
 * transaction open when it returns. */
MUST_CHECK enum status journal_read(struct journal *journal, struct id process, int64_t after,
                                    journal_follow_fn *each, void *context, int64_t *last);
/* Any thread, as above. Every process that has an event, by id. */
typedef void journal_process_fn(void *context, const struct journal_process *process);
MUST_CHECK enum status journal_read_processes(struct journal *journal, journal_process_fn *each,
                                              void *context);

/* Blobs: large bytes beside the events, named by their SHA-256. Stored before the event that names them. Done
 * is called exactly once: OK (also where it is there already), UNKNOWN_OUTCOME, TOO_LARGE, ERASED, CANCELLED.
 */
struct journal_blob {
    struct list link;
    struct id process;
    uint8_t sha256[32];
    struct str type; /* media type */
    struct str bytes;
    enum status status;
    void (*done)(struct journal_blob *blob);
};
void journal_store_blob(struct journal *journal, struct journal_blob *blob);
/* Any thread. Appends the bytes and the type. NOT_FOUND. */
MUST_CHECK enum status journal_read_blob(struct journal *journal, struct id process, const uint8_t sha256[32],
                                         struct buffer *bytes, struct buffer *type);
/* Any thread. Every blob of the process, by hash. each must not call the journal. */
typedef void journal_blob_fn(void *context, const uint8_t sha256[32], struct str type, int64_t size);
MUST_CHECK enum status journal_read_blobs(struct journal *journal, struct id process, journal_blob_fn *each,
                                          void *context);

/* The store's epoch: a random id that changes whenever the store was restored from a copy. */
struct id journal_epoch(const struct journal *journal);
/* Stops taking appends, lets the batch in flight finish, completes all else with CANCELLED, and closes. Opens
 * the mailbox itself, for that. Not from within a follow or done; no read may be going on. Takes NULL. */
void journal_close(struct journal *journal);

#endif
