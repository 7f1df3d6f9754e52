/* What is live and on the big screen, and who steers it. The last one that was said holds, whatever it was
 * that its sender saw; where somebody steers, nobody else says it. */
#include "core/boards.h"
#include "core/chronicle.h"
#include "core/groupings.h"
#include "core/rounds/round_kind.h"

static enum reason judge_staged_item(const struct process *process, const struct event_session_stage *stage) {
    const struct item_entry *entry = item_find(process, stage->item);
    if (id_is_none(stage->item)) {
        return REASON_ABSENT;
    }
    bool stands = entry && !entry->item.removed && id_equal(entry->item.session, stage->id);
    return stands ? REASON_ABSENT : REASON_UNKNOWN_ITEM;
}

static bool is_with_session(const struct round *round, struct id session) {
    struct id place = round_place(round).session;
    return id_is_none(place) || id_equal(place, session);
}

static enum reason judge_staged_round(const struct process *process,
                                      const struct event_session_stage *stage) {
    const struct round_entry *entry = round_find(process, stage->round);
    if (id_is_none(stage->round)) {
        return stage->screen == STAGE_SCREEN_ROUND ? REASON_WRONG_FORM : REASON_ABSENT;
    }
    bool stands = entry && !entry->round.removed && !entry->session->session.removed;
    return stands && is_with_session(&entry->round, stage->id) ? REASON_ABSENT : REASON_UNKNOWN_ROUND;
}

/* A wall is a group's, or a table's where the round goes by tables. */
static enum reason judge_staged_group(const struct process *process,
                                      const struct event_session_stage *stage) {
    const struct round_entry *entry = round_find(process, stage->round);
    if (stage->screen == STAGE_SCREEN_WALLS && (!entry || entry->round.form != ROUND_FORM_NOTES)) {
        return REASON_WRONG_FORM;
    }
    if (id_is_none(stage->group)) {
        return REASON_ABSENT;
    }
    return entry ? round_judge_group(process, entry, stage->group) : REASON_WRONG_FORM;
}

static enum reason judge_staged_list(const struct process *process, const struct event_session_stage *stage) {
    if (id_is_none(stage->list)) {
        return stage->screen == STAGE_SCREEN_WORDS ? REASON_WRONG_FORM : REASON_ABSENT;
    }
    const struct word_list_entry *entry = word_list_find(process, stage->list);
    return entry && !entry->list.removed ? REASON_ABSENT : REASON_UNKNOWN_LIST;
}

static enum reason judge_staged_theme(const struct process *process,
                                      const struct event_session_stage *stage) {
    const struct theme_entry *entry = theme_find(process, stage->theme);
    if (id_is_none(stage->theme)) {
        return REASON_ABSENT;
    }
    bool is_here = entry && !entry->theme.removed && id_equal(entry->theme.board->id, stage->board);
    return is_here ? REASON_ABSENT : REASON_UNKNOWN_THEME;
}

/* A board that is with one session is not with the others. */
static enum reason judge_staged_board(const struct process *process,
                                      const struct event_session_stage *stage) {
    const struct board_entry *entry = board_find(process, stage->board);
    if (id_is_none(stage->board)) {
        return stage->screen == STAGE_SCREEN_THEMES ? REASON_WRONG_FORM : REASON_ABSENT;
    }
    if (!entry || entry->board.removed || !board_is_seen_in(entry, stage->id)) {
        return REASON_UNKNOWN_BOARD;
    }
    return entry->board.shown ? REASON_ABSENT : REASON_HIDDEN;
}

/* Rounds of several sessions stand side by side, so any session's stage may name it. Where it is not told
 * (yet), the screen finds none. */
static enum reason judge_staged_comparison(const struct process *process,
                                           const struct event_session_stage *stage) {
    const struct comparison *comparison = process_comparison(process, stage->comparison);
    if (id_is_none(stage->comparison)) {
        return stage->screen == STAGE_SCREEN_COMPARISON ? REASON_WRONG_FORM : REASON_ABSENT;
    }
    if (!comparison || comparison->removed) {
        return REASON_UNKNOWN_COMPARISON;
    }
    return comparison->shown ? REASON_ABSENT : REASON_HIDDEN;
}

/* What is put on the big screen is there for all to read, so they must be allowed to. */
static enum reason judge_staged_note(const struct process *process, const struct event_session_stage *stage) {
    const struct note *note = process_note(process, stage->note);
    if (id_is_none(stage->note)) {
        return stage->screen == STAGE_SCREEN_NOTE ? REASON_WRONG_FORM : REASON_ABSENT;
    }
    if (!note || !is_with_session(note->round, stage->id)) {
        return REASON_UNKNOWN_NOTE;
    }
    return note_is_visible_to_all(note) ? REASON_ABSENT : REASON_HIDDEN;
}

static enum reason judge_staged_picture(const struct process *process,
                                        const struct event_session_stage *stage) {
    const struct picture_entry *entry = picture_find(process, stage->picture);
    if (id_is_none(stage->picture)) {
        return stage->screen == STAGE_SCREEN_PICTURE ? REASON_WRONG_FORM : REASON_ABSENT;
    }
    if (!entry || entry->picture.removed || !id_equal(entry->picture.session, stage->id)) {
        return REASON_UNKNOWN_PICTURE;
    }
    return picture_is_visible_to_all(process, &entry->picture) ? REASON_ABSENT : REASON_HIDDEN;
}

static bool is_steered_by_another(const struct session *session, struct actor actor) {
    return actor.kind == ACTOR_ACCOUNT && !id_is_none(session->steered_by) &&
           !id_equal(session->steered_by, actor.id);
}

static enum reason judge_stage(const struct process *process, const struct event *event) {
    const struct event_session_stage *stage = &event->body.session_stage;
    const struct session_entry *session = session_find(process, stage->id);
    enum reason reason;
    if (!session) {
        return REASON_UNKNOWN_SESSION;
    }
    if (is_steered_by_another(&session->session, event->actor)) {
        return REASON_NOT_STEERING;
    }
    bool is_whole = stage->screen != STAGE_SCREEN_ABSENT &&
                    (stage->screen != STAGE_SCREEN_ENTRIES || stage->entries != ENTRY_FORM_ABSENT);
    if (!is_whole) {
        return REASON_WRONG_FORM;
    }
    if ((reason = judge_staged_item(process, stage)) != REASON_ABSENT ||
        (reason = judge_staged_round(process, stage)) != REASON_ABSENT ||
        (reason = judge_staged_group(process, stage)) != REASON_ABSENT ||
        (reason = judge_staged_list(process, stage)) != REASON_ABSENT ||
        (reason = judge_staged_picture(process, stage)) != REASON_ABSENT ||
        (reason = judge_staged_board(process, stage)) != REASON_ABSENT ||
        (reason = judge_staged_theme(process, stage)) != REASON_ABSENT ||
        (reason = judge_staged_comparison(process, stage)) != REASON_ABSENT) {
        return reason;
    }
    return judge_staged_note(process, stage);
}

/* Nobody who is editing the session's title or tables has seen an older one for that: changed stays. */
static struct tracked *apply_stage(struct process *process, const struct event *event) {
    const struct event_session_stage *stage = &event->body.session_stage;
    struct session_entry *entry = session_find(process, stage->id);
    entry->session.stage = (struct stage){.screen = stage->screen,
                                          .item = stage->item,
                                          .round = stage->round,
                                          .list = stage->list,
                                          .note = stage->note,
                                          .group = stage->group,
                                          .entries = stage->entries,
                                          .picture = stage->picture,
                                          .board = stage->board,
                                          .theme = stage->theme,
                                          .comparison = stage->comparison};
    chronicle_show(entry, event->at);
    item_comes_on(process, entry, item_find(process, stage->item), event, stage->undone);
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

/* ---- who steers ---- */

/* Anybody may take it; who has it may give it to another, or let it go. */
static enum reason judge_steer(const struct process *process, const struct event *event) {
    const struct event_session_steer *steer = &event->body.session_steer;
    const struct session_entry *entry = session_find(process, steer->id);
    if (!entry) {
        return REASON_UNKNOWN_SESSION;
    }
    if (!id_is_none(steer->account) && str_is_empty(steer->name)) {
        return REASON_EMPTY;
    }
    struct id steers = entry->session.steered_by;
    bool is_taken = id_equal(steer->account, event->actor.id), may_give = id_equal(steers, event->actor.id);
    bool stays_free = id_is_none(steers) && id_is_none(steer->account);
    return is_taken || may_give || stays_free ? REASON_ABSENT : REASON_NOT_STEERING;
}

static struct tracked *apply_steer(struct process *process, const struct event *event) {
    const struct event_session_steer *steer = &event->body.session_steer;
    struct session_entry *entry = session_find(process, steer->id);
    bool is_free = id_is_none(steer->account);
    entry->session.steered_by = steer->account;
    keep_str(&entry->session.steered_name, is_free ? (struct str){0} : steer->name);
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

const struct handler stage_handlers[] = {
    {EVENT_SESSION_STAGE, BY_HOST, judge_stage, apply_stage},
    {EVENT_SESSION_STEER, BY_HOST, judge_steer, apply_steer},
    {EVENT_ABSENT, 0, NULL, NULL},
};
