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
    struct id account, process, study;
    int64_t role;
};

/* A process, also once it was removed: its id is never used again. */
struct house_entry {
    struct house_process process;
    bool removed;
    struct list titles; /* of struct house_title: in house.due_titles instead, once it is removed */
};

/* An event, void or not, that holds a title of a process in the journal. */
struct house_title {
    struct list link;
    int64_t seq;
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
    struct map processes;     /* struct house_entry by id */
    struct house_entry **process_order;
    size_t process_count, process_capacity;
    struct map joinings;     /* struct joining by session */
    struct map join_codes;   /* the same by code; where several had one, that which is open or was last put */
    struct map join_secrets; /* the same by secret */
    struct map displays;     /* struct house_display by the token's hash */
    struct house_download *downloads;
    size_t download_count, download_capacity;
    struct list due_titles; /* of processes that were removed: to be emptied */
    struct map templates;   /* struct house_template by id; their texts are freed */
    struct house_template **template_order;
    size_t template_count, template_capacity, templates_there;
};

void *house_find_id(const struct map *map, struct id id);
void *house_find_text(const struct map *map, struct str text);
/* Also one that was removed. */
struct house_entry *house_find_process(const struct house *house, struct id process);
struct house_download *house_find_download(const struct house *house, struct id id); /* NULL */
struct account *house_find_name(const struct house *house, struct str name);
bool house_is_granted(const struct house *house, struct id account, enum grant_role role, struct id process);
bool house_is_granted_study(const struct house *house, struct id account, struct id process, struct id study);
/* Whether the invitation can still be used at that time. */
bool house_can_accept(const struct house *house, const struct invitation *invitation, int64_t at);
/* Remembers a command that has just got its seq. */
void house_remember(struct house *house, const struct house_event *event, enum reason reason);
/* Changes the state by an event that was judged to hold. */
void house_change(struct house *house, const struct house_event *event);
/* Takes a way in from the maps by which it is found. */
void house_end_joining(struct house *house, const struct joining *joining);
/* All that the account was granted on that process alone. */
void house_end_grants(struct house *house, struct account *account, struct id process);

/* house_removal.c */
enum reason house_judge_process_remove(const struct house *house, const struct house_event *event);
void house_change_process_remove(struct house *house, const struct house_process_remove *remove);
void house_change_redact(struct house *house, const struct house_redact *redact);
/* Remembers a title that has just come into the journal, whatever became of the event. */
void house_note_title(struct house *house, const struct house_event *event);

/* house_templates.c */
enum reason house_judge_template_put(const struct house *house, const struct house_event *event);
void house_change_template_put(struct house *house, const struct house_event *event);
void house_free_templates(struct house *house);

#endif
