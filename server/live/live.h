/* Where it all flows: messages in, the beat, frames out (design §1, idea 4 and 5). Knows no network library:
 * a connection is a peer with two operations. Everything runs on the loop's thread; time, chance, journal and
 * analyser are given, so that a whole server can be simulated.
 *
 *   network → inbox → guards → append batch → durable → follow, in seq order → apply → replies
 *                                                                            → flush: one frame per audience
 */
#ifndef SAMSKAP_LIVE_LIVE_H
#define SAMSKAP_LIVE_LIVE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/id.h"
#include "base/mailbox.h"
#include "base/str.h"
#include "base/worker.h"
#include "journal/journal.h"
#include "live/frame.h"
#include "live/limits.h"
#include "records/types.h"
#include "words/words.h"

struct live;
struct client;

struct live_options {
    struct journal *journal;
    struct workers *workers;
    int64_t (*wall)(void *context);      /* milliseconds UTC */
    int64_t (*monotonic)(void *context); /* microseconds */
    void (*random)(void *context, void *bytes, size_t size);
    /* Runs on a worker, never twice at once: appends the analyses of a form. NULL: nothing is looked up. */
    void (*look_up)(void *context, enum words_language language, struct str form, struct buffer *analyses);
    void *context;
    struct live_limits limits;
    struct str build; /* shown to clients, who reload when it changes */
    struct str public_url;
};

/* The house is loaded before it returns. */
MUST_CHECK enum status live_create(const struct live_options *options, struct live **live);
/* All peers must have been disconnected; waits for nothing: workers and journal are closed before. Takes
 * NULL. */
void live_destroy(struct live *live);
/* One turn: everything that is due at this moment: appends, timers, flushes. Called after each batch of
 * input (messages, peers that can be written to, peers that went), after the mailbox was opened, and when the
 * time it returned has come. Returns the microseconds until
 * it must be called again at the latest. */
int64_t live_turn(struct live *live);
/* No new clients; those that are there are asked to come again (close code 1012). */
void live_stop(struct live *live);

/* ---- peers ---- */

enum peer_write { PEER_TAKEN, PEER_BUSY, PEER_LOST };

struct peer_ops {
    /* Sends now if nothing is buffered (the frame is retained if need be), else BUSY: live_writable is called
     * when there is room. */
    enum peer_write (*write)(void *peer, struct frame *frame);
    /* Closes after the frames that were taken. live_disconnected follows, later, and may follow without it.
     */
    void (*close)(void *peer, int code, const char *reason);
    /* Stops and resumes reading from the peer. */
    void (*set_reading)(void *peer, bool reading);
};

struct peer_info {
    struct str address; /* for the throttle of wrong codes only */
    struct str login;   /* the log-in cookie's value; absent */
    struct str token;   /* the participant cookie's value; absent */
    bool same_origin;   /* the Origin header named this very server */
};

/* peer is not NULL; info is copied. Close codes: 1008 sends on although it is not read, 1011 its process
 * cannot go on, 1012 the server stops, 1013 too many connections, 4001 too many of one participant, 4002 no
 * join or attend in time, 4003 logged out or no longer granted, 4004 the process is gone for good. */
struct client *live_connect(struct live *live, const struct peer_ops *ops, void *peer,
                            const struct peer_info *info);
/* One whole message, at most limits.frame bytes. */
void live_receive(struct live *live, struct client *client, struct str message);
void live_writable(struct live *live, struct client *client);
void live_disconnected(struct live *live, struct client *client);

/* ---- what HTTP asks ---- */

/* Completes exactly once, on the loop. */
struct desk_answer {
    enum reason reason; /* absent: done */
    struct str cookie;  /* the log-in cookie's value, 32 digits */
    struct id account;
    struct id download; /* for live_download_done */
};
typedef void desk_fn(void *context, const struct desk_answer *answer);

void live_log_in(struct live *live, struct str name, struct str password, struct str address, desk_fn *done,
                 void *context);
/* By the secret that a host's remote.add gave. */
void live_log_in_remote(struct live *live, struct str secret, struct str address, desk_fn *done,
                        void *context);
/* name is used by the first administrator only. */
void live_accept_invite(struct live *live, struct str token, struct str name, struct str password,
                        desk_fn *done, void *context);
void live_log_out(struct live *live, struct str cookie, desk_fn *done, void *context);
/* Who the cookie is, and whether a record (study none, or a study's research material) may be downloaded by
 * them; the download is written into the house's journal before done is called. */
void live_download(struct live *live, struct str cookie, struct id process, struct id session,
                   struct id study, enum record_view view, struct str format, desk_fn *done, void *context);
/* The record was made: its SHA-256, in hexadecimal digits, and its size are written into the house's journal
 * before done is called, and before anybody is given a byte of it. */
void live_download_done(struct live *live, struct id download, struct str sha256, int64_t bytes,
                        desk_fn *done, void *context);
/* ---- pictures ---- */

/* Whether who the cookie is may upload pictures to the process now: absent, and account is who; denied,
 * unknown_process, loading (come again in a moment), read_only, refused_process, too_many. */
enum reason live_may_upload(struct live *live, struct str cookie, struct id process, struct id *account);

enum { LIVE_FILES = 2 };
struct live_file {
    uint8_t sha256[32]; /* of the bytes */
    struct str type;    /* media type */
    struct str bytes;   /* must stay until done is called */
};
/* Stores files of a process's pictures, for pictures to name. Completes exactly once, on the loop: absent;
 * not stored (try again); too_many, unknown_process, loading. */
typedef void live_stored_fn(void *context, enum reason reason);
void live_store_files(struct live *live, struct id process, const struct live_file files[LIVE_FILES],
                      live_stored_fn *done, void *context);
/* The file of a picture that the owner of the ticket is shown at this moment, by its hash: absent, or
 * unknown_picture. */
enum reason live_find_picture(const struct live *live, struct str ticket, struct id process,
                              struct id picture, bool small, uint8_t sha256[32]);

/* Makes a one-time link's secret: account none, for the first administrator (only where there is none yet).
 */
typedef void desk_invite_fn(void *context, enum reason reason, struct str secret);
void live_invite(struct live *live, struct str account_name, enum grant_role role, desk_invite_fn *done,
                 void *context);
bool live_has_administrator(const struct live *live);

/* ---- for those who run it ---- */

struct live_state {
    bool writable; /* the journal's last write did not fail */
    int64_t clients, participants, processes_live, processes_loading, events_appended, events_void, notes,
        votes, commands, refused, frames_made, frames_sent, bytes_sent, batches, last_flush_microseconds,
        longest_flush_microseconds, last_batch_microseconds;
};
void live_get_state(const struct live *live, struct live_state *state);

#endif
