/* An intrusive doubly linked list: the links stand in the things themselves. A list is a link of its own. */
#ifndef SAMSKAP_BASE_LIST_H
#define SAMSKAP_BASE_LIST_H

#include <stdbool.h>
#include <stddef.h>

struct list {
    struct list *next;
    struct list *previous;
};

/* The thing of which link is the member. */
#define LIST_ENTRY(link, type, member) ((type *)(void *)((char *)(link)-offsetof(type, member)))

void list_init(struct list *list); /* an empty list, or a link that is in none */
bool list_is_empty(const struct list *list);
void list_append(struct list *list, struct list *link); /* link must be in no list */
void list_remove(struct list *link);                    /* harmless for a link in no list */
struct list *list_first(const struct list *list);       /* NULL: empty */

#endif
