#include "core/chronicle.h"

#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"

/* ---- the big screen ---- */

static bool stages_are_same(const struct stage *a, const struct stage *b) {
    return a->screen == b->screen && a->entries == b->entries && id_equal(a->item, b->item) &&
           id_equal(a->round, b->round) && id_equal(a->list, b->list) && id_equal(a->note, b->note) &&
           id_equal(a->picture, b->picture) && id_equal(a->board, b->board) && id_equal(a->theme, b->theme) &&
           id_equal(a->group, b->group) && id_equal(a->comparison, b->comparison);
}

void chronicle_show(struct session_entry *session, int64_t at) {
    struct chronicle *chronicle = &session->chronicle;
    const struct shown *last =
        chronicle->shown_count > 0 ? &chronicle->shown[chronicle->shown_count - 1] : NULL;
    if (chronicle->shown_count >= PROCESS_SHOWN ||
        (last && stages_are_same(&last->stage, &session->session.stage))) {
        return;
    }
    chronicle->shown = memory_grow(chronicle->shown, &chronicle->shown_capacity, chronicle->shown_count + 1,
                                   sizeof *chronicle->shown);
    chronicle->shown[chronicle->shown_count++] = (struct shown){at, session->session.stage};
}

/* ---- acts ---- */

void chronicle_act(struct session_entry *session, struct act act) {
    struct chronicle *chronicle = &session->chronicle;
    if (chronicle->act_count < PROCESS_ACTS) {
        chronicle->acts = memory_grow(chronicle->acts, &chronicle->act_capacity, chronicle->act_count + 1,
                                      sizeof *chronicle->acts);
        chronicle->acts[chronicle->act_count++] = act;
    }
}

void chronicle_round_act(struct round_entry *round, const struct event *event, enum act_kind kind,
                         bool undone) {
    chronicle_act(round->session,
                  (struct act){.at = event->at, .kind = kind, .round = round->round.id, .undone = undone});
}

void chronicle_finish(struct chronicle *chronicle) {
    memory_free(chronicle->shown);
    memory_free(chronicle->acts);
}

/* ---- wordings ---- */

static void add_line(struct buffer *lines, struct str line) {
    if (lines->size > 0) {
        buffer_append_byte(lines, '\n');
    }
    buffer_append_str(lines, line);
}

/* One a line; of what there is nothing to choose from, none. */
static void list_choices(const struct round *round, struct buffer *lines) {
    for (size_t i = 0; round->form == ROUND_FORM_BALLOT && i < round->ballot.choices_count; i++) {
        add_line(lines, round->ballot.choices[i].text);
    }
    for (size_t i = 0; round->form == ROUND_FORM_SCALE && i < round->scale.statements_count; i++) {
        add_line(lines, round->scale.statements[i].text);
    }
}

static bool says(const struct wording *wording, const struct round *round, struct str choices) {
    return str_equal(wording->question, round->question) && str_equal(wording->helper, round->helper) &&
           str_equal(wording->choices, choices);
}

static struct wording *next_wording(struct wordings *wordings) {
    if (wordings->count == PROCESS_WORDINGS) {
        return &wordings->list[wordings->count - 1];
    }
    wordings->list =
        memory_grow(wordings->list, &wordings->capacity, wordings->count + 1, sizeof *wordings->list);
    int64_t before = wordings->count > 0 ? wordings->list[wordings->count - 1].version : 0;
    wordings->list[wordings->count] = (struct wording){.version = before};
    return &wordings->list[wordings->count++];
}

void chronicle_word(struct round_entry *entry, int64_t at) {
    struct wordings *wordings = &entry->wordings;
    const struct round *round = &entry->round;
    struct buffer lines;
    buffer_init(&lines);
    list_choices(round, &lines);
    struct str choices = {lines.data, lines.size};
    bool is_said = wordings->count > 0 && says(&wordings->list[wordings->count - 1], round, choices);
    if (round->opened > 0 && !is_said) {
        struct wording *wording = next_wording(wordings);
        wording->from = at;
        wording->version++;
        keep_str(&wording->question, round->question);
        keep_str(&wording->helper, round->helper);
        keep_str(&wording->choices, choices);
    }
    buffer_finish(&lines);
}

static void forget_wordings(struct wordings *wordings) {
    for (size_t i = 0; i < wordings->count; i++) {
        memory_free_str(&wordings->list[i].question);
        memory_free_str(&wordings->list[i].helper);
        memory_free_str(&wordings->list[i].choices);
    }
    wordings->count = 0;
}

void chronicle_unword(struct round_entry *round) {
    forget_wordings(&round->wordings);
}

void wordings_finish(struct wordings *wordings) {
    forget_wordings(wordings);
    memory_free(wordings->list);
}

/* ---- for readers ---- */

const struct shown *process_shown(const struct process *process, const struct session *session,
                                  size_t *count) {
    const struct session_entry *entry = session_entry_of(session);
    (void)process;
    *count = entry->chronicle.shown_count;
    return entry->chronicle.shown;
}

const struct act *process_acts(const struct process *process, const struct session *session, size_t *count) {
    const struct session_entry *entry = session_entry_of(session);
    (void)process;
    *count = entry->chronicle.act_count;
    return entry->chronicle.acts;
}

const struct wording *process_wordings(const struct process *process, const struct round *round,
                                       size_t *count) {
    const struct round_entry *entry = round_find(process, round->id);
    *count = entry->wordings.count;
    return entry->wordings.list;
}
