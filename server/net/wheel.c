#include "net/wheel.h"

void wheel_init(struct wheel *wheel) {
    for (size_t i = 0; i < WHEEL_SLOTS; i++) {
        list_init(&wheel->slots[i]);
    }
    wheel->at = 0;
}

void wheel_add(struct wheel *wheel, struct list *link) {
    size_t last = (wheel->at + WHEEL_SLOTS - 1) % WHEEL_SLOTS;
    list_append(&wheel->slots[last], link);
}

void wheel_turn(struct wheel *wheel, void (*visit)(void *context, struct list *link), void *context) {
    struct list *slot = &wheel->slots[wheel->at];
    wheel->at = (wheel->at + 1) % WHEEL_SLOTS;
    struct list *link = slot->next;
    while (link != slot) {
        struct list *next = link->next;
        visit(context, link);
        link = next;
    }
}
