/* The sources: one for each round of notes and each diary that has opened, or one for each group or table
 * that answered. Their names and ids are made of the round's (and group's) alone: what comes later changes
 * none of them. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/random.h"
#include "base/text.h"
#include "transcript/qda.h"

enum { QUESTION_LENGTH = 80 }; /* code points of it in a name */

bool qda_is_source(const struct round *round) {
    return (round->form == ROUND_FORM_NOTES || round->form == ROUND_FORM_DIARY) && round->opened > 0;
}

/* ---- names ---- */

/* Some programs make files of names, and some file systems take no such characters. */
static struct str name_for_files(struct str text, struct arena *arena) {
    struct str copy = arena_copy(arena, text);
    char *bytes = (char *)(uintptr_t)copy.data;
    for (size_t i = 0; i < copy.size; i++) {
        if (strchr("/\\:*?\"<>|", bytes[i])) {
            bytes[i] = ' ';
        }
    }
    return copy;
}

/* "2. Vad vill ni uppnå": sessions keep their numbers. */
static struct str name_of_round(const struct qda *qda, const struct round *round, struct arena *arena) {
    const struct session *session = process_session(qda->record->process, round->session);
    struct str question = qda_line(name_for_files(round->question, arena), QUESTION_LENGTH, arena);
    return arena_format(arena, "%lld. %.*s", (long long)(session ? session->number : 0), STR_ARGS(question));
}

/* ---- the groups of a round ---- */

struct group {
    struct id id;
    struct str name;
};

struct groups {
    QDA_LIST(struct group) all;
    struct arena *arena;
};

static void add_group(void *context, const struct qda_entry *entry) {
    struct groups *groups = context;
    for (size_t i = 0; i < groups->all.count; i++) {
        if (id_equal(groups->all.at[i].id, entry->group)) {
            return;
        }
    }
    *QDA_ADD(groups->all) = (struct group){entry->group, arena_copy(groups->arena, entry->group_name)};
}

/* Those of no group behind the others. */
static int by_name(const void *a, const void *b) {
    const struct group *left = a, *right = b;
    if (id_is_none(left->id) != id_is_none(right->id)) {
        return id_is_none(left->id) ? 1 : -1;
    }
    int order = text_collate(left->name, right->name);
    return order != 0 ? order : id_compare(left->id, right->id);
}

static struct groups groups_of(struct qda *qda, const struct round *round, struct arena *arena) {
    struct groups groups = {.arena = arena};
    qda_read_round(qda, round, add_group, &groups);
    if (groups.all.count == 0) {
        (void)QDA_ADD(groups.all);
    }
    qsort(groups.all.at, groups.all.count, sizeof *groups.all.at, by_name);
    return groups;
}

/* ---- sources ---- */

struct naming {
    struct qda_names rounds, sources;
};

static struct id guid_of(const struct qda *qda, const struct round *round, struct id group) {
    struct id guid = qda_guid(round->id, record_is_research(qda->record) ? "research" : "documentation");
    return id_is_none(group) ? guid : id_of_name(guid, group.bytes, sizeof group.bytes);
}

static void add_source(struct qda *qda, struct naming *naming, const struct round *round, struct str name,
                       const struct group *group) {
    struct id guid = guid_of(qda, round, group->id);
    struct str group_name = {0};
    if (!id_is_none(group->id)) {
        struct str title = str_is_empty(group->name) ? str_of(qda->texts->untitled) : group->name;
        group_name = qda_line(name_for_files(title, &qda->arena), QUESTION_LENGTH, &qda->arena);
        name = arena_format(&qda->arena, "%.*s, %.*s", STR_ARGS(name), STR_ARGS(group_name));
    }
    *QDA_ADD(qda->sources) = (struct qda_source){
        .round = round,
        .group = group->id,
        .guid = guid,
        .name = qda_name(&naming->sources, name, (struct str){0}, guid, &qda->arena),
        .group_name = group_name,
    };
}

static void name_scope(struct qda *qda, const struct round *round, struct str name) {
    const uint8_t *scope = round->scope.bytes;
    if (!map_find(&qda->scope_names, scope, sizeof round->scope.bytes)) {
        struct str *kept = arena_allocate(&qda->arena, sizeof *kept);
        *kept = name;
        map_put(&qda->scope_names, scope, sizeof round->scope.bytes, kept);
    }
}

static void add_round(struct qda *qda, struct naming *naming, const struct round *round) {
    struct arena arena;
    arena_init(&arena);
    struct str name =
        qda_name(&naming->rounds, name_of_round(qda, round, &arena), (struct str){0}, round->id, &qda->arena);
    name_scope(qda, round, name);
    if (qda_is_source(round) && record_has_session(qda->record, round->session) &&
        qda_is_since(qda, round->opened)) {
        struct groups groups = groups_of(qda, round, &arena);
        for (size_t i = 0; i < groups.all.count; i++) {
            add_source(qda, naming, round, name, &groups.all.at[i]);
        }
        memory_free(groups.all.at);
    }
    arena_finish(&arena);
}

static bool say_withheld(void *context, const struct table *table, const struct cell *cells) {
    struct qda *qda = context;
    struct id round = record_cell(table, cells, "round")->id;
    struct str what = record_cell(table, cells, "what")->text;
    bool is_of_texts = str_equal(what, STR("notes")) || str_equal(what, STR("entries"));
    for (size_t i = 0; i < qda->sources.count && is_of_texts; i++) {
        if (id_equal(qda->sources.at[i].round->id, round)) {
            qda->sources.at[i].withheld = record_cell(table, cells, "withheld")->number;
        }
    }
    return true;
}

static void add_session_sets(struct qda *qda) {
    size_t count;
    const struct session *const *sessions = process_sessions(qda->record->process, &count);
    for (size_t i = 0; i < count; i++) {
        int64_t sources = 0;
        for (size_t j = 0; j < qda->sources.count; j++) {
            sources += id_equal(qda->sources.at[j].round->session, sessions[i]->id);
        }
        if (sources > 0) {
            struct id guid = qda_guid(sessions[i]->id, "set");
            struct str title = sessions[i]->title;
            title = str_is_empty(title) ? str_of(qda->texts->untitled) : title;
            *QDA_ADD(qda->sets) =
                (struct qda_set){.guid = guid,
                                 .name = qda_name(&qda->set_names, title, (struct str){0}, guid, &qda->arena),
                                 .session = sessions[i]->id};
        }
    }
}

void qda_add_sources(struct qda *qda) {
    size_t count;
    const struct round *const *rounds = process_rounds(qda->record->process, &count);
    struct naming naming;
    qda_names_init(&naming.rounds);
    qda_names_init(&naming.sources);
    for (size_t i = 0; i < count; i++) {
        add_round(qda, &naming, rounds[i]); /* those of other sessions too: they have their names */
    }
    qda_names_finish(&naming.sources);
    qda_names_finish(&naming.rounds);
    for (size_t i = 0; i < qda->sources.count; i++) {
        bool is_first = i == 0 || qda->sources.at[i - 1].round != qda->sources.at[i].round;
        if (is_first) {
            qda_add_cases(qda, qda->sources.at[i].round);
        }
    }
    if (record_is_research(qda->record)) {
        record_walk(qda->record, &totals_table, say_withheld, qda);
    }
    add_session_sets(qda);
}
