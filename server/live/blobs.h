/* The files of a process's pictures, as far as they are stored: blobs beside its journal. Uploaded before the
 * event that names them, so that each may come to nothing: what no picture shows, nor may show again by an
 * undo, is erased once it has been so for limits.file_grace, and at once where its picture was erased for
 * good. Over a restart that time begins anew.
 *
 * Stored → named by a picture → let go by its removal, or never named → erased in one transaction with the
 * event that says so. Whoever names one that is being erased is told that it is not there. */
#ifndef SAMSKAP_LIVE_BLOBS_H
#define SAMSKAP_LIVE_BLOBS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/list.h"
#include "base/map.h"
#include "base/status.h"
#include "base/str.h"
#include "live/blob_hash.h"
#include "records/types.h"

struct event;
struct id;
struct journal;
struct journal_append;
struct room;

/* As many as all pictures have that stand, and so many more. */
enum { BLOBS_MOST = 1400 };

struct blobs {
    struct map by_hash;
    struct list list;
    int64_t due; /* microseconds: when they must be looked at; INT64_MAX: not before something happens */
};

void blobs_init(struct blobs *blobs, struct map_seed seed);
void blobs_finish(struct blobs *blobs);
/* Reads which there are. Any thread, while nobody else uses them; blocks. */
MUST_CHECK enum status blobs_load(struct blobs *blobs, struct journal *journal, struct id process);
/* Whether it may be stored: absent, too_many, or not_stored while the same one is being erased. Where it is
 * there already its time begins anew, so that nothing lets go of it meanwhile. */
enum reason blobs_take_in(struct room *room, const uint8_t sha256[BLOB_HASH]);
/* It is stored. type: its media type. */
void blobs_add(struct room *room, const uint8_t sha256[BLOB_HASH], struct str type);
/* Whether a picture names what is there: absent, or unknown_blob. All other events are none of its business.
 */
enum reason blobs_judge(const struct room *room, const struct event *event);
/* Something happened by which one may be let go. */
void blobs_look(struct room *room);
/* Pictures were erased, perhaps before the server stopped: what is theirs alone goes at once. */
void blobs_hurry(struct room *room);
/* When they must be looked at: microseconds, INT64_MAX: never. */
int64_t blobs_due(const struct room *room);
/* Looks at them where that is due, and begins to erase. */
void blobs_sweep(struct room *room);
/* What blobs_sweep began has completed. */
void blobs_erased(struct room *room, const struct journal_append *append);

#endif
