#include "transcript/qda.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/random.h"
#include "transcript/about.h"
#include "transcript/themes.h"

enum { DAY_LENGTH = 10 };

void *qda_room(void *list, size_t count, size_t *capacity, size_t size) {
    list = memory_grow(list, capacity, count + 1, size);
    memset((char *)list + count * size, 0, size);
    return list;
}

struct id qda_guid(struct id of, const char *what) {
    return id_of_name(of, what, strlen(what));
}

struct id qda_own_guid(const char *what) {
    static const struct id samskap = {
        {0x5a, 0x3d, 0x0c, 0x52, 0x7e, 0x11, 0x4b, 0x0e, 0x9c, 0x41, 0x2f, 0x86, 0xd7, 0x90, 0x1b, 0x64}};
    return qda_guid(samskap, what);
}

bool qda_is_since(const struct qda *qda, int64_t milliseconds) {
    char text[ZONE_TIME_LENGTH + 1];
    if (str_is_absent(qda->since)) {
        return true;
    }
    zone_clock_format(qda->clock, milliseconds, text);
    return str_compare((struct str){text, DAY_LENGTH}, qda->since) >= 0;
}

static void find_boards(struct qda *qda) {
    size_t count;
    const struct board *const *boards = process_boards(qda->record->process, &count);
    for (size_t i = 0; i < count; i++) {
        if (record_has_board(qda->record, boards[i])) {
            *QDA_ADD(qda->boards) = boards[i];
        }
    }
}

void qda_init(struct qda *qda, struct record *record, const struct transcript_options *options,
              bool codebook_alone) {
    const struct profile *profile = process_profile(record->process);
    *qda = (struct qda){.record = record, .options = options};
    qda->texts = qda_texts(record_language(record));
    qda->clock = zone_clock_create(profile ? profile->zone : STR("UTC"));
    arena_init(&qda->arena);
    qda_names_init(&qda->names);
    qda_names_init(&qda->set_names);
    map_init(&qda->known_codes, random_map_seed());
    map_init(&qda->known_cases, random_map_seed());
    map_init(&qda->noted, random_map_seed());
    map_init(&qda->scope_names, random_map_seed());
    if (!str_is_empty(options->profile)) { /* since-2026-02-12 */
        qda->since = (struct str){options->profile.data + options->profile.size - DAY_LENGTH, DAY_LENGTH};
    }
    find_boards(qda);
    qda_add_codes(qda);
    if (!codebook_alone) {
        qda_add_sources(qda);
        qda_add_notes(qda);
    }
}

void qda_finish(struct qda *qda) {
    memory_free(qda->codes.at);
    memory_free(qda->sources.at);
    memory_free(qda->cases.at);
    memory_free(qda->notes.at);
    memory_free(qda->sets.at);
    memory_free(qda->found.at);
    memory_free(qda->boards.at);
    map_finish(&qda->scope_names);
    map_finish(&qda->noted);
    map_finish(&qda->known_cases);
    map_finish(&qda->known_codes);
    qda_names_finish(&qda->set_names);
    qda_names_finish(&qda->names);
    arena_finish(&qda->arena);
    zone_clock_destroy(qda->clock);
}
