#include "transcript/qda_write.h"

void qda_write_guid(struct xml *xml, const char *attribute, struct id guid) {
    char text[ID_TEXT_LENGTH + 1];
    id_format(guid, text);
    xml_attribute(xml, attribute, str_of(text));
}

void qda_write_ref(struct xml *xml, const char *element, struct id target) {
    xml_begin(xml, element);
    qda_write_guid(xml, "targetGUID", target);
    xml_end(xml);
}

void qda_write_description(struct xml *xml, struct str text) {
    if (!str_is_empty(text)) {
        xml_element(xml, "Description", text);
    }
}

void qda_write_note_refs(struct xml *xml, const struct qda *qda, struct id about) {
    if (id_is_none(about) || !map_find(&qda->noted, about.bytes, sizeof about.bytes)) {
        return;
    }
    for (size_t i = 0; i < qda->notes.count; i++) {
        if (id_equal(qda->notes.at[i].about, about)) {
            qda_write_ref(xml, "NoteRef", qda->notes.at[i].guid);
        }
    }
}

static void begin_code(struct xml *xml, const struct qda *qda, const struct qda_code *code, bool with_notes) {
    xml_begin(xml, "Code");
    qda_write_guid(xml, "guid", code->guid);
    xml_attribute(xml, "name", code->name);
    xml_attribute(xml, "isCodable", code->codable ? STR("true") : STR("false"));
    qda_write_description(xml, code->description);
    if (with_notes) {
        qda_write_note_refs(xml, qda, code->guid);
    }
}

void qda_write_codes(struct xml *xml, const struct qda *qda, bool with_notes) {
    size_t open = 0;
    xml_begin(xml, "Codes");
    for (size_t i = 0; i < qda->codes.count; i++) {
        for (; open > qda->codes.at[i].depth; open--) {
            xml_end(xml);
        }
        begin_code(xml, qda, &qda->codes.at[i], with_notes);
        open++;
    }
    for (; open > 0; open--) {
        xml_end(xml);
    }
    xml_end(xml);
}

/* A codebook's schema calls the same thing by another name than a project's. */
static void write_set(struct xml *xml, const struct qda *qda, const struct qda_set *set, const char *member) {
    xml_begin(xml, "Set");
    qda_write_guid(xml, "guid", set->guid);
    xml_attribute(xml, "name", set->name);
    for (size_t i = 0; i < set->count; i++) {
        xml_begin(xml, "MemberCode");
        qda_write_guid(xml, member, qda->codes.at[set->first + i].guid);
        xml_end(xml);
    }
    for (size_t i = 0; i < qda->sources.count && set->count == 0; i++) {
        if (id_equal(qda->sources.at[i].round->session, set->session)) {
            qda_write_ref(xml, "MemberSource", qda->sources.at[i].guid);
        }
    }
    xml_end(xml);
}

void qda_write_sets(struct xml *xml, const struct qda *qda, bool is_project) {
    if (qda->sets.count == 0) {
        return;
    }
    xml_begin(xml, "Sets");
    for (size_t i = 0; i < qda->sets.count; i++) {
        write_set(xml, qda, &qda->sets.at[i], is_project ? "targetGUID" : "guid");
    }
    xml_end(xml);
}
