/* What goes along with a contribution about who made it.
 *
 * Whoever holds the data knows every participant's role and organisation, so a label on an anonymous note
 * says who may have written it: all who may answer and would bear the same label, and where there is none,
 * all who would bear none. No such crowd may be small, or the label leads to persons and from one scope to
 * the next. So labels of few are not given, and then, smallest first, further ones until those without a
 * label are many too. The kind of organisation is weighed the same way among those of one label of role: a
 * role that many have and a kind that many have may meet in a single person; the level then among those of
 * one role and one kind. And since the answer about research goes along too, and also stands with the
 * participant, those who gave the same are weighed by themselves; and so are those of one group, or table,
 * where that is told of what they write. */
#include "core/groupings.h"
#include "core/rounds/round_kind.h"

enum { MOST_LABELS = 80 }; /* roles, levels, or organisations, of a profile */

/* Label 0 is none, and is never given. */
struct labels {
    int64_t counts[MOST_LABELS + 1];
    bool given[MOST_LABELS + 1];
};

static size_t find_label(const struct named *named, size_t count, struct id id) {
    for (size_t i = 0; i < count && i < MOST_LABELS; i++) {
        if (id_equal(named[i].id, id)) {
            return i + 1;
        }
    }
    return 0;
}

/* Organisations of one kind share the label of the first. */
void participant_label(const struct process *process, struct participant_entry *person) {
    const struct profile *profile = process->profile;
    person->type_label = 0;
    person->role_label = find_label(profile->roles, profile->roles_count, person->participant.role);
    person->level_label = find_label(profile->levels, profile->levels_count, person->participant.level);
    size_t organisations = person->organisation ? profile->organisations_count : 0;
    for (size_t i = 0; i < organisations && i < MOST_LABELS && person->type_label == 0; i++) {
        if (str_equal(profile->organisations[i].type, person->organisation->type)) {
            person->type_label = i + 1;
        }
    }
}

/* The label given to the fewest; 0: none is given. */
static size_t find_smallest(const struct labels *labels) {
    size_t smallest = 0;
    for (size_t i = 1; i <= MOST_LABELS; i++) {
        if (labels->given[i] && (smallest == 0 || labels->counts[i] < labels->counts[smallest])) {
            smallest = i;
        }
    }
    return smallest;
}

static void give_labels(struct labels *labels) {
    int64_t without = labels->counts[0];
    size_t smallest;
    for (size_t i = 1; i <= MOST_LABELS; i++) {
        labels->given[i] = labels->counts[i] >= PROCESS_WITHHOLD_BELOW;
        without += labels->given[i] ? 0 : labels->counts[i];
    }
    while (is_few(without) && (smallest = find_smallest(labels)) > 0) {
        labels->given[smallest] = false;
        without += labels->counts[smallest];
    }
}

static size_t given_role(const struct labels *roles, const struct participant_entry *person) {
    return roles->given[person->role_label] ? person->role_label : 0;
}

/* All who may answer: of a session, or of the process; or those of them who are of one group or table. */
struct answerers {
    const struct process *process;
    const struct round_entry *round;
    const struct session_entry *session; /* NULL: the process's */
    const struct id *group;              /* none: those who are of none; NULL: whose ever they are */
    bool asked;                          /* about research: children are not */
    bool consent;                        /* those who answered this */
    const struct study_set *studies;     /* and this */
};

static size_t count_answerers(struct answerers all) {
    return all.session ? all.session->member_count : all.process->participant_count;
}

static const struct participant_entry *answerer_at(struct answerers all, size_t i) {
    return all.session ? all.session->members[i] : participant_entry_of(all.process->participants[i]);
}

static bool counts(struct answerers all, const struct participant_entry *member) {
    const struct participant *participant = &member->participant;
    bool same = !all.asked || (participant->consent == all.consent && participant->studies == all.studies);
    return same &&
           (!all.group || id_equal(*all.group, person_group_or_table(all.process, member, all.round)));
}

static void count_roles(struct answerers all, struct labels *roles) {
    *roles = (struct labels){0};
    for (size_t i = 0; i < count_answerers(all); i++) {
        const struct participant_entry *member = answerer_at(all, i);
        roles->counts[member->role_label] += counts(all, member);
    }
    give_labels(roles);
}

/* Of those whose given role is the same. */
static void count_types(struct answerers all, const struct labels *roles, size_t role, struct labels *types) {
    *types = (struct labels){0};
    for (size_t i = 0; i < count_answerers(all); i++) {
        const struct participant_entry *member = answerer_at(all, i);
        if (counts(all, member) && given_role(roles, member) == role) {
            types->counts[member->type_label]++;
        }
    }
    give_labels(types);
}

static size_t given_type(const struct labels *types, const struct participant_entry *person) {
    return types->given[person->type_label] ? person->type_label : 0;
}

/* Of those whose given role and type are the same. */
static void count_levels(struct answerers all, const struct labels *roles, size_t role,
                         const struct labels *types, size_t type, struct labels *levels) {
    *levels = (struct labels){0};
    for (size_t i = 0; i < count_answerers(all); i++) {
        const struct participant_entry *member = answerer_at(all, i);
        if (counts(all, member) && given_role(roles, member) == role && given_type(types, member) == type) {
            levels->counts[member->level_label]++;
        }
    }
    give_labels(levels);
}

struct bearings round_bearings(const struct process *process, const struct round_entry *entry,
                               const struct participant_entry *person, const struct id *group) {
    const struct participant *participant = &person->participant;
    bool asked = !entry->session->session.under_fifteen;
    struct bearings bearings = {.consent = asked && participant->consent,
                                .studies = asked ? participant->studies : NULL};
    const struct answerers all = {.process = process,
                                  .round = entry,
                                  .session = round_home(entry),
                                  .group = group,
                                  .asked = asked,
                                  .consent = bearings.consent,
                                  .studies = bearings.studies};
    struct labels roles, types, levels;
    count_roles(all, &roles);
    size_t role = given_role(&roles, person);
    count_types(all, &roles, role, &types);
    count_levels(all, &roles, role, &types, given_type(&types, person), &levels);
    if (role > 0) {
        bearings.role = participant->role;
    }
    if (types.given[person->type_label]) {
        bearings.organisation_type = person->organisation->type;
    }
    if (levels.given[person->level_label]) {
        bearings.level = participant->level;
    }
    return bearings;
}
