#include "polis_check.h"
#include "polis_supports.h"
#include "replay.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

struct polis_replay {
    const struct replay *replay;
    struct polis polis;
    struct polis_rounds rounds;
    struct host host;
    struct crowd crowd;
    struct step **note_steps; /* by comment */
    size_t votes_sent;
    struct report report;
};

/* A choice's text is one line of at most 200 code points. */
static json_t *choice_of(const struct polis_comment *comment) {
    enum { LONGEST = 200 };
    char text[LONGEST * 4 + 1];
    size_t size = 0, length = 0;
    for (size_t i = 0; i < comment->text.size; i++) {
        char byte = comment->text.data[i];
        if (((unsigned char)byte & 0xc0) != 0x80 && ++length > LONGEST)
            break;
        text[size++] = byte == '\n' || byte == '\t' ? ' ' : byte;
    }
    return json_pack("{s:s, s:s%}", "id", comment->choice, "text", size > 0 ? text : "-",
                     size > 0 ? size : 1);
}

static bool add_ballot(struct polis_replay *run, const char *session, size_t ballot) {
    json_t *choices = json_array();
    size_t end = (ballot + 1) * BALLOT_CHOICES;
    for (size_t i = ballot * BALLOT_CHOICES; i < end && i < run->polis.comment_count; i++)
        json_array_append_new(choices, choice_of(&run->polis.comments[i]));
    json_t *settings = json_pack("{s:i, s:i, s:s, s:o}", "budget", (int)json_array_size(choices), "cap", 1,
                                 "result", "open", "choices", choices);
    char question[40];
    snprintf(question, sizeof question, "Statements %zu", ballot + 1);
    return host_add_round(&run->host, session, "ballot", question, settings, run->rounds.ballots[ballot]);
}

static bool add_ballots(struct polis_replay *run, const char *session) {
    run->rounds.ballot_count = (run->polis.comment_count + BALLOT_CHOICES - 1) / BALLOT_CHOICES;
    run->rounds.ballots = memory_allocate(run->rounds.ballot_count * sizeof *run->rounds.ballots);
    for (size_t i = 0; i < run->rounds.ballot_count; i++)
        if (!add_ballot(run, session, i))
            return false;
    return true;
}

static bool set_up(struct polis_replay *run, const char *title, char secret[SECRET_TEXT_SIZE]) {
    const struct replay *replay = run->replay;
    char session[ID_TEXT];
    if (!host_open(&run->host, replay->loop, replay->cache, replay->address, &replay->credentials, title,
                   "en") ||
        !host_add_session(&run->host, "Conversation", session) ||
        !host_add_round(&run->host, session, "notes", title,
                        json_pack("{s:b}", "supports", (int)replay->supports), run->rounds.notes) ||
        (!replay->supports && !add_ballots(run, session)))
        return false;
    run->rounds.supports = replay->supports;
    return host_open_joining(&run->host, session, secret);
}

static bool join_all(struct polis_replay *run, const char *secret) {
    const struct replay *replay = run->replay;
    crowd_init(&run->crowd, &(struct crowd_options){.loop = replay->loop,
                                                    .cache = replay->cache,
                                                    .address = replay->address,
                                                    .persons = run->polis.person_count,
                                                    .window = replay->window,
                                                    .pace = replay->pace,
                                                    .speed = replay->speed,
                                                    .pause = replay->pause});
    for (size_t i = 0; i < run->polis.person_count; i++)
        if (!crowd_join(&run->crowd, i, secret))
            return false;
    return true;
}

static void add_notes(struct polis_replay *run) {
    run->note_steps = memory_allocate((run->polis.comment_count + 1) * sizeof *run->note_steps);
    for (size_t i = 0; i < run->polis.comment_count; i++) {
        const struct polis_comment *comment = &run->polis.comments[i];
        json_t *params = json_pack("{s:s, s:s, s:i, s:s%}", "id", comment->id, "round", run->rounds.notes,
                                   "rev", 1, "text", comment->text.data, comment->text.size);
        run->note_steps[i] = crowd_add(&run->crowd, comment->author, comment->time, "note.put", params);
    }
}

/* Every agree is a vote, also when it is said again; another opinion takes back an agree, and is else no
 * vote. */
static void add_votes(struct polis_replay *run) {
    const struct polis *polis = &run->polis;
    int *revs = memory_allocate((polis->person_count * polis->comment_count + 1) * sizeof *revs);
    bool *agrees = memory_allocate((polis->person_count * polis->comment_count + 1) * sizeof *agrees);
    for (size_t i = 0; i < polis->vote_count; i++) {
        const struct polis_vote *vote = &polis->votes[i];
        size_t cell = vote->person * polis->comment_count + vote->comment;
        if (!vote->agrees && !agrees[cell])
            continue;
        agrees[cell] = vote->agrees;
        json_t *params = json_pack(
            "{s:s, s:s, s:i, s:i}", "round", run->rounds.ballots[vote->comment / BALLOT_CHOICES], "choice",
            polis->comments[vote->comment].choice, "rev", ++revs[cell], "votes", vote->agrees ? 1 : 0);
        crowd_add(&run->crowd, vote->person, vote->time, "vote.put", params);
        run->votes_sent++;
    }
    memory_free(revs);
    memory_free(agrees);
}

/* How many notes the server had to refuse. A note it must refuse and another it may not. */
static size_t check_answers(struct polis_replay *run) {
    size_t refused = 0;
    for (size_t i = 0; i < run->crowd.step_count; i++) {
        const struct step *step = run->crowd.steps[i];
        /* "stale": a later vote on the same choice overtook one that had to be sent again. */
        bool overtaken = strcmp(step->reason, "stale") == 0;
        if (strcmp(step->method, "note.put") != 0 && *step->reason != '\0' && !overtaken)
            report_add(&run->report, "a vote was refused: %s", step->reason);
    }
    for (size_t i = 0; i < run->polis.comment_count; i++) {
        const struct polis_comment *comment = &run->polis.comments[i];
        const char *reason = run->note_steps[i]->reason;
        if (strcmp(reason, comment->refusal == NULL ? "" : comment->refusal) != 0)
            report_add(&run->report, "comment %.*s was answered with \"%s\"", STR_ARGS(comment->name),
                       reason);
        refused += comment->refusal != NULL;
    }
    return refused;
}

static bool play(struct polis_replay *run, const char *name) {
    const struct replay *replay = run->replay;
    char secret[SECRET_TEXT_SIZE];
    if (!set_up(run, name, secret) || !join_all(run, secret))
        return false;
    add_notes(run);
    if (replay->supports)
        run->votes_sent = polis_add_supports(&run->polis, run->note_steps, &run->crowd);
    else
        add_votes(run);
    if (!crowd_run(&run->crowd))
        return false;
    size_t refused = check_answers(run);
    crowd_settle(&run->crowd, &run->report);
    for (size_t i = 0; i < run->polis.person_count; i++)
        polis_check_person(&run->polis, &run->rounds, &run->crowd.persons[i], i, &run->report);
    json_t *lines = host_download(&run->host);
    if (lines == NULL)
        return false;
    polis_check_documentation(&run->polis, &run->rounds, lines, &run->report);
    json_decref(lines);
    printf("polis %s: %s notes, %s %s, %s participants", name,
           report_number(run->polis.comment_count - refused), report_number(run->votes_sent),
           replay->supports ? "supports" : "votes", report_number(run->polis.person_count));
    if (refused > 0)
        printf(" (%s notes refused, as they must be)", report_number(refused));
    if (run->report.differences == 0)
        printf(": all equal\n");
    else
        printf(": %s differences\n", report_number(run->report.differences));
    return run->report.differences == 0;
}

/* The last part of a path. */
static struct str name_of(const char *directory) {
    struct str path = str_of(directory), name = path, part;
    while (str_split(&path, '/', &part))
        if (part.size > 0)
            name = part;
    return name;
}

bool replay_polis(const struct replay *replay, const char *directory) {
    struct polis_replay run = {.replay = replay};
    char name[201];
    snprintf(name, sizeof name, "%.*s", STR_ARGS(name_of(directory)));
    bool done = polis_read(directory, &run.polis) && play(&run, name);
    crowd_finish(&run.crowd);
    host_close(&run.host);
    memory_free(run.note_steps);
    memory_free(run.rounds.ballots);
    polis_finish(&run.polis);
    return done;
}
