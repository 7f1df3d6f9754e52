#include "transcript/authors.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/random.h"

struct author {
    struct id order;
    int64_t number;
};

/* Those of one scope, until another is asked for: rounds of one scope mostly follow each other. */
struct authors {
    const struct record *record;
    struct id scope;
    struct map known; /* struct author by kind and id */
    struct arena arena;
};

enum { KEY_SIZE = 1 + sizeof(struct id) };

static void key_of(struct actor author, uint8_t key[KEY_SIZE]) {
    key[0] = (uint8_t)author.kind;
    memcpy(key + 1, author.id.bytes, sizeof author.id.bytes);
}

static struct id order_of(const struct authors *authors, struct actor author) {
    if (author.kind == ACTOR_PARTICIPANT) {
        const struct participant *person = process_participant(authors->record->process, author.id);
        if (person) {
            return id_of_name(authors->scope, person->token_hash.data, person->token_hash.size);
        }
    }
    return id_of_name(authors->scope, author.id.bytes, sizeof author.id.bytes);
}

static void add(struct authors *authors, struct actor actor) {
    uint8_t key[KEY_SIZE];
    key_of(actor, key);
    if (!map_find(&authors->known, key, sizeof key)) {
        struct author *author = arena_allocate(&authors->arena, sizeof *author);
        author->order = order_of(authors, actor);
        map_put(&authors->known, key, sizeof key, author);
    }
}

static void add_round(struct authors *authors, const struct round *round) {
    size_t count;
    const struct note *const *notes = process_notes(authors->record->process, round, &count);
    for (size_t i = 0; i < count; i++) {
        if (record_has_note(authors->record, notes[i])) {
            add(authors, notes[i]->author);
        }
    }
    const struct voter *const *voters = process_voters(authors->record->process, round, &count);
    for (size_t i = 0; i < count && record_shows_votes(round); i++) {
        if (record_has_voter(authors->record, voters[i])) {
            add(authors, voters[i]->author);
        }
    }
    struct arena arena;
    arena_init(&arena);
    const struct diary_page *pages = process_diary(authors->record->process, round, &arena, &count);
    for (size_t i = 0; i < count; i++) {
        if (record_has_page(authors->record, &pages[i])) {
            add(authors, pages[i].author);
        }
    }
    arena_finish(&arena);
}

static int compare(const void *a, const void *b) {
    const struct author *const *left = a, *const *right = b;
    return id_compare((*left)->order, (*right)->order);
}

static void number(struct authors *authors) {
    size_t count = 0;
    struct author **all = memory_resize_array(NULL, authors->known.count + 1, sizeof(struct author *));
    const void *cursor = NULL;
    for (struct author *author; (author = map_next(&authors->known, &cursor));) {
        all[count++] = author;
    }
    qsort(all, count, sizeof *all, compare);
    for (size_t i = 0; i < count; i++) {
        all[i]->number = (int64_t)i + 1;
    }
    memory_free(all);
}

static void gather(struct authors *authors, struct id scope) {
    map_finish(&authors->known);
    arena_reset(&authors->arena);
    authors->scope = scope;
    size_t count;
    const struct round *const *rounds = process_rounds(authors->record->process, &count);
    for (size_t i = 0; i < count; i++) {
        if (id_equal(rounds[i]->scope, scope) && record_has_session(authors->record, rounds[i]->session)) {
            add_round(authors, rounds[i]);
        }
    }
    number(authors);
}

struct authors *authors_create(const struct record *record) {
    struct authors *authors = memory_allocate(sizeof *authors);
    authors->record = record;
    map_init(&authors->known, random_map_seed());
    arena_init(&authors->arena);
    return authors;
}

void authors_destroy(struct authors *authors) {
    if (!authors) {
        return;
    }
    map_finish(&authors->known);
    arena_finish(&authors->arena);
    memory_free(authors);
}

int64_t authors_number(struct authors *authors, const struct round *round, struct actor actor) {
    if (!id_equal(authors->scope, round->scope)) {
        gather(authors, round->scope);
    }
    uint8_t key[KEY_SIZE];
    key_of(actor, key);
    const struct author *author = map_find(&authors->known, key, sizeof key);
    return author ? author->number : 0;
}

struct id authors_id(struct authors *authors, const struct round *round, int64_t number) {
    if (!id_equal(authors->scope, round->scope)) {
        gather(authors, round->scope);
    }
    const void *cursor = NULL;
    for (const struct author *author; (author = map_next(&authors->known, &cursor));) {
        if (author->number == number) {
            struct id study = authors->record->study;
            return id_of_name(author->order, study.bytes, sizeof study.bytes);
        }
    }
    return (struct id){{0}};
}

static int by_number(const void *a, const void *b) {
    const struct numbered_voter *left = a, *right = b;
    return (left->number > right->number) - (left->number < right->number);
}

struct numbered_voter *authors_voters(struct record *record, const struct round *round, size_t *count) {
    size_t all;
    const struct voter *const *voters = process_voters(record->process, round, &all);
    struct numbered_voter *chosen = arena_allocate_array(&record->arena, all, sizeof *chosen);
    *count = 0;
    for (size_t i = 0; i < all; i++) {
        if (record_has_voter(record, voters[i])) {
            int64_t number = authors_number(record->authors, round, voters[i]->author);
            chosen[(*count)++] = (struct numbered_voter){
                voters[i], number, arena_format(&record->arena, "A%lld", (long long)number)};
        }
    }
    if (*count > 1) {
        qsort(chosen, *count, sizeof *chosen, by_number);
    }
    return chosen;
}
