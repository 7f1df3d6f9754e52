/* The process itself: its profile and the rules that judge it. */
#include "base/memory.h"
#include "core/comparisons.h"
#include "core/handler.h"
#include "core/rounds/day.h"
#include "core/state.h"

static bool organisations_are_sound(const struct profile *profile) {
    for (size_t i = 0; i < profile->organisations_count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (id_equal(profile->organisations[i].id, profile->organisations[j].id)) {
                return false;
            }
        }
        if (id_is_none(profile->organisations[i].id)) {
            return false;
        }
    }
    return true;
}

static enum reason judge_profile(const struct profile *profile) {
    if (!profile || profile->language == LANGUAGE_ABSENT) {
        return REASON_WRONG_FORM;
    }
    if (str_is_empty(profile->title)) {
        return REASON_EMPTY;
    }
    if (str_is_empty(profile->zone)) {
        return REASON_BAD_ZONE;
    }
    int64_t day;
    if (!str_is_absent(profile->retention) && !day_parse(profile->retention, &day)) {
        return REASON_BAD_TIME;
    }
    bool sound = named_is_sound(profile->roles, profile->roles_count) &&
                 named_is_sound(profile->levels, profile->levels_count) && organisations_are_sound(profile);
    return sound ? REASON_ABSENT : REASON_ID_TAKEN;
}

static enum reason judge_create(const struct process *process, const struct event *event) {
    const struct event_process_create *create = &event->body.process_create;
    (void)process;
    if (create->rules < RULES_OLDEST || create->rules > RULES_NEWEST) {
        return REASON_BAD_RULES;
    }
    return judge_profile(create->profile);
}

static bool keeps_used_organisations(const struct process *process, const struct profile *profile) {
    const struct profile *old = process->profile;
    for (size_t i = 0; i < old->organisations_count; i++) {
        struct id id = old->organisations[i].id;
        if (map_find(&process->used, id.bytes, sizeof id.bytes) && !organisation_find(profile, id)) {
            return false;
        }
    }
    return true;
}

static bool rounds_need_organisations(const struct process *process) {
    for (size_t i = 0; i < process->round_count; i++) {
        if (process->rounds[i]->authorship == AUTHORSHIP_ORGANISATION) {
            return true;
        }
    }
    return false;
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_process_put *put = &event->body.process_put;
    const struct profile *old = process->profile;
    if (base_is_stale(process, put->base, process->profile_changed)) {
        return REASON_STALE;
    }
    enum reason reason = judge_profile(put->profile);
    if (reason != REASON_ABSENT) {
        return reason;
    }
    bool keeps = named_keeps_used(process, old->roles, old->roles_count, put->profile->roles,
                                  put->profile->roles_count) &&
                 named_keeps_used(process, old->levels, old->levels_count, put->profile->levels,
                                  put->profile->levels_count) &&
                 keeps_used_organisations(process, put->profile);
    if (!keeps) {
        return REASON_HAS_ANSWERS;
    }
    if (put->profile->organisations_count == 0 && rounds_need_organisations(process)) {
        return REASON_UNKNOWN_ORGANISATION;
    }
    return REASON_ABSENT;
}

static enum reason judge_raise(const struct process *process, const struct event *event) {
    int64_t rules = event->body.rules_raise.rules;
    return rules > process->rules && rules <= RULES_NEWEST ? REASON_ABSENT : REASON_BAD_RULES;
}

static const struct named *copy_named(struct arena *arena, const struct named *named, size_t count) {
    struct named *copy = arena_allocate_array(arena, count, sizeof *copy);
    for (size_t i = 0; i < count; i++) {
        copy[i] = (struct named){named[i].id, arena_copy(arena, named[i].name)};
    }
    return copy;
}

static const struct organisation *copy_organisations(struct arena *arena, const struct organisation *list,
                                                     size_t count) {
    struct organisation *copy = arena_allocate_array(arena, count, sizeof *copy);
    for (size_t i = 0; i < count; i++) {
        copy[i] = (struct organisation){list[i].id, arena_copy(arena, list[i].name),
                                        arena_copy(arena, list[i].type)};
    }
    return copy;
}

static void keep_profile(struct process *process, const struct profile *profile, int64_t seq) {
    struct arena arena;
    arena_init(&arena);
    struct profile *copy = arena_allocate(&arena, sizeof *copy);
    *copy = *profile;
    copy->title = arena_copy(&arena, profile->title);
    copy->zone = arena_copy(&arena, profile->zone);
    copy->session_word = arena_copy(&arena, profile->session_word);
    copy->research = arena_copy(&arena, profile->research);
    copy->retention = arena_copy(&arena, profile->retention);
    copy->challenge = arena_copy(&arena, profile->challenge);
    copy->challenge_why = arena_copy(&arena, profile->challenge_why);
    copy->challenge_whose = arena_copy(&arena, profile->challenge_whose);
    copy->organisers = arena_copy(&arena, profile->organisers);
    copy->roles = copy_named(&arena, profile->roles, profile->roles_count);
    copy->levels = copy_named(&arena, profile->levels, profile->levels_count);
    copy->organisations = copy_organisations(&arena, profile->organisations, profile->organisations_count);
    arena_finish(&process->profile_arena);
    process->profile_arena = arena;
    process->profile = copy;
    process->profile_changed = seq;
    tracked_touch(process, &process->profile_tracked);
}

static struct tracked *apply_create(struct process *process, const struct event *event) {
    process->rules = event->body.process_create.rules;
    process->rehearsal = event->body.process_create.rehearsal;
    keep_profile(process, event->body.process_create.profile, event->seq);
    return &process->profile_tracked;
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    keep_profile(process, event->body.process_put.profile, event->seq);
    participants_follow_profile(process);
    word_lists_touch_all(process, LANGUAGE_ABSENT);
    comparisons_touch_all(process);
    return &process->profile_tracked;
}

static struct tracked *apply_raise(struct process *process, const struct event *event) {
    process->rules = event->body.rules_raise.rules;
    tracked_touch(process, &process->profile_tracked);
    return &process->profile_tracked;
}

const struct handler profile_handlers[] = {
    {EVENT_PROCESS_CREATE, BY_HOST, judge_create, apply_create},
    {EVENT_PROCESS_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_RULES_RAISE, BY_HOST, judge_raise, apply_raise},
    {EVENT_ABSENT, 0, NULL, NULL},
};

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process, (void)tracked;
    return SEEN_BY_ALL;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    (void)tracked, (void)view, (void)arena;
    entity->body.process = (struct entity_process){process->profile, process->rules, process->rehearsal};
}

const struct tracked_kind profile_tracking = {ENTITY_PROCESS, seen_by, NULL, fill, NULL};

void profile_finish(struct process *process) {
    arena_finish(&process->profile_arena);
}

const struct profile *process_profile(const struct process *process) {
    return process->profile;
}

bool process_is_past_retention(const struct process *process, int64_t at) {
    const struct profile *profile = process->profile;
    int64_t day;
    return profile && day_parse(profile->retention, &day) && at >= day * DAY_MILLISECONDS;
}
