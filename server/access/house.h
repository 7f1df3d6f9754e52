/* The house as a fold over its journal: accounts, grants, processes, ways in, downloads, templates. Pure,
 * like core. */
#ifndef SAMSKAP_ACCESS_HOUSE_H
#define SAMSKAP_ACCESS_HOUSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/id.h"
#include "base/list.h"
#include "base/map.h"
#include "base/str.h"
#include "records/house.h"

struct house;

enum { HOUSE_HASH_SIZE = 16, HOUSE_TEMPLATES = 200 /* at most */ };

struct house_event {
    int64_t seq;
    struct id command;
    struct id account; /* who did it; none: the server */
    int64_t at;
    enum house_kind kind;
    bool redacted; /* its title was emptied in the journal */
    union house_body body;
    uint8_t hash[HOUSE_HASH_SIZE]; /* of kind and body, without what the server fills in */
};

/* The journal id under which the house is stored. */
struct id house_id(void);

struct house *house_create(struct map_seed seed);
void house_destroy(struct house *house);
/* Whether the event would be accepted now: REASON_ABSENT, or why not. Judges what may be so, not who may do
 * it: that is asked before, of house_may.
 * - id_taken: the id (also one of a process that was removed), name, token, open join code or secret is
 * somebody else's
 * - denied: no such account; an invitation that is unknown, used, expired or for another account; a first
 *   administrator where there is one; a log-in without a password; removing what is no rehearsal
 * - unknown_process: no such process, or no longer
 * - wrong_state: a download that was done already
 * - empty: a name without a visible character, a template without a body
 * - stale: a template has been changed since
 * - too_many: templates
 * - bad_time: what expires before it begins
 * - wrong_state: the last administrator's grant on the house cannot be revoked
 * - bad_params: a grant of a study that is no researcher's of a process; a join code that is not ten digits,
 * a hash that is none, a name with control characters */
enum reason house_judge(const struct house *house, const struct house_event *event);
/* Judges, then changes the state; event->seq must be the head's successor. A new password ends the log-ins
 * that the account has; all else leaves them be. Texts are copied. */
enum reason house_apply(struct house *house, const struct house_event *event);
int64_t house_head(const struct house *house);

/* What became of a command; as struct seen of core. */
struct house_seen {
    int64_t seq;
    enum reason reason;
    bool same; /* the event asked about has the same kind, account and hash */
};
/* False: the command is not in the journal. */
bool house_seen(const struct house *house, const struct house_event *event, struct house_seen *seen);

struct account {
    struct id id;
    struct str name;          /* unique, compared case-folded */
    struct str password_hash; /* absent until an invitation was accepted */
    struct list grants;       /* of struct house_grant, in the order in which they were given */
};
struct house_grant {
    struct list link;
    enum grant_role role;
    struct id process; /* none: the house */
    struct id study;   /* of the process, whose material alone it opens; none: no study's */
};
struct invite {
    struct id id;
    struct id account; /* none: makes the first administrator */
};
/* A way in for participants: hangs on the wall of the room, so it is kept in clear. */
struct joining {
    struct id process, session;
    struct str code, secret;
    struct str older_code, older_secret; /* before they were last renewed; absent: they never were */
    bool open;
};
struct house_process {
    struct id process;
    struct str title;
    bool rehearsal; /* may be removed for good */
};
struct house_display {
    struct id process, session;
    struct group_ref group; /* whose own it is; none: the session's */
};

/* What new processes and sessions can be made of: JSON that pages read. */
struct house_template {
    struct id id;
    int64_t seq;            /* of its last change */
    struct str title, body; /* absent once it is removed */
    bool removed;
};

/* Who took which record home, and when. */
struct house_download {
    struct id process, session; /* session none: all of them */
    struct id account;          /* none: from the command line */
    enum record_view view;
    struct id study; /* whose material; none: that of the process's own question */
    struct str format;
    int64_t at;
    struct id id;      /* none: an older one */
    struct str sha256; /* of the file, in hexadecimal digits; absent: it was never made, or nobody kept it */
    int64_t bytes;
};

bool house_has_administrator(const struct house *house);
const struct account *house_account(const struct house *house, struct id account);
/* In the order in which they were added. */
const struct account *const *house_accounts(const struct house *house, size_t *count);
const struct account *house_account_by_name(const struct house *house, struct str name);
/* Who a log-in cookie is; NULL: nobody, or no longer. */
const struct account *house_login(const struct house *house, struct str token_hash, int64_t now);
const struct invite *house_invite(const struct house *house, struct str token_hash, int64_t now);
/* Grants on the house hold for every process; an administrator of the house may do what a facilitator may;
 * reading research material is always a grant of its own. process none: the house. */
bool house_may(const struct house *house, struct id account, enum grant_role role, struct id process);
/* Whether the account may read the material of that study of the process, which no other grant opens. */
bool house_may_read(const struct house *house, struct id account, struct id process, struct id study);
/* Whether the account may read any research material of the process, and so may observe its sessions. */
bool house_may_observe(const struct house *house, struct id account, struct id process);
/* Whether that is so of the house or of any process. */
bool house_may_somewhere(const struct house *house, struct id account, enum grant_role role);
const struct joining *house_joining(const struct house *house, struct id session);
/* Also of a joining that is closed, where no open one has the code. */
const struct joining *house_joining_by_code(const struct house *house, struct str code);
const struct joining *house_joining_by_secret(const struct house *house, struct str secret);
const struct house_display *house_display(const struct house *house, struct str token_hash);
/* NULL: there is none, or no longer. */
const struct house_process *house_process(const struct house *house, struct id process);
bool house_has_removed(const struct house *house, struct id process);
/* The events that hold a title of the process in the journal still, at most so many; their seqs. */
size_t house_titles(const struct house *house, struct id process, int64_t *seqs, size_t most);
/* The same of all processes that were removed. */
size_t house_due_titles(const struct house *house, int64_t *seqs, size_t most);
/* All, or those that the account may enter as facilitator or researcher, or of a study in it; in the order in
 * which they were made. */
size_t house_processes(const struct house *house, const struct id *account, struct arena *arena,
                       const struct house_process **processes);
/* NULL: there is none, or no longer. */
const struct house_template *house_template(const struct house *house, struct id id);
/* Those that there are, in the order in which they were first put. */
size_t house_templates(const struct house *house, struct arena *arena,
                       const struct house_template ***templates);
/* In the order in which they were made. */
const struct house_download *house_downloads(const struct house *house, size_t *count);

#endif
