/* In which order questions stand: as on the agendas of their sessions, one after the other; behind those that
 * are on none. */
#include <stdlib.h>

#include "transcript/docx.h"

struct placed {
    const struct round *round;
    int64_t session; /* its number */
    size_t item;     /* its place on all agendas */
    size_t made;
};

static int compare(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

static int by_place(const void *a, const void *b) {
    const struct placed *left = a, *right = b;
    int order = compare(left->session, right->session);
    order = order != 0 ? order : compare((int64_t)left->item, (int64_t)right->item);
    order = order != 0 ? order : compare(left->round->position, right->round->position);
    return order != 0 ? order : compare((int64_t)left->made, (int64_t)right->made);
}

static size_t place_of_item(const struct process *process, struct id item) {
    size_t count, i = 0;
    const struct item *const *items = process_items(process, &count);
    while (i < count && !id_equal(items[i]->id, item)) {
        i++;
    }
    return i;
}

static void write_session(struct docx *docx, const struct session *session) {
    char day[ZONE_TIME_LENGTH + 1];
    struct str text = docx_day(docx, session->run_at != 0 ? session->run_at : session->starts, day);
    docx_paragraph(docx->xml, DOCX_SESSION, session->title);
    if (!str_is_absent(text)) {
        docx_paragraph(docx->xml, DOCX_DETAIL, text);
    }
}

void docx_write_rounds(struct docx *docx) {
    const struct process *process = docx->record->process;
    size_t all, count = 0;
    const struct round *const *rounds = process_rounds(process, &all);
    struct placed *placed = arena_allocate_array(&docx->arena, all + 1, sizeof *placed);
    for (size_t i = 0; i < all; i++) {
        const struct session *session = process_session(process, rounds[i]->session);
        if (session && record_has_round(docx->record, rounds[i])) {
            placed[count++] = (struct placed){.round = rounds[i],
                                              .session = session->number,
                                              .item = place_of_item(process, rounds[i]->item),
                                              .made = i};
        }
    }
    qsort(placed, count, sizeof *placed, by_place);
    for (size_t i = 0; i < count && !xml_has_failed(docx->xml); i++) {
        const struct round *round = placed[i].round;
        if (i == 0 || placed[i].session != placed[i - 1].session) {
            write_session(docx, process_session(process, round->session));
        }
        docx_paragraph(docx->xml, DOCX_QUESTION, round->question);
        if (!str_is_empty(round->helper)) {
            docx_paragraph(docx->xml, DOCX_DETAIL, round->helper);
        }
        docx_write_round(docx, round);
    }
}
