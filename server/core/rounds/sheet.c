#include "core/rounds/sheet.h"

#include "base/memory.h"

void sheet_init(struct sheet *sheet, struct round_entry *round, const struct tracked_kind *tally) {
    sheet->round = round;
    tracked_init(&sheet->tally, tally, round->round.id);
}

struct sheet_row *sheet_row_at(const struct sheet *sheet, size_t index) {
    return (struct sheet_row *)(uintptr_t)sheet->voters[index];
}

struct sheet_row *sheet_row_of_tracked(const struct tracked *tracked) {
    return LIST_ENTRY(tracked, struct sheet_row, tracked);
}

struct sheet *sheet_of_tally(const struct tracked *tracked) {
    return LIST_ENTRY(tracked, struct sheet, tally);
}

struct sheet_row *sheet_find(const struct process *process, const struct round_entry *round,
                             struct actor actor, const struct tracked_kind *own) {
    struct tracked *tracked = person_own_in(persons_find(&process->persons, actor), round, own);
    return tracked ? sheet_row_of_tracked(tracked) : NULL;
}

struct sheet_row *sheet_add(struct process *process, struct sheet *sheet, struct actor actor, size_t columns,
                            const struct tracked_kind *own) {
    struct sheet_row *row = memory_allocate(sizeof *row);
    const struct round *round = &sheet->round->round;
    sheet->voters =
        memory_grow(sheet->voters, &sheet->capacity, sheet->count + 1, sizeof(const struct voter *));
    sheet->voters[sheet->count++] = &row->voter;
    row->round = sheet->round;
    row->voter.author = actor;
    row->voter.round = round;
    row->voter.votes = row->votes = memory_allocate(columns * sizeof *row->votes);
    row->voter.revs = row->revs = memory_allocate(columns * sizeof *row->revs);
    tracked_init(&row->tracked, own, round_id_of_person(round, actor));
    person_add_own(persons_get(&process->persons, actor), sheet->round, &row->tracked);
    return row;
}

struct tracked *sheet_apply(struct process *process, const struct event *event, struct sheet_row *row,
                            const struct sheet_put *put) {
    struct round_entry *round = row->round;
    struct sheet *sheet = round->data;
    bool had = row->voter.total > 0;
    row->votes[put->column] = put->votes;
    row->revs[put->column] = put->rev;
    row->voter.total += put->more;
    row->voter.consent = put->consent;
    row->voter.studies = put->studies;
    row->voter.role = put->role;
    keep_str(&row->voter.organisation_type, put->organisation_type);
    process_mark_used(process, put->role);
    persons_count_bytes(process, event, round->session);
    round_count_contribution(round);
    tracked_touch(process, &row->tracked);
    tracked_touch(process, &sheet->tally);
    if (had != (row->voter.total > 0)) {
        round_count_answered(process, round, had ? -1 : 1);
    }
    return &row->tracked;
}

int64_t *sheet_move_numbers(int64_t *numbers, const size_t *from, size_t columns) {
    int64_t *moved = memory_allocate(columns * sizeof *moved);
    for (size_t i = 0; i < columns; i++) {
        moved[i] = from[i] == SIZE_MAX ? 0 : numbers[from[i]];
    }
    memory_free(numbers);
    return moved;
}

void sheet_move(struct process *process, struct sheet *sheet, const size_t *from, size_t columns) {
    for (size_t i = 0; i < sheet->count; i++) {
        struct sheet_row *row = sheet_row_at(sheet, i);
        row->voter.votes = row->votes = sheet_move_numbers(row->votes, from, columns);
        row->voter.revs = row->revs = sheet_move_numbers(row->revs, from, columns);
        tracked_touch(process, &row->tracked);
    }
}

void sheet_finish(struct sheet *sheet) {
    for (size_t i = 0; i < sheet->count; i++) {
        struct sheet_row *row = sheet_row_at(sheet, i);
        memory_free(row->votes);
        memory_free(row->revs);
        memory_free_str(&row->voter.organisation_type);
        memory_free(row);
    }
    tracked_forget(&sheet->tally);
    memory_free(sheet->voters);
}

const struct voter *const *process_voters(const struct process *process, const struct round *round,
                                          size_t *count) {
    const struct round_entry *entry = round_find(process, round->id);
    const struct sheet *sheet = entry && entry->kind->has_sheet ? entry->data : NULL;
    *count = sheet ? sheet->count : 0;
    return sheet ? sheet->voters : NULL;
}
