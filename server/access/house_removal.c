/* Processes that are gone for good: the ways in and the grants that end with them, and the titles that the
 * house's own journal must lose. */
#include "access/house_state.h"

enum reason house_judge_process_remove(const struct house *house, const struct house_event *event) {
    const struct house_process *process = house_process(house, event->body.process_remove.process);
    if (!process) {
        return REASON_UNKNOWN_PROCESS;
    }
    const struct house_process_remove *remove = &event->body.process_remove;
    bool was_decided = !str_is_empty(remove->reason) && !str_is_empty(remove->decision);
    return process->rehearsal || remove->unused || was_decided ? REASON_ABSENT : REASON_HAS_ANSWERS;
}

static void end_ways_in(struct house *house, struct id process) {
    const void *cursor = NULL;
    struct joining *joining;
    while ((joining = map_next(&house->joinings, &cursor))) {
        if (id_equal(joining->process, process)) {
            house_end_joining(house, joining);
        }
    }
}

static void end_grants(struct house *house, struct id process) {
    for (size_t i = 0; i < house->account_count; i++) {
        house_end_grants(house, house_find_id(&house->accounts, house->account_order[i]->id), process);
    }
}

static void move_titles(struct list *from, struct list *to) {
    struct list *link;
    while ((link = list_first(from))) {
        list_remove(link);
        list_append(to, link);
    }
}

static void forget_title(struct list *titles, int64_t seq) {
    for (struct list *link = titles->next; link != titles; link = link->next) {
        if (LIST_ENTRY(link, struct house_title, link)->seq == seq) {
            list_remove(link);
            return;
        }
    }
}

void house_change_process_remove(struct house *house, const struct house_process_remove *remove) {
    struct house_entry *entry = house_find_process(house, remove->process);
    entry->removed = true;
    entry->process.title = (struct str){0};
    end_ways_in(house, remove->process);
    end_grants(house, remove->process);
    move_titles(&entry->titles, &house->due_titles);
    for (size_t i = 0; i < remove->seqs_count; i++) {
        forget_title(&house->due_titles, remove->seqs[i]);
    }
}

void house_change_redact(struct house *house, const struct house_redact *redact) {
    for (size_t i = 0; i < redact->seqs_count; i++) {
        forget_title(&house->due_titles, redact->seqs[i]);
    }
}

static struct id process_of(const struct house_event *event) {
    switch (event->kind) {
    case HOUSE_PROCESS_ADD:
        return event->body.process_add.process;
    case HOUSE_PROCESS_RENAME:
        return event->body.process_rename.process;
    default:
        return (struct id){0};
    }
}

void house_note_title(struct house *house, const struct house_event *event) {
    struct house_entry *entry = house_find_process(house, process_of(event));
    if (!entry || event->redacted) {
        return;
    }
    struct house_title *title = arena_allocate(&house->arena, sizeof *title);
    title->seq = event->seq;
    list_append(entry->removed ? &house->due_titles : &entry->titles, &title->link);
}

static size_t list_seqs(const struct list *titles, int64_t *seqs, size_t most) {
    size_t count = 0;
    for (const struct list *link = titles->next; link != titles && count < most; link = link->next) {
        seqs[count++] = LIST_ENTRY(link, struct house_title, link)->seq;
    }
    return count;
}

size_t house_titles(const struct house *house, struct id process, int64_t *seqs, size_t most) {
    const struct house_entry *entry = house_find_process(house, process);
    return entry ? list_seqs(&entry->titles, seqs, most) : 0;
}

size_t house_due_titles(const struct house *house, int64_t *seqs, size_t most) {
    return list_seqs(&house->due_titles, seqs, most);
}

bool house_has_removed(const struct house *house, struct id process) {
    const struct house_entry *entry = house_find_process(house, process);
    return entry && entry->removed;
}
