/* The house's own state: only for the files of the house. What stays for good (accounts, processes, ways in)
 * lies in its arena; log-ins come and go and are freed. */
#ifndef SAMSKAP_ACCESS_HOUSE_STATE_H
#define SAMSKAP_ACCESS_HOUSE_STATE_H

#include "access/house.h"
#include "base/list.h"

enum { HOUSE_TOKEN_HASH = 64 };

struct invitation {
    struct invite invite;
    int64_t expires; /* 0: when it is used */
    bool used;
};

struct login {
    struct list link; /* in house.login_order */
    struct id account;
    int64_t expires;
    char token_hash[HOUSE_TOKEN_HASH];
};

/* The key of a grant; zeroed before it is filled, for it is hashed as bytes. */
struct grant_key {
    struct id account, process;
    int64_t role;
};

struct house_command {
    struct id account;
    enum house_kind kind;
    enum reason reason;
    uint8_t hash[HOUSE_HASH_SIZE];
};

struct house {
    struct arena arena;
    int64_t head;
    struct house_command *commands; /* by seq, from 1 */
    size_t command_capacity;
    struct map command_seqs;  /* seq, as a pointer, by the command's id */
    struct map accounts;      /* struct account by id */
    struct map account_names; /* the same by folded name */
    const struct account **account_order;
    size_t account_count, account_capacity;
    struct map invitations;   /* struct invitation by id */
    struct map invite_tokens; /* the same by the token's hash */
    struct map logins;        /* struct login by the token's hash */
    struct list login_order;  /* as they were made */
    struct map grants;        /* struct house_grant by struct grant_key */
    size_t administrators;    /* of the house */
    struct map processes;     /* struct house_process by id */
    struct house_process **process_order;
    size_t process_count, process_capacity;
    struct map joinings;     /* struct joining by session */
    struct map join_codes;   /* the same by code; where several had one, that which is open or was last put */
    struct map join_secrets; /* the same by secret */
    struct map displays;     /* struct house_display by the token's hash */
    struct house_download *downloads;
    size_t download_count, download_capacity;
};

void *house_find_id(const struct map *map, struct id id);
void *house_find_text(const struct map *map, struct str text);
struct account *house_find_name(const struct house *house, struct str name);
bool house_is_granted(const struct house *house, struct id account, enum grant_role role, struct id process);
/* Whether the invitation can still be used at that time. */
bool house_can_accept(const struct house *house, const struct invitation *invitation, int64_t at);
/* Remembers a command that has just got its seq. */
void house_remember(struct house *house, const struct house_event *event, enum reason reason);
/* Changes the state by an event that was judged to hold. */
void house_change(struct house *house, const struct house_event *event);

#endif
