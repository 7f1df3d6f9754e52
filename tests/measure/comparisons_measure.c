/* How long the loop is held by what is compared and dealt in a very large process: 2 000 people, 20 rounds
 * with 2 000 notes, a list of words and a board of 100 themes, and 100 comparisons. Prints milliseconds, the
 * best of several; nothing is asserted. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "protocol/comparison_view.h"

enum { PEOPLE = 2000, ROUNDS = 20, NOTES = 2000, THEMES = 100, COMPARISONS = 100, RUNS = 5 };
enum { SESSION = 1, LIST, BOARD, GROUPING, ROUND = 100, THEME = 200, COMPARISON = 400, PERSON = 10000 };
enum { NOTE = 20000, GROUP = 30000, COMMAND = 100000 };
enum { ROLES = 6, LEVELS = 3, TYPES = 4, GROUPS = 60 };

static struct process *process;
static int64_t head;
static const char *const type_names[TYPES] = {"kommun", "region", "lärosäte", "förening"};
static struct named roles[ROLES], levels[LEVELS];
static struct organisation organisations[TYPES];
static struct id rounds[ROUNDS];

static struct id make_id(unsigned number) {
    struct id id = {{0xa0}};
    for (size_t i = 0; i < 4; i++) {
        id.bytes[15 - i] = (uint8_t)(number >> 8 * i);
    }
    return id;
}

static void apply(enum actor_kind kind, unsigned who, enum event_kind what, union event_body body) {
    struct event event = {.seq = ++head, .actor = {kind, make_id(who)}, .at = 1000, .size = 100};
    event.kind = what;
    event.body = body;
    event.command = make_id(COMMAND + (unsigned)head);
    enum reason reason = process_apply(process, &event);
    if (reason != REASON_ABSENT) {
        fprintf(stderr, "event %d of kind %d was refused: %d\n", (int)head, (int)what, (int)reason);
        exit(1);
    }
}

static void host(enum event_kind what, union event_body body) {
    apply(ACTOR_ACCOUNT, 5, what, body);
}

#define BODY(...) ((union event_body){__VA_ARGS__})

static struct str text_of(const char *text) {
    size_t size = 0;
    while (text[size]) {
        size++;
    }
    return (struct str){text, size};
}

static void create(void) {
    for (unsigned i = 0; i < ROLES; i++) {
        roles[i] = (struct named){make_id(50 + i), STR("Roll")};
    }
    for (unsigned i = 0; i < LEVELS; i++) {
        levels[i] = (struct named){make_id(60 + i), STR("Nivå")};
    }
    for (unsigned i = 0; i < TYPES; i++) {
        organisations[i] = (struct organisation){make_id(70 + i), STR("Ort"), text_of(type_names[i])};
    }
    const struct profile profile = {.title = STR("Dag"),
                                    .language = LANGUAGE_SV,
                                    .zone = STR("Europe/Stockholm"),
                                    .roles = roles,
                                    .roles_count = ROLES,
                                    .levels = levels,
                                    .levels_count = LEVELS,
                                    .organisations = organisations,
                                    .organisations_count = TYPES};
    process = process_create((struct map_seed){{7}});
    apply(ACTOR_SERVER, 0, EVENT_PROCESS_CREATE,
          BODY(.process_create = {.rules = RULES_NEWEST, .profile = &profile}));
    host(EVENT_SESSION_PUT, BODY(.session_put = {.id = make_id(SESSION), .title = STR("Dagen")}));
    host(EVENT_SESSION_RUN, BODY(.session_run = {.id = make_id(SESSION), .state = SESSION_STATE_LIVE}));
}

static void join(void) {
    static char hashes[PEOPLE][65];
    for (unsigned i = 0; i < PEOPLE; i++) {
        snprintf(hashes[i], sizeof hashes[i], "%064u", i);
        apply(ACTOR_SERVER, 0, EVENT_PARTICIPANT_JOIN,
              BODY(.participant_join = {.id = make_id(PERSON + i),
                                        .session = make_id(SESSION),
                                        .token_hash = {hashes[i], 64}}));
        apply(ACTOR_PARTICIPANT, PERSON + i, EVENT_PARTICIPANT_PUT,
              BODY(.participant_put = {.rev = 1,
                                       .role = roles[rand() % ROLES].id,
                                       .level = levels[rand() % LEVELS].id,
                                       .organisation = organisations[rand() % TYPES].id}));
    }
}

/* Words made of syllables, few of them often. */
static struct str draw_text(char *text, size_t size) {
    static const char *const syllables[] = {"trygg", "nära", "enkel", "samla", "tid", "ork", "hel", "mod"};
    int used = 0;
    for (int word = 0; word < 3; word++) {
        unsigned number = (unsigned)(rand() % 40) * (unsigned)(rand() % 40) / 4;
        used += snprintf(text + used, size - (size_t)used, "%s%s%s\n", syllables[number % 8],
                         syllables[number / 8 % 8], syllables[number / 64 % 8]);
    }
    return (struct str){text, (size_t)used - 1};
}

static void write_notes(void) {
    static char texts[NOTES][300];
    static const struct notes_settings settings = {.fields = 3};
    for (unsigned i = 0; i < ROUNDS; i++) {
        rounds[i] = make_id(ROUND + i);
        host(EVENT_ROUND_PUT, BODY(.round_put = {.id = rounds[i],
                                                 .session = make_id(SESSION),
                                                 .form = ROUND_FORM_NOTES,
                                                 .question = STR("Vad?"),
                                                 .visibility = VISIBILITY_ALL,
                                                 .authorship = AUTHORSHIP_NAMED,
                                                 .notes = &settings}));
        host(EVENT_ROUND_OPEN, BODY(.round_open = {.id = rounds[i]}));
    }
    for (unsigned i = 0; i < NOTES; i++) {
        apply(ACTOR_PARTICIPANT, PERSON + i % PEOPLE, EVENT_NOTE_PUT,
              BODY(.note_put = {.id = make_id(NOTE + i),
                                .round = rounds[i % ROUNDS],
                                .rev = 1,
                                .text = draw_text(texts[i], sizeof texts[i]),
                                .role = roles[rand() % ROLES].id,
                                .level = levels[rand() % LEVELS].id,
                                .organisation_type = text_of(type_names[rand() % TYPES])}));
    }
}

static void sort_notes(void) {
    host(EVENT_WORDS_PUT,
         BODY(.words_put = {
                  .id = make_id(LIST), .title = STR("Ord"), .rounds = rounds, .rounds_count = ROUNDS}));
    host(EVENT_BOARD_PUT, BODY(.board_put = {.id = make_id(BOARD),
                                             .title = STR("Tavla"),
                                             .rounds = rounds,
                                             .rounds_count = ROUNDS,
                                             .hands = BOARD_HANDS_HOSTS}));
    for (unsigned i = 0; i < THEMES; i++) {
        host(EVENT_THEME_PUT,
             BODY(.theme_put = {.id = make_id(THEME + i), .board = make_id(BOARD), .title = STR("Tema")}));
    }
    for (unsigned i = 0; i < NOTES; i++) {
        host(EVENT_NOTE_SORT, BODY(.note_sort = {.board = make_id(BOARD),
                                                 .note = make_id(NOTE + i),
                                                 .to = make_id(THEME + (unsigned)(rand() % THEMES))}));
    }
}

static double now(void) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

static void tell(const char *what, void (*work)(enum comparison_by by), enum comparison_by by) {
    double best = 1e9;
    for (int i = 0; i < RUNS; i++) {
        double before = now();
        work(by);
        double took = now() - before;
        best = took < best ? took : best;
    }
    printf("%8.2f ms  %s\n", best, what);
}

static void count_words(enum comparison_by by) {
    struct arena arena;
    struct words_view words;
    (void)by;
    arena_init(&arena);
    (void)words_view_make(process, make_id(LIST), &arena, &words);
    arena_finish(&arena);
}

static struct arena words_arena;
static struct words_view words;
static struct entity_comparison found;

static void compare_words(enum comparison_by by) {
    struct arena arena;
    arena_init(&arena);
    found = (struct entity_comparison){.by = by};
    comparison_view_of_words(process, &words, &arena, &found);
    arena_finish(&arena);
}

static void compare_themes(enum comparison_by by) {
    struct arena arena;
    arena_init(&arena);
    found = (struct entity_comparison){.by = by};
    comparison_view_of_board(process, process_board(process, make_id(BOARD)), false, &arena, &found);
    arena_finish(&arena);
}

static void put_comparison(enum comparison_by by) {
    static unsigned number;
    host(EVENT_COMPARISON_PUT, BODY(.comparison_put = {.id = make_id(COMPARISON + number++),
                                                       .title = STR("Jämför"),
                                                       .list = make_id(LIST),
                                                       .by = by}));
}

static void close_and_open(enum comparison_by by) {
    (void)by;
    host(EVENT_ROUND_OPEN, BODY(.round_open = {.id = rounds[0]}));
    host(EVENT_ROUND_CLOSE, BODY(.round_close = {.id = rounds[0]}));
}

static void deal(enum comparison_by by) {
    (void)by;
    host(EVENT_GROUPING_DEAL,
         BODY(.grouping_deal = {.id = make_id(GROUPING),
                                .base = process_grouping(process, make_id(GROUPING))->changed,
                                .method = DEAL_METHOD_BALANCED,
                                .seed = STR("00112233445566778899aabbccddeeff")}));
}

static void put_grouping(void) {
    static struct put_group groups[GROUPS];
    for (unsigned i = 0; i < GROUPS; i++) {
        groups[i] = (struct put_group){.id = make_id(GROUP + i), .name = STR("Grupp")};
    }
    host(EVENT_GROUPING_PUT, BODY(.grouping_put = {.id = make_id(GROUPING),
                                                   .session = make_id(SESSION),
                                                   .title = STR("Grupper"),
                                                   .groups = groups,
                                                   .groups_count = GROUPS}));
}

int main(void) {
    create();
    join();
    write_notes();
    sort_notes();
    put_grouping();
    tell("a deal of 2 000", deal, 0);
    for (unsigned i = 0; i < ROUNDS; i++) {
        host(EVENT_ROUND_CLOSE, BODY(.round_close = {.id = rounds[i]}));
    }
    arena_init(&words_arena);
    (void)words_view_make(process, make_id(LIST), &words_arena, &words);
    printf("%zu words\n", words.result.count);
    tell("counting the words", count_words, 0);
    tell("words by role", compare_words, COMPARISON_BY_ROLE);
    printf("            %zu columns, %zu rows, %d more, %d withheld\n", found.columns_count, found.rows_count,
           (int)found.more, (int)found.withheld);
    tell("words by kind of organisation", compare_words, COMPARISON_BY_ORGANISATION_TYPE);
    tell("themes by role", compare_themes, COMPARISON_BY_ROLE);
    printf("            %zu columns, %zu rows, %d more, %d withheld\n", found.columns_count, found.rows_count,
           (int)found.more, (int)found.withheld);
    tell("themes by level", compare_themes, COMPARISON_BY_LEVEL);
    printf("            %zu columns, %zu rows, %d more, %d withheld\n", found.columns_count, found.rows_count,
           (int)found.more, (int)found.withheld);
    for (unsigned i = 0; i < COMPARISONS; i++) {
        put_comparison(i % 2 ? COMPARISON_BY_ROLE : COMPARISON_BY_LEVEL);
    }
    tell("a round opened and closed, that 100 comparisons are of", close_and_open, 0);
    arena_finish(&words_arena);
    process_destroy(process);
    return 0;
}
