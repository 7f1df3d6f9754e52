#include "transcript/pictures.h"

#include <stdio.h>
#include <stdlib.h>

static const struct column columns[] = {
    {"picture", CELL_ID, DOCUMENTATION_ONLY, "the picture's id", "bildens id"},
    {"session", CELL_ID, DOCUMENTATION_ONLY, "the session it is of", "tillfället den är från"},
    {"item", CELL_ID, DOCUMENTATION_ONLY, "the agenda's item it is of", "programpunkten den är från"},
    {"round", CELL_ID, DOCUMENTATION_ONLY, "the round whose answers it shows",
     "momentet vars svar den visar"},
    {"group", CELL_ID, DOCUMENTATION_ONLY, "the group or table whose it is",
     "gruppen eller bordet som har den"},
    {"file", CELL_TEXT, DOCUMENTATION_ONLY, "its file in the folder pictures, where the record has files",
     "dess fil i mappen pictures, där materialet har filer"},
    {"caption", CELL_TEXT, DOCUMENTATION_ONLY, "what stands below it", "bildtexten"},
    {"drawn", CELL_FLAG, DOCUMENTATION_ONLY, "by a graphic facilitator; else it is a photograph of paper",
     "av den som ritar under mötet; annars ett foto av papper"},
    {"added", CELL_TIME, DOCUMENTATION_ONLY, "when it was put into the session",
     "när den lades till i tillfället"},
    {"width", CELL_COUNT, DOCUMENTATION_ONLY, "in pixels", "i bildpunkter"},
    {"height", CELL_COUNT, DOCUMENTATION_ONLY, "in pixels", "i bildpunkter"},
};

struct placed {
    const struct picture *picture;
    int64_t session; /* its number */
};

static int by_place(const void *a, const void *b) {
    const struct placed *left = a, *right = b;
    if (left->session != right->session) {
        return left->session < right->session ? -1 : 1;
    }
    if (left->picture->position != right->picture->position) {
        return left->picture->position < right->picture->position ? -1 : 1;
    }
    return id_compare(left->picture->id, right->picture->id);
}

const struct picture *const *record_pictures(struct record *record, size_t *count) {
    size_t all, found = 0;
    const struct picture *const *pictures = process_pictures(record->process, &all);
    struct placed *placed = arena_allocate_array(&record->arena, all + 1, sizeof *placed);
    const struct picture **sorted = arena_allocate_array(&record->arena, all + 1, sizeof(struct picture *));
    for (size_t i = 0; i < all; i++) {
        const struct session *session = process_session(record->process, pictures[i]->session);
        if (session && record_has_session(record, session->id) &&
            picture_is_visible_to_all(record->process, pictures[i])) {
            placed[found++] = (struct placed){pictures[i], session->number};
        }
    }
    qsort(placed, found, sizeof *placed, by_place);
    for (size_t i = 0; i < found; i++) {
        sorted[i] = placed[i].picture;
    }
    *count = found;
    return sorted;
}

void record_name_picture(const struct picture *picture, size_t n, char name[PICTURE_FILE_NAME]) {
    snprintf(name, PICTURE_FILE_NAME, "%03u.%s", (unsigned)n + 1,
             picture->type == PICTURE_TYPE_PNG ? "png" : "jpg");
}

static void fill(struct record *record) {
    size_t count;
    char name[PICTURE_FILE_NAME];
    const struct picture *const *pictures = record_pictures(record, &count);
    if (record_is_research(record)) {
        return;
    }
    for (size_t i = 0; i < count && !record->stopped; i++) {
        const struct picture *picture = pictures[i];
        record_name_picture(picture, i, name);
        record_id(record, picture->id);
        record_id(record, picture->session);
        record_id(record, picture->item);
        record_id(record, picture->round);
        record_id(record, picture->group);
        record_text(record, str_of(name));
        record_said(record, picture->caption);
        record_flag(record, picture->drawn);
        record_time(record, picture->at);
        record_count(record, picture->width);
        record_count(record, picture->height);
        record_end_row(record);
    }
}

const struct table pictures_table = {"pictures",
                                     columns,
                                     COUNT_OF(columns),
                                     "one picture of what was drawn, or written on paper",
                                     "en bild av något som ritades, eller skrevs på papper",
                                     fill};
