/* What participants answer about research: to the process's own question, and to each study. No is the
 * default, and so is what was not answered; a yes is to one version of a study's text, and to no other. What
 * is contributed carries what its author had said yes to at that moment. Hosts see nothing of it. */
#include "base/memory.h"
#include "core/handler.h"
#include "core/rounds/round_kind.h"
#include "core/studies.h"

/* One person's to one study: their own, and nobody else's to see. */
struct answer_entry {
    struct tracked tracked;
    struct participant_entry *person;
    struct study_entry *study;
    bool consent;
    int64_t version, rev;
};

static struct answer_entry *find(const struct participant_entry *person, const struct study_entry *study) {
    for (size_t i = 0; i < person->answer_count; i++) {
        if (person->answers[i]->study == study) {
            return person->answers[i];
        }
    }
    return NULL;
}

static bool holds(const struct answer_entry *answer) {
    const struct study *study = &answer->study->study;
    return answer->consent && !study->removed && answer->version == study->version &&
           answer->version >= study->from_version;
}

/* ---- sets ---- */

static int compare_versions(const struct study_version *a, const struct study_version *b) {
    return id_compare(a->study, b->study);
}

/* Few at a time, and nearly in order. */
static void sort(struct study_version *of, size_t count) {
    for (size_t i = 1; i < count; i++) {
        struct study_version moved = of[i];
        size_t at = i;
        for (; at > 0 && compare_versions(&moved, &of[at - 1]) < 0; at--) {
            of[at] = of[at - 1];
        }
        of[at] = moved;
    }
}

const struct study_set *study_set_of(struct process *process, const struct study_version *of, size_t count) {
    if (count == 0) {
        return NULL;
    }
    struct study_version *sorted = memory_allocate(count * sizeof *sorted);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = of[i];
    }
    sort(sorted, count);
    struct study_set *set = map_find(&process->study_sets, sorted, count * sizeof *sorted);
    if (set) {
        memory_free(sorted);
        return set;
    }
    set = memory_allocate(sizeof *set);
    *set = (struct study_set){.count = count, .of = sorted};
    map_put(&process->study_sets, sorted, count * sizeof *sorted, set);
    return set;
}

const struct study_version *study_set_list(const struct study_set *set, size_t *count) {
    *count = set ? set->count : 0;
    return set ? set->of : NULL;
}

int64_t study_set_version(const struct study_set *set, struct id study) {
    for (size_t i = 0; set && i < set->count; i++) {
        if (id_equal(set->of[i].study, study)) {
            return set->of[i].version;
        }
    }
    return 0;
}

/* What the person says from now on goes to. */
static void refresh(struct process *process, struct participant_entry *person) {
    struct study_version of[PROCESS_STUDIES];
    size_t count = 0;
    for (size_t i = 0; i < person->answer_count && count < PROCESS_STUDIES; i++) {
        const struct answer_entry *answer = person->answers[i];
        if (holds(answer) && !answer->study->study.closed) {
            of[count++] = (struct study_version){answer->study->study.id, answer->version};
        }
    }
    person->participant.studies = study_set_of(process, of, count);
}

void consents_follow_studies(struct process *process) {
    for (size_t i = 0; i < process->participant_count; i++) {
        struct participant_entry *person = participant_entry_of(process->participants[i]);
        if (person->answer_count > 0) {
            refresh(process, person);
        }
    }
}

/* ---- answering ---- */

/* Children are not asked; who has been to another session is. */
static bool is_asked(const struct process *process, const struct participant *participant) {
    for (size_t i = 0; i < participant->session_count; i++) {
        const struct session *session = process_session(process, participant->sessions[i]);
        if (session && !session->under_fifteen) {
            return true;
        }
    }
    return false;
}

/* A no is a no, whichever text it was said to and whatever has become of the study. */
static enum reason judge_answer(const struct process *process, const struct event *event,
                                const struct participant_entry *person) {
    const struct event_participant_consent *put = &event->body.participant_consent;
    const struct study_entry *study = study_find(process, put->study);
    if (!study || study->study.removed) {
        return REASON_UNKNOWN_STUDY;
    }
    const struct answer_entry *old = find(person, study);
    bool is_old = put->consent && put->version != study->study.version;
    if (put->rev <= (old ? old->rev : 0) || is_old || put->version > (int64_t)study->version_count) {
        return REASON_STALE;
    }
    return put->consent && study->study.closed ? REASON_CLOSED : persons_judge_bytes(process, event, NULL);
}

static enum reason judge_consent(const struct process *process, const struct event *event) {
    const struct event_participant_consent *put = &event->body.participant_consent;
    const struct participant_entry *person = participant_find(process, event->actor.id);
    if (!person) {
        return REASON_UNKNOWN_PARTICIPANT;
    }
    enum reason reason = id_is_none(put->study) ? participant_judge_own(process, event, put->rev)
                                                : judge_answer(process, event, person);
    bool is_refused = reason == REASON_ABSENT && put->consent && !is_asked(process, &person->participant);
    return is_refused ? REASON_NOT_ASKED : reason;
}

static struct answer_entry *add_answer(struct process *process, struct participant_entry *person,
                                       struct study_entry *study) {
    struct answer_entry *answer = memory_allocate(sizeof *answer);
    person->answers = memory_grow(person->answers, &person->answer_capacity, person->answer_count + 1,
                                  sizeof(struct answer_entry *));
    person->answers[person->answer_count++] = answer;
    answer->person = person;
    answer->study = study;
    study->answered++;
    tracked_init(&answer->tracked, &answer_tracking, id_of_pair(person->participant.id, study->study.id));
    struct actor actor = {ACTOR_PARTICIPANT, person->participant.id};
    person_add_own(persons_get(&process->persons, actor), NULL, &answer->tracked);
    return answer;
}

static struct tracked *apply_answer(struct process *process, const struct event *event,
                                    struct participant_entry *person) {
    const struct event_participant_consent *put = &event->body.participant_consent;
    struct study_entry *study = study_find(process, put->study);
    struct answer_entry *answer = find(person, study);
    if (!answer) {
        answer = add_answer(process, person, study);
    }
    answer->consent = put->consent;
    answer->version = put->version;
    answer->rev = put->rev;
    refresh(process, person);
    tracked_touch(process, &answer->tracked);
    return &answer->tracked;
}

/* The entity that hosts see is not touched: they could tell from it who answered. */
static struct tracked *apply_consent(struct process *process, const struct event *event) {
    const struct event_participant_consent *put = &event->body.participant_consent;
    struct participant_entry *person = participant_find(process, event->actor.id);
    persons_count_bytes(process, event, NULL);
    if (!id_is_none(put->study)) {
        return apply_answer(process, event, person);
    }
    person->participant.rev = put->rev;
    person->participant.consent = put->consent;
    tracked_touch(process, &person->consent_tracked);
    return &person->tracked;
}

const struct handler consent_handlers[] = {
    {EVENT_PARTICIPANT_CONSENT, BY_PARTICIPANT, judge_consent, apply_consent},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* ---- what is seen ---- */

static unsigned seen_by_nobody(const struct process *process, const struct tracked *tracked) {
    (void)process, (void)tracked;
    return 0;
}

static void fill_consent(const struct process *process, const struct tracked *tracked, enum view view,
                         struct arena *arena, struct entity *entity) {
    const struct participant *participant =
        &LIST_ENTRY(tracked, struct participant_entry, consent_tracked)->participant;
    (void)process, (void)view, (void)arena;
    entity->body.consent = (struct entity_consent){.consent = participant->consent, .rev = participant->rev};
}

static void fill_answer(const struct process *process, const struct tracked *tracked, enum view view,
                        struct arena *arena, struct entity *entity) {
    const struct answer_entry *answer = LIST_ENTRY(tracked, struct answer_entry, tracked);
    struct entity_consent *body = &entity->body.consent;
    (void)process, (void)arena;
    *body =
        (struct entity_consent){.consent = answer->consent, .rev = answer->rev, .version = answer->version};
    if (view == VIEW_STATE) {
        body->study = answer->study->study.id;
        body->participant = answer->person->participant.id;
    } else {
        entity->id = answer->study->study.id;
    }
}

const struct tracked_kind consent_tracking = {ENTITY_CONSENT, seen_by_nobody, NULL, fill_consent, NULL};
const struct tracked_kind answer_tracking = {ENTITY_CONSENT, seen_by_nobody, NULL, fill_answer, NULL};

void consents_finish(struct process *process) {
    const void *cursor = NULL;
    struct study_set *set;
    for (size_t i = 0; i < process->participant_count; i++) {
        struct participant_entry *person = participant_entry_of(process->participants[i]);
        for (size_t j = 0; j < person->answer_count; j++) {
            memory_free(person->answers[j]);
        }
        memory_free(person->answers);
    }
    while ((set = map_next(&process->study_sets, &cursor))) {
        memory_free((void *)(uintptr_t)set->of);
        memory_free(set);
    }
    map_finish(&process->study_sets);
}

/* ---- what is research material ---- */

static bool is_of_children(const struct process *process, struct id session) {
    const struct session *found = process_session(process, session);
    return found && found->under_fifteen;
}

bool research_has(const struct process *process, const struct research *research, struct id session,
                  bool consent, const struct study_set *studies) {
    if (!research->only) {
        return true;
    }
    if (is_of_children(process, session)) {
        return false;
    }
    if (id_is_none(research->study)) {
        return consent;
    }
    const struct study *study = process_study(process, research->study);
    int64_t version = study_set_version(studies, research->study);
    return study && version > 0 && version >= study->from_version;
}

bool research_has_note(const struct process *process, const struct research *research,
                       const struct note *note) {
    return research_has(process, research, note->round->session, note->consent, note->studies);
}

bool research_has_person(const struct process *process, const struct research *research, struct id session,
                         const struct participant *participant) {
    if (research->only && !is_asked(process, participant)) {
        return false;
    }
    if (!research->only || id_is_none(research->study)) {
        return research_has(process, research, session, participant->consent, NULL);
    }
    const struct study_entry *study = study_find(process, research->study);
    const struct answer_entry *answer = study ? find(participant_entry_of(participant), study) : NULL;
    return answer && holds(answer) && !is_of_children(process, session);
}
