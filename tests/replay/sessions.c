#include "crowd.h"
#include "csv.h"
#include "gold.h"
#include "replay.h"
#include "report.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/text.h"

/* Rows of the table with the same session, which stand together. */
struct meeting {
    struct str name;
    size_t first, count; /* rows, and persons of the crowd */
    char session[ID_TEXT], round[ID_TEXT], list[ID_TEXT];
};

struct sessions_replay {
    const struct replay *replay;
    struct csv table;
    size_t session_column, text_column;
    struct gold gold;
    struct arena arena;
    struct meeting *meetings;
    size_t meeting_count;
    char (*notes)[ID_TEXT]; /* by row */
    struct host host;
    struct crowd crowd;
    struct report report;
    size_t words, right;
};

/* A file beside path: its ending (after the last dot) replaced, or its name. */
static void path_beside(const char *path, const char *name, const char *ending, char *beside, size_t size) {
    const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - path) + 1;
    size_t stem = dot != NULL && (slash == NULL || dot > slash) ? (size_t)(dot - path) : strlen(path);
    if (name != NULL)
        snprintf(beside, size, "%.*s%s", (int)folder, path, name);
    else
        snprintf(beside, size, "%.*s%s", (int)stem, path, ending);
}

static bool read_table(struct sessions_replay *run, const char *path) {
    enum status status = csv_read(path, CSV_TAB, &run->table);
    if (status != STATUS_OK || !csv_column(&run->table, "session", &run->session_column) ||
        !csv_column(&run->table, "text", &run->text_column)) {
        fprintf(stderr, "samskap-replay: %s: %s\n", path,
                status == STATUS_OK ? "lacks a column session or text" : status_text(status));
        return false;
    }
    run->meetings = memory_allocate((run->table.rows + 1) * sizeof *run->meetings);
    run->notes = memory_allocate((run->table.rows + 1) * sizeof *run->notes);
    for (size_t row = 0; row < run->table.rows; row++) {
        struct str name = csv_cell(&run->table, row, run->session_column);
        id_text(run->notes[row]);
        if (run->meeting_count == 0 || !str_equal(run->meetings[run->meeting_count - 1].name, name))
            run->meetings[run->meeting_count++] = (struct meeting){.name = name, .first = row};
        run->meetings[run->meeting_count - 1].count++;
    }
    char gold[4096], stop_words[4096];
    path_beside(path, NULL, "-gold.tsv", gold, sizeof gold);
    path_beside(path, "stopwords-iso-sv.txt", NULL, stop_words, sizeof stop_words);
    return gold_read(gold, stop_words, &run->gold);
}

static bool set_up_meeting(struct sessions_replay *run, struct meeting *meeting) {
    char title[80], secret[SECRET_TEXT_SIZE];
    snprintf(title, sizeof title, "%.*s", STR_ARGS(meeting->name));
    if (!host_add_session(&run->host, title, meeting->session) ||
        !host_add_round(&run->host, meeting->session, "notes", title, json_object(), meeting->round) ||
        !host_open_joining(&run->host, meeting->session, secret))
        return false;
    id_text(meeting->list);
    /* Shown to the host alone: a list belongs to the process, and all sessions' people would get it each
     * time. */
    if (!host_command(&run->host, "words.put",
                      json_pack("{s:s, s:i, s:s, s:[s]}", "id", meeting->list, "base", 0, "title", title,
                                "rounds", meeting->round)))
        return false;
    for (size_t i = meeting->first; i < meeting->first + meeting->count; i++) {
        if (!crowd_join(&run->crowd, i, secret))
            return false;
        struct str text = text_normalise(csv_cell(&run->table, i, run->text_column), &run->arena);
        crowd_add(&run->crowd, i, (int64_t)i, "note.put",
                  json_pack("{s:s, s:s, s:i, s:s%}", "id", run->notes[i], "round", meeting->round, "rev", 1,
                            "text", text.data, text.size));
    }
    return true;
}

/* What each person sees: the meeting's notes, all of them and as they were sent. */
static void check_meeting(struct sessions_replay *run, const struct meeting *meeting) {
    for (size_t i = meeting->first; i < meeting->first + meeting->count; i++) {
        const struct store *store = &run->crowd.persons[i].caller.store;
        for (size_t row = meeting->first; row < meeting->first + meeting->count; row++) {
            struct str sent = text_normalise(csv_cell(&run->table, row, run->text_column), &run->arena);
            const json_t *text = json_object_get(store_find(store, "note", run->notes[row]), "text");
            if (!str_equal(str_of(json_string_value(text)), sent))
                report_add(&run->report, "participant %zu does not see note %zu as it was sent", i, row);
        }
    }
}

/* All words of a meeting's list, a new reference: the first hundred from sync, the rest by the page. */
static json_t *fetch_words(struct sessions_replay *run, const struct meeting *meeting) {
    const json_t *list = store_find(&run->host.caller.store, "words", meeting->list);
    json_t *words = json_array();
    json_array_extend(words, json_object_get(list, "words"));
    json_int_t more = json_integer_value(json_object_get(list, "more"));
    while (more > 0) {
        char why[200];
        json_t *page = caller_ask(
            &run->host.caller, "words.page",
            json_pack("{s:s, s:I}", "list", meeting->list, "skip", (json_int_t)json_array_size(words)), why,
            sizeof why);
        json_t *rows = json_object_get(page, "words");
        if (json_array_size(rows) == 0) {
            report_add(&run->report, "words.page: %s",
                       page == NULL ? why : "gives no words where there are more");
            more = 0;
        }
        json_array_extend(words, rows);
        more -= (json_int_t)json_array_size(rows);
        json_decref(page);
    }
    return words;
}

/* Looking up words goes on for a moment after the last answer. */
static void await_quiet(struct sessions_replay *run) {
    enum { QUIET = 1500, PATIENCE = 30000000 };
    int64_t start = ws_now();
    while (ws_loop_turn(run->replay->loop, QUIET) && ws_now() - start < PATIENCE)
        continue;
}

static bool play(struct sessions_replay *run) {
    const struct replay *replay = run->replay;
    crowd_init(&run->crowd, &(struct crowd_options){.loop = replay->loop,
                                                    .cache = replay->cache,
                                                    .address = replay->address,
                                                    .persons = run->table.rows,
                                                    .window = replay->window,
                                                    .pace = replay->pace,
                                                    .speed = replay->speed,
                                                    .pause = replay->pause});
    if (!host_open(&run->host, replay->loop, replay->cache, replay->address, &replay->credentials, "Sessions",
                   "sv"))
        return false;
    for (size_t i = 0; i < run->meeting_count; i++)
        if (!set_up_meeting(run, &run->meetings[i]))
            return false;
    if (!crowd_run(&run->crowd))
        return false;
    for (size_t i = 0; i < run->crowd.step_count; i++)
        if (*run->crowd.steps[i]->reason != '\0')
            report_add(&run->report, "note %zu was refused: %s", i, run->crowd.steps[i]->reason);
    await_quiet(run);
    crowd_settle(&run->crowd, &run->report);
    for (size_t i = 0; i < run->meeting_count; i++) {
        check_meeting(run, &run->meetings[i]);
        json_t *words = fetch_words(run, &run->meetings[i]);
        gold_compare(&run->gold, run->meetings[i].name, words, &run->words, &run->right);
        json_decref(words);
    }
    return true;
}

static bool say_end(const struct sessions_replay *run) {
    printf("sessions: %s sessions, %s notes, %s participants", report_number(run->meeting_count),
           report_number(run->table.rows), report_number(run->table.rows));
    if (run->report.differences == 0)
        printf(": all equal");
    else
        printf(": %s differences", report_number(run->report.differences));
    printf("; of %s words with 4 or more people %.2f are exactly right\n", report_number(run->words),
           run->words == 0 ? 0.0 : (double)run->right / (double)run->words);
    return run->report.differences == 0;
}

bool replay_sessions(const struct replay *replay, const char *path) {
    struct sessions_replay run = {.replay = replay};
    arena_init(&run.arena);
    bool done = read_table(&run, path) && play(&run) && say_end(&run);
    crowd_finish(&run.crowd);
    host_close(&run.host);
    memory_free(run.meetings);
    memory_free(run.notes);
    gold_finish(&run.gold);
    csv_finish(&run.table);
    arena_finish(&run.arena);
    return done;
}
