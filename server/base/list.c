#include "base/list.h"

void list_init(struct list *list) {
    list->next = list;
    list->previous = list;
}

bool list_is_empty(const struct list *list) {
    return list->next == list;
}

void list_append(struct list *list, struct list *link) {
    link->previous = list->previous;
    link->next = list;
    list->previous->next = link;
    list->previous = link;
}

void list_remove(struct list *link) {
    if (link->next) { /* a zeroed link was never in a list */
        link->previous->next = link->next;
        link->next->previous = link->previous;
    }
    list_init(link);
}

struct list *list_first(const struct list *list) {
    return list_is_empty(list) ? NULL : list->next;
}
