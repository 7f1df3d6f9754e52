/* Those who answered, as far as the record tells them apart: in research material by their label, within one
 * scope; in the documentation by name, where a round shows names, or by organisation. Each is a case and a
 * code under the same id, which is how some programs know what a case has said. */
#include "base/random.h"
#include "transcript/authors.h"
#include "transcript/qda.h"

/* What the record calls somebody, in the arena; absent: nothing. */
static struct str key_of(const struct qda *qda, const struct round *round, const struct qda_entry *entry,
                         struct arena *arena) {
    char scope[ID_TEXT_LENGTH + 1];
    id_format(round->scope, scope);
    if (!str_is_empty(entry->organisation)) {
        return arena_format(arena, "organisation %.*s", STR_ARGS(entry->organisation));
    }
    if (str_is_empty(entry->label)) {
        return (struct str){0};
    }
    return arena_format(arena, "%s %.*s", record_is_research(qda->record) ? scope : "name",
                        STR_ARGS(entry->label));
}

/* The number behind the A. */
static int64_t number_of(struct str label) {
    int64_t number = 0;
    for (size_t i = 1; i < label.size && label.data[i] >= '0' && label.data[i] <= '9'; i++) {
        number = number * 10 + (label.data[i] - '0');
    }
    return number;
}

/* A label may be another's in the next record, so research material has an id of the author's in the scope.
 */
static struct id guid_of(struct qda *qda, const struct round *round, const struct qda_entry *entry,
                         struct str key) {
    if (record_is_research(qda->record)) {
        return authors_id(qda->record->authors, round, number_of(entry->label));
    }
    return id_of_name(qda_own_guid("people"), key.data, key.size);
}

static struct str name_of(const struct qda *qda, const struct round *round, const struct qda_entry *entry,
                          struct arena *arena) {
    if (!str_is_empty(entry->organisation)) {
        return entry->organisation;
    }
    if (!record_is_research(qda->record)) {
        return entry->label;
    }
    const struct str *scope = map_find(&qda->scope_names, round->scope.bytes, sizeof round->scope.bytes);
    return arena_format(arena, "%.*s · %.*s", STR_ARGS(entry->label), STR_ARGS(*scope));
}

static struct qda_case *find(const struct qda *qda, struct str key) {
    size_t place = (size_t)(uintptr_t)map_find(&qda->known_cases, key.data, key.size);
    return place > 0 ? &qda->cases.at[place - 1] : NULL;
}

static struct qda_case *add(struct qda *qda, const struct round *round, const struct qda_entry *entry,
                            struct str key, struct arena *arena) {
    struct id guid = guid_of(qda, round, entry, key);
    struct str name = name_of(qda, round, entry, arena);
    if (qda->cases.count == 0) {
        qda_add_code(qda, 0, qda_own_guid("people"), str_of(qda->texts->people), (struct str){0});
    }
    struct qda_code *code = qda_add_code(qda, 1, guid, name, (struct str){0});
    code->codable = true;
    struct qda_case *person = QDA_ADD(qda->cases);
    *person = (struct qda_case){.guid = guid, .name = code->name};
    map_put(&qda->known_cases, key.data, key.size, (void *)(uintptr_t)qda->cases.count);
    return person;
}

struct reading {
    struct qda *qda;
    const struct round *round;
    struct arena arena;
};

static void read_entry(void *context, const struct qda_entry *entry) {
    struct reading *reading = context;
    struct qda *qda = reading->qda;
    struct str key = key_of(qda, reading->round, entry, &reading->arena);
    if (str_is_absent(key)) {
        return;
    }
    struct qda_case *person = find(qda, key);
    person = person ? person : add(qda, reading->round, entry, key, &reading->arena);
    if (str_is_empty(person->role)) {
        person->role = arena_copy(&qda->arena, entry->role);
    }
    if (str_is_empty(person->kind)) {
        person->kind = arena_copy(&qda->arena, entry->kind);
    }
    arena_reset(&reading->arena);
}

void qda_add_cases(struct qda *qda, const struct round *round) {
    struct reading reading = {.qda = qda, .round = round};
    arena_init(&reading.arena);
    qda_read_round(qda, round, read_entry, &reading);
    arena_finish(&reading.arena);
}

const struct qda_case *qda_case_of(const struct qda *qda, const struct round *round,
                                   const struct qda_entry *entry, struct arena *arena) {
    struct str key = key_of(qda, round, entry, arena);
    return str_is_absent(key) ? NULL : find(qda, key);
}
