#include "crowd.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "ids.h"

/* So many steps may be under way: far ahead of the slowest, as each person keeps to their own order of time.
 */
enum { OUTSTANDING = 65536 };
enum { PAUSE = 200000 };      /* microseconds after "too often" */
enum { PATIENCE = 60000000 }; /* microseconds without any answer */
enum { SETTLE_TRIES = 40 };

void crowd_init(struct crowd *crowd, const struct crowd_options *options) {
    *crowd = (struct crowd){.options = *options};
    crowd->persons = memory_allocate(options->persons * sizeof *crowd->persons);
    for (size_t i = 0; i < options->persons; i++) {
        struct person *person = &crowd->persons[i];
        person->crowd = crowd;
        secret_text(person->token);
        secret_text(person->author_secret);
    }
}

void crowd_finish(struct crowd *crowd) {
    for (size_t i = 0; i < crowd->options.persons; i++)
        if (crowd->persons[i].caller.cache != NULL)
            caller_close(&crowd->persons[i].caller);
    for (size_t i = 0; i < crowd->step_count; i++) {
        json_decref(crowd->steps[i]->params);
        memory_free(crowd->steps[i]);
    }
    memory_free(crowd->steps);
    memory_free(crowd->persons);
}

bool crowd_join(struct crowd *crowd, size_t i, const char *link_secret) {
    struct person *person = &crowd->persons[i];
    char why[200];
    if (caller_open(&person->caller, crowd->options.loop, crowd->options.cache, crowd->options.address, "") !=
        STATUS_OK) {
        fprintf(stderr, "samskap-replay: cannot connect\n");
        return false;
    }
    json_t *joined = caller_ask(&person->caller, "join",
                                json_pack("{s:s, s:s, s:s}", "secret", link_secret, "token", person->token,
                                          "author_secret", person->author_secret),
                                why, sizeof why);
    if (joined == NULL)
        fprintf(stderr, "samskap-replay: participant %zu cannot join: %s\n", i, why);
    const json_t *entity;
    size_t index;
    json_array_foreach(json_object_get(joined, "own"), index, entity)
        store_put_own(&person->caller.store, (json_t *)entity);
    json_decref(joined);
    return joined != NULL;
}

struct step *crowd_add(struct crowd *crowd, size_t person, int64_t time, const char *method, json_t *params) {
    struct step *step = memory_allocate(sizeof *step);
    char command[ID_TEXT];
    id_text(command);
    json_object_set_new(params, "command", json_string(command));
    *step = (struct step){.person = &crowd->persons[person],
                          .time = time,
                          .number = crowd->step_count,
                          .method = method,
                          .params = params};
    crowd->steps =
        memory_grow(crowd->steps, &crowd->step_capacity, crowd->step_count + 1, sizeof *crowd->steps);
    crowd->steps[crowd->step_count++] = step;
    return step;
}

static void remove_step(struct person *person, struct step *step) {
    struct step *before = NULL, *at = person->first;
    while (at != step) {
        before = at;
        at = at->next;
    }
    if (before == NULL)
        person->first = step->next;
    else
        before->next = step->next;
    if (person->last == step)
        person->last = before;
}

/* Refusals that say nothing against the command itself: it is sent again. */
static bool is_passing(const char *reason) {
    static const char *const reasons[] = {"too_often", "not_stored", "read_only", "loading"};
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (strcmp(reason, reasons[i]) == 0)
            return true;
    return false;
}

static void on_answer(void *context, const json_t *result, const json_t *error) {
    struct step *step = context;
    struct person *person = step->person;
    person->in_flight--;
    if (error != NULL && is_passing(caller_reason(error))) {
        step->state = STEP_WAITS;
        person->paused_until = ws_now() + PAUSE;
        person->crowd->resent++;
        return;
    }
    if (error != NULL)
        snprintf(step->reason, sizeof step->reason, "%s", caller_reason(error));
    else if (result == NULL)
        snprintf(step->reason, sizeof step->reason, "connection lost");
    step->state = STEP_ANSWERED;
    remove_step(person, step);
    person->crowd->outstanding--;
}

/* Sends what the window has room for. Returns the microseconds until it may go on; 0: not before an answer.
 */
static int64_t pump(struct person *person, int64_t now) {
    size_t window = person->crowd->options.window;
    if (person->paused_until > now)
        return person->first == NULL ? 0 : person->paused_until - now;
    for (struct step *step = person->first; step != NULL && person->in_flight < window;) {
        struct step *next = step->next; /* a lost connection answers at once */
        bool may_go = step->after == NULL || step->after->state == STEP_ANSWERED;
        if (step->state == STEP_WAITS && may_go) {
            step->state = STEP_IN_FLIGHT;
            person->in_flight++;
            caller_send(&person->caller, step->method, json_incref(step->params), on_answer, step);
        }
        step = next;
    }
    return 0;
}

static int compare_steps(const void *a, const void *b) {
    const struct step *first = *(struct step *const *)a, *second = *(struct step *const *)b;
    if (first->time != second->time)
        return first->time < second->time ? -1 : 1;
    return first->number < second->number ? -1 : 1;
}

static void hand_over(struct crowd *crowd, struct step *step) {
    struct person *person = step->person;
    if (person->last == NULL)
        person->first = step;
    else
        person->last->next = step;
    person->last = step;
    crowd->outstanding++;
}

/* Of the steps up to `end`, those that had been taken by now in the recording. */
static size_t recorded(const struct crowd *crowd, size_t handed, size_t end, int64_t elapsed) {
    if (crowd->step_count == 0)
        return 0;
    int64_t until = crowd->steps[0]->time + elapsed / 1000 * crowd->options.speed;
    while (handed < end && crowd->steps[handed]->time <= until)
        handed++;
    return handed;
}

/* How many steps may have been handed over by now. */
static size_t due(const struct crowd *crowd, size_t handed, int64_t elapsed) {
    size_t ahead = handed - crowd->outstanding + OUTSTANDING;
    if (crowd->options.pace > 0) {
        size_t paced = (size_t)(elapsed / 1000000.0 * (double)crowd->options.pace) + 1;
        ahead = paced < ahead ? paced : ahead;
    }
    ahead = ahead < crowd->step_count ? ahead : crowd->step_count;
    return crowd->options.speed > 0 ? recorded(crowd, handed, ahead, elapsed) : ahead;
}

static int pump_all(struct crowd *crowd) {
    int64_t now = ws_now(), wait = crowd->options.pace > 0 ? 1000000 / crowd->options.pace + 1000 : 100000;
    for (size_t i = 0; i < crowd->options.persons; i++) {
        int64_t pause = pump(&crowd->persons[i], now);
        if (pause > 0 && pause < wait)
            wait = pause;
    }
    return (int)(wait / 1000) + 1;
}

/* What lies between the days of a recording is not waited for. */
static void shorten_pauses(struct crowd *crowd) {
    int64_t cut = 0;
    for (size_t i = 1; i < crowd->step_count; i++) {
        struct step *step = crowd->steps[i];
        int64_t pause = step->time - cut - crowd->steps[i - 1]->time;
        cut += pause > crowd->options.pause ? pause - crowd->options.pause : 0;
        step->time -= cut;
    }
}

bool crowd_run(struct crowd *crowd) {
    qsort(crowd->steps, crowd->step_count, sizeof *crowd->steps, compare_steps);
    shorten_pauses(crowd);
    int64_t start = ws_now(), last_answer = start;
    size_t handed = 0, answered = 0;
    while (handed < crowd->step_count || crowd->outstanding > 0) {
        for (size_t end = due(crowd, handed, ws_now() - start); handed < end; handed++)
            hand_over(crowd, crowd->steps[handed]);
        ws_loop_turn(crowd->options.loop, pump_all(crowd));
        if (handed - crowd->outstanding > answered) {
            answered = handed - crowd->outstanding;
            last_answer = ws_now();
        } else if (ws_now() - last_answer > PATIENCE) {
            fprintf(stderr, "samskap-replay: no answer for a minute; %zu commands are open\n",
                    crowd->outstanding);
            return false;
        }
    }
    return true;
}

/* Whether the person's store is what the server says this person sees. */
static bool is_settled(struct person *person) {
    char why[200], digest[STORE_DIGEST + 1];
    json_t *answer = caller_ask(&person->caller, "digest", json_object(), why, sizeof why);
    const char *expected = json_string_value(json_object_get(answer, "digest"));
    store_digest(&person->caller.store, digest);
    bool equal = expected != NULL && strcmp(expected, digest) == 0;
    json_decref(answer);
    return equal;
}

void crowd_settle(struct crowd *crowd, struct report *report) {
    for (size_t i = 0; i < crowd->options.persons; i++) {
        struct person *person = &crowd->persons[i];
        int tries = 0;
        while (person->caller.ws.state != WS_CLOSED && !is_settled(person) && ++tries < SETTLE_TRIES)
            while (ws_loop_turn(crowd->options.loop, 50))
                continue;
        if (person->caller.ws.state == WS_CLOSED)
            report_add(report, "the server closed the connection of participant %zu (%d)", i,
                       person->caller.ws.close_code);
        else if (tries == SETTLE_TRIES)
            report_add(report, "participant %zu does not see what the server says they see", i);
        if (person->caller.faulty)
            report_add(report, "participant %zu was sent what is no JSON-RPC", i);
    }
}
