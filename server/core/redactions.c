/* Emptying texts in place. The journal empties the bodies and appends the event in one transaction; here the
 * state lets go of the same texts. Applied to the state as it is, it gives what a refold of the emptied
 * bodies gives: which texts go is told by the seqs that they are of, never by what is (still) there. */
#include <stdlib.h>

#include "base/memory.h"
#include "core/handler.h"
#include "core/rounds/round_kind.h"
#include "core/state.h"

static bool was_decided_by_its_texts(const struct command *command) {
    switch (command->event_kind) {
    case EVENT_WORD_MERGE:
    case EVENT_WORD_SPLIT:
    case EVENT_WORD_RENAME:
    case EVENT_WORD_MARK:
        return true;
    default:
        return command->reason == REASON_EMPTY || command->reason == REASON_BAD_FIELDS;
    }
}

bool process_text_waits_for_nothing(const struct event *event) {
    switch (event->kind) {
    case EVENT_ENTRY_PUT:
    case EVENT_STEP_PUT:
    case EVENT_HOLDING_PUT:
    case EVENT_THEME_PUT:
    case EVENT_MARK_PUT:
    case EVENT_FIELD_NOTE_PUT:
        return true;
    case EVENT_STUDY_PUT:
        return !str_is_empty(event->body.study_put.investigator) ||
               !str_is_empty(event->body.study_put.contact);
    case EVENT_INFORMATION_PUT:
        return !str_is_empty(event->body.information_put.contact);
    case EVENT_PICTURE_PUT:
        return !str_is_empty(event->body.picture_put.caption);
    case EVENT_PARTICIPANT_PUT:
        return !str_is_empty(event->body.participant_put.name);
    default:
        return false;
    }
}

static enum reason judge_redact(const struct process *process, const struct event *event) {
    const struct event_redact *redact = &event->body.redact;
    if (redact->seqs_count == 0 && redact->blobs_count == 0) {
        return REASON_EMPTY;
    }
    for (size_t i = 0; i < redact->seqs_count; i++) {
        const struct command *command = commands_at(&process->commands, redact->seqs[i]);
        if (!command || was_decided_by_its_texts(command)) {
            return REASON_DENIED;
        }
    }
    return REASON_ABSENT;
}

static struct tracked *apply_redact(struct process *process, const struct event *event) {
    const struct event_redact *redact = &event->body.redact;
    for (size_t i = 0; i < redact->seqs_count; i++) {
        struct command *command = commands_at(&process->commands, redact->seqs[i]);
        command->redacted = true;
        if (command->about && command->about->kind->redact) {
            command->about->kind->redact(process, command->about, redact->seqs[i]);
        }
    }
    forms_relist(process);
    return NULL;
}

const struct handler redaction_handlers[] = {
    {EVENT_REDACT, BY_SERVER, judge_redact, apply_redact},
    {EVENT_ABSENT, 0, NULL, NULL},
};

static int compare_seqs(const void *left, const void *right) {
    const int64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

size_t process_due_redactions(const struct process *process, int64_t *seqs, size_t capacity) {
    struct seqs due = {0};
    for (size_t i = 0; i < process->all_round_count; i++) {
        const struct round_entry *round = process->all_rounds[i];
        if (!round_is_under_way(&round->round) && round->kind->due) {
            round->kind->due(process, round, &due);
        }
    }
    for (size_t i = 0; i < process->stray.count; i++) {
        if (!commands_at(&process->commands, process->stray.list[i])->redacted) {
            seqs_add(&due, process->stray.list[i]);
        }
    }
    if (due.count > 1) {
        qsort(due.list, due.count, sizeof *due.list, compare_seqs);
    }
    size_t count = 0; /* what is erased may be due for another reason too */
    for (size_t i = 0; i < due.count && count < capacity; i++) {
        if (i == 0 || due.list[i] != due.list[i - 1]) {
            seqs[count++] = due.list[i];
        }
    }
    memory_free(due.list);
    return count;
}
