/* The studies that people are asked about, with each text that they could say yes to. The material of one
 * study tells of that study alone. Who leads it is a person, and stands in no record. */
#include "transcript/tables.h"

static const struct column columns[] = {
    {"study", CELL_ID, BOTH_VIEWS, "id of the study", "studiens id"},
    {"title", CELL_TEXT, BOTH_VIEWS, "its title", "dess titel"},
    {"organisation", CELL_TEXT, BOTH_VIEWS, "who is responsible for it", "vem som ansvarar för den"},
    {"review", CELL_TEXT, BOTH_VIEWS, "number of its ethical review", "etikprövningens diarienummer"},
    {"version", CELL_COUNT, BOTH_VIEWS, "of the text that people say yes or no to, from 1",
     "av texten som man säger ja eller nej till, från 1"},
    {"text", CELL_TEXT, BOTH_VIEWS, "that text", "den texten"},
    {"current", CELL_FLAG, BOTH_VIEWS, "whether it is what people are asked now",
     "om det är den som man tillfrågas om nu"},
    {"counts", CELL_FLAG, BOTH_VIEWS, "whether a yes to it counts in the study's material",
     "om ett ja till den räknas i studiens material"},
    {"closed", CELL_FLAG, BOTH_VIEWS, "whether the study asks nobody any more",
     "om studien inte frågar någon längre"},
};

static void put_version(struct record *record, const struct study *study, int64_t version) {
    record_id(record, study->id);
    record_text(record, study->title);
    record_said(record, study->organisation);
    record_said(record, study->review);
    record_count(record, version);
    record_text(record, study_text_of(study, version));
    record_flag(record, version == study->version);
    record_flag(record, version >= study->from_version);
    record_flag(record, study->closed);
    record_end_row(record);
}

static void fill(struct record *record) {
    size_t count;
    const struct study *const *studies = process_studies(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        bool is_asked_for = id_is_none(record->study) || id_equal(record->study, studies[i]->id);
        for (int64_t v = 1; is_asked_for && !studies[i]->removed && v <= study_version_count(studies[i]);
             v++) {
            put_version(record, studies[i], v);
        }
    }
}

const struct table studies_table = {"studies",
                                    columns,
                                    COUNT_OF(columns),
                                    "one text that a study asks people to say yes or no to",
                                    "en text som en studie ber om ja eller nej till",
                                    fill};
