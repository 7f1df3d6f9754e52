#include "words/counting.h"

#include "base/memory.h"

/* Pure means the same everywhere: the seed is fixed, and no walk order of a map ever shows. */
static const struct map_seed seed = {
    {0x5a, 0x17, 0xc3, 0x08, 0x91, 0x2e, 0x6d, 0xf4, 0x3b, 0xa0, 0x75, 0xde, 0x49, 0x8c, 0x12, 0xe7}};

void counting_init(struct counting *counting, const struct words_input *input, struct arena *arena) {
    *counting = (struct counting){.input = input, .arena = arena};
    map_init(&counting->term_numbers, seed);
    map_init(&counting->family_numbers, seed);
    counting->stream_start = memory_allocate((input->note_count + 1) * sizeof(size_t));
    counting->hit_start = memory_allocate((input->note_count + 1) * sizeof(size_t));
    counting->by_author = memory_allocate(input->note_count * sizeof(uint32_t));
    counting->author = memory_allocate(input->note_count * sizeof(uint32_t));
}

void counting_finish(struct counting *counting) {
    map_finish(&counting->term_numbers);
    map_finish(&counting->family_numbers);
    memory_free(counting->terms);
    memory_free(counting->families);
    memory_free(counting->candidates);
    memory_free(counting->stream);
    memory_free(counting->stream_start);
    memory_free(counting->hits);
    memory_free(counting->hit_start);
    memory_free(counting->nests);
    memory_free(counting->by_author);
    memory_free(counting->author);
}

static uint32_t number_in(const struct map *map, struct str text) {
    void *value = map_find(map, text.data, text.size);
    return value != NULL ? (uint32_t)((uintptr_t)value - 1) : COUNTING_NONE;
}

static void put_number(struct map *map, struct str text, size_t number) {
    (void)map_put(map, text.data, text.size, (void *)(uintptr_t)(number + 1));
}

uint32_t counting_find_term(const struct counting *counting, struct str text) {
    return number_in(&counting->term_numbers, text);
}

uint32_t counting_find_family(const struct counting *counting, struct str key) {
    return number_in(&counting->family_numbers, key);
}

uint32_t counting_term(struct counting *counting, struct str text) {
    uint32_t found = counting_find_term(counting, text);
    if (found != COUNTING_NONE) {
        return found;
    }
    size_t number = counting->term_count++;
    counting->terms =
        memory_grow(counting->terms, &counting->term_capacity, counting->term_count, sizeof(struct term));
    counting->terms[number] =
        (struct term){.text = arena_copy(counting->arena, text), .family = COUNTING_NONE};
    put_number(&counting->term_numbers, text, number);
    return (uint32_t)number;
}

uint32_t counting_family(struct counting *counting, struct str key) {
    uint32_t found = counting_find_family(counting, key);
    if (found != COUNTING_NONE) {
        return found;
    }
    size_t number = counting->family_count++;
    counting->families = memory_grow(counting->families, &counting->family_capacity, counting->family_count,
                                     sizeof(struct family));
    counting->families[number] = (struct family){
        .key = arena_copy(counting->arena, key), .parent = COUNTING_NONE, .root = (uint32_t)number};
    put_number(&counting->family_numbers, key, number);
    return (uint32_t)number;
}

void counting_push(uint32_t **array, size_t *count, size_t *capacity, uint32_t value) {
    *array = memory_grow(*array, capacity, *count + 1, sizeof(uint32_t));
    (*array)[(*count)++] = value;
}
