#include "transcript/about.h"

#include <stdio.h>

#include "base/clock.h"
#include "records/shapes.h"
#include "transcript/format.h"
#include "transcript/readme.h"

const char *cell_kind_text(enum cell_kind kind) {
    static const char *const texts[] = {[CELL_ABSENT] = "",      [CELL_TEXT] = "text", [CELL_ID] = "id",
                                        [CELL_COUNT] = "number", [CELL_TIME] = "time", [CELL_FLAG] = "flag"};
    return texts[kind];
}

enum language record_language(const struct record *record) {
    const struct profile *profile = process_profile(record->process);
    return profile && profile->language == LANGUAGE_SV ? LANGUAGE_SV : LANGUAGE_EN;
}

void record_facts(const struct record *record, const struct transcript_options *options,
                  void (*each)(void *context, const char *key, struct str value), void *context) {
    const struct profile *profile = process_profile(record->process);
    char version[16], at[CLOCK_TEXT_LENGTH + 1], session[ID_TEXT_LENGTH + 1], study[ID_TEXT_LENGTH + 1];
    snprintf(version, sizeof version, "%d", TRANSCRIPT_VERSION);
    clock_format(options->at, at);
    each(context, "format", STR("samskap.transcript"));
    each(context, "version", str_of(version));
    each(context, "view", enumeration_text(&enumeration_record_view, options->view));
    each(context, "at", str_of(at));
    if (!id_is_none(options->session)) {
        id_format(options->session, session);
        each(context, "session", str_of(session));
    }
    if (!id_is_none(options->study)) {
        id_format(options->study, study);
        each(context, "study", str_of(study));
    }
    if (profile) {
        each(context, "title", profile->title);
        each(context, "language", enumeration_text(&enumeration_language, profile->language));
        each(context, "zone", profile->zone);
        each(context, "session_word", profile->session_word);
    }
}

void record_about(const struct record *record, const struct transcript_options *options,
                  void (*each)(void *context, const char *key, struct str value), void *context) {
    struct buffer readme;
    record_facts(record, options, each, context);
    buffer_init(&readme);
    readme_write_head(record, options, record_language(record), "\n", &readme);
    each(context, "readme", buffer_str(&readme));
    buffer_finish(&readme);
}
