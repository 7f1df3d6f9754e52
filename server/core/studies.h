/* Studies, and what people answered to them, for the files of core alone. */
#ifndef SAMSKAP_CORE_STUDIES_H
#define SAMSKAP_CORE_STUDIES_H

#include "core/state.h"

struct study_entry {
    struct study study;
    struct tracked tracked;
    struct str *versions; /* the texts, by their numbers from 1 */
    size_t version_count, version_capacity;
    int64_t names_seq; /* the event that its investigator and contact are of */
    int64_t answered;  /* participants who ever said yes or no */
};

struct study_entry *study_find(const struct process *process, struct id id); /* NULL */
struct study_entry *study_entry_of(const struct study *study);

/* consents.c */
/* To be called when a study was put: who says yes to it may be others now. */
void consents_follow_studies(struct process *process);

#endif
