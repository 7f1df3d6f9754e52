#include "transcript/split.h"

void part_count(struct record *record, struct part *part, const struct participant *person,
                struct id session) {
    bool included = record_has_person(record, person, session);
    part->count += included;
    part->declined += !included;
}

/* The smallest part that is not withheld yet, those of nobody last; NULL: all are. */
static struct part *next_to_withhold(struct split *split) {
    struct part *next = NULL;
    for (size_t i = 0; i < split->count; i++) {
        struct part *part = &split->parts[i];
        if (!part->withheld &&
            (!next || (part->count > 0 && (next->count == 0 || part->count < next->count)))) {
            next = part;
        }
    }
    return next;
}

void split_withhold(struct split *split) {
    int64_t persons = 0;
    size_t withheld = 0;
    for (size_t i = 0; i < split->count; i++) {
        struct part *part = &split->parts[i];
        if (is_few(part->count) || is_few(part->declined)) {
            part->withheld = true;
            withheld++;
            persons += part->count;
        }
    }
    while (withheld == 1 || (withheld > 0 && persons < PROCESS_WITHHOLD_BELOW)) {
        struct part *part = next_to_withhold(split);
        if (!part) {
            break;
        }
        part->withheld = true;
        withheld++;
        persons += part->count;
    }
}

void part_put(struct record *record, const struct part *part) {
    if (part->withheld) {
        record_nothing(record);
    } else {
        record_count(record, part->count);
    }
    record_flag(record, part->withheld);
}
