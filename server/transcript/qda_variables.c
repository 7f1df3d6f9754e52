#include "transcript/qda_variables.h"

#include <string.h>

#include "protocol/shape.h"
#include "records/shapes.h"

struct str qda_format_time(int64_t milliseconds, char text[CLOCK_TEXT_LENGTH + 1]) {
    enum { SECONDS = sizeof "2021-02-12T09:00:00" - 1 };
    clock_format(milliseconds, text);
    text[SECONDS] = 'Z';
    text[SECONDS + 1] = '\0';
    return str_of(text);
}

struct variable {
    const char *key;
    const char *name;
    struct str text; /* absent: it is a time, or has no value */
    int64_t at;
};

enum { CASE_VARIABLES = 2, SOURCE_VARIABLES = 6 };

static void case_variables(const struct qda *qda, const struct qda_case *person,
                           struct variable variables[CASE_VARIABLES]) {
    variables[0] = (struct variable){.key = "role", .name = qda->texts->role, .text = person->role};
    variables[1] = (struct variable){.key = "kind", .name = qda->texts->kind, .text = person->kind};
}

static void source_variables(const struct qda *qda, const struct qda_source *source,
                             struct variable variables[SOURCE_VARIABLES]) {
    const struct qda_texts *texts = qda->texts;
    const struct round *round = source->round;
    const struct session *session = process_session(qda->record->process, round->session);
    const struct item *item = process_item(qda->record->process, round->item);
    const struct variable all[SOURCE_VARIABLES] = {
        {.key = "session", .name = texts->session, .text = session ? session->title : (struct str){0}},
        {.key = "item", .name = texts->item, .text = item && !item->removed ? item->title : (struct str){0}},
        {.key = "opened", .name = texts->opened, .at = round->opened},
        {.key = "visibility",
         .name = texts->visibility,
         .text = enumeration_text(&enumeration_visibility, round->visibility)},
        {.key = "authorship",
         .name = texts->authorship,
         .text = enumeration_text(&enumeration_authorship, round->authorship)},
        {.key = "group", .name = texts->group, .text = source->group_name},
    };
    memcpy(variables, all, sizeof all);
}

static bool has_value(const struct variable *variable) {
    return !str_is_empty(variable->text) || variable->at > 0;
}

static void write_variable(struct xml *xml, const struct variable *variable) {
    xml_begin(xml, "Variable");
    qda_write_guid(xml, "guid", qda_own_guid(variable->key));
    xml_attribute(xml, "name", str_of(variable->name));
    xml_attribute(xml, "typeOfVariable", variable->at > 0 ? STR("DateTime") : STR("Text"));
    xml_end(xml);
}

static void write_value(struct xml *xml, const struct variable *variable) {
    char text[CLOCK_TEXT_LENGTH + 1];
    if (!has_value(variable)) {
        return;
    }
    xml_begin(xml, "VariableValue");
    qda_write_ref(xml, "VariableRef", qda_own_guid(variable->key));
    if (variable->at > 0) {
        xml_element(xml, "DateTimeValue", qda_format_time(variable->at, text));
    } else {
        xml_element(xml, "TextValue", variable->text);
    }
    xml_end(xml);
}

/* Remembers of each variable one with a value. */
static void collect(struct variable *seen, const struct variable *variables, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!has_value(&seen[i])) {
            seen[i] = variables[i];
        }
    }
}

void qda_write_variables(struct xml *xml, const struct qda *qda) {
    struct variable seen[CASE_VARIABLES + SOURCE_VARIABLES] = {0};
    struct variable variables[SOURCE_VARIABLES];
    for (size_t i = 0; i < qda->cases.count; i++) {
        case_variables(qda, &qda->cases.at[i], variables);
        collect(seen, variables, CASE_VARIABLES);
    }
    for (size_t i = 0; i < qda->sources.count; i++) {
        source_variables(qda, &qda->sources.at[i], variables);
        collect(seen + CASE_VARIABLES, variables, SOURCE_VARIABLES);
    }
    if (qda->sources.count == 0) {
        return; /* and no cases */
    }
    xml_begin(xml, "Variables");
    for (size_t i = 0; i < COUNT_OF(seen); i++) {
        if (has_value(&seen[i])) {
            write_variable(xml, &seen[i]);
        }
    }
    xml_end(xml);
}

void qda_write_case_values(struct xml *xml, const struct qda *qda, const struct qda_case *person) {
    struct variable variables[CASE_VARIABLES];
    case_variables(qda, person, variables);
    for (size_t i = 0; i < CASE_VARIABLES; i++) {
        write_value(xml, &variables[i]);
    }
}

void qda_write_source_values(struct xml *xml, const struct qda *qda, const struct qda_source *source) {
    struct variable variables[SOURCE_VARIABLES];
    source_variables(qda, source, variables);
    for (size_t i = 0; i < SOURCE_VARIABLES; i++) {
        write_value(xml, &variables[i]);
    }
}
