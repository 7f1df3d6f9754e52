#include "app/demo_person.h"

#include <string.h>

#include "base/diag.h"
#include "base/random.h"

/* What a lively room refuses now and then: somebody was quicker, closed the round, changed its settings. */
static const char *const usual_reasons[] = {
    "closed",         "not_open",        "removed",        "stale",      "over_note_cap",
    "too_many_notes", "too_many_bytes",  "too_often",      "not_stored", "read_only",
    "over_budget",    "over_choice_cap", "unknown_choice", "bad_fields", NULL,
};

void demo_person_init(struct demo_person *person, struct live *live, size_t number) {
    *person = (struct demo_person){.number = number, .written = json_object(), .laid = json_object()};
    demo_peer_init(&person->peer, live, false);
}

void demo_person_finish(struct demo_person *person) {
    demo_peer_disconnect(&person->peer);
    json_decref(person->written);
    json_decref(person->laid);
    json_decref(person->writes_in);
}

/* Managers, elected members and a few others; people of one organisation sit at different tables. */
void demo_person_join(struct demo_person *person, const char *code, const struct demo_ids *ids) {
    size_t number = person->number;
    size_t role = number % 11 == 10 ? 2 : number % 5 < 3 ? 0 : 1;
    demo_peer_connect(&person->peer, (struct str){0});
    demo_peer_ask(&person->peer, "join",
                  json_pack("{s:s, s:o, s:o, s:s, s:o, s:o, s:o}", "code", code, "token", demo_json_secret(),
                            "author_secret", demo_json_secret(), "name", demo_names[number], "role",
                            demo_json_id(ids->roles[role]), "organisation",
                            demo_json_id(ids->organisations[number % DEMO_ORGANISATIONS]), "table",
                            demo_json_id(ids->tables[number % DEMO_TABLES])));
}

/* ---- answers ---- */

/* Two of three let researchers use what they write. */
static void say_consent(struct demo_person *person, const json_t *join) {
    int64_t rev = 0;
    json_t *own;
    size_t i;
    json_array_foreach(json_object_get(join, "own"), i, own) {
        if (strcmp(demo_json_text(own, "kind"), "participant") == 0) {
            rev = demo_json_integer(own, "rev");
        }
    }
    demo_peer_command(&person->peer, "participant.consent",
                      json_pack("{s:I, s:b}", "rev", (json_int_t)rev + 1, "consent", person->number % 3 < 2));
}

static void count_note(struct demo_person *person, const char *round) {
    json_object_set_new(person->written, round,
                        json_integer((json_int_t)demo_json_integer(person->written, round) + 1));
    person->notes++;
}

static void hear_result(struct demo_person *person, const json_t *result) {
    json_t *entity = json_object_get(result, "entity");
    const char *kind = demo_json_text(entity, "kind");
    if (json_object_get(result, "participant")) {
        person->joined = true;
        say_consent(person, result);
    } else if (strcmp(kind, "note") == 0) {
        count_note(person, demo_json_text(entity, "round"));
    } else if (strcmp(kind, "votes") == 0) {
        json_object_set(person->laid, demo_json_text(entity, "id"), entity);
        person->votes++;
    }
}

static void hear_error(struct demo_person *person, const json_t *error) {
    const char *reason = demo_json_text(json_object_get(error, "data"), "reason");
    for (size_t i = 0; usual_reasons[i]; i++) {
        if (strcmp(usual_reasons[i], reason) == 0) {
            person->refused++;
            return;
        }
    }
    person->unexpected++;
    diag(DIAG_WARNING, "a participant of the demonstration was refused something: %s", reason);
}

void demo_person_listen(struct demo_person *person) {
    json_t *message;
    while ((message = demo_peer_take(&person->peer))) {
        json_t *error = json_object_get(message, "error");
        if (error) {
            hear_error(person, error);
        } else {
            hear_result(person, json_object_get(message, "result"));
        }
        json_decref(message);
    }
}

bool demo_person_is_free(const struct demo_person *person) {
    return person->peer.client && person->joined && person->peer.waiting == 0;
}

/* ---- notes ---- */

static void append_words(struct buffer *text, size_t row, int64_t fields) {
    for (int64_t i = 0; i < fields && i < DEMO_FIELDS; i++) {
        buffer_append_str(text, i > 0 ? STR("\n") : STR(""));
        buffer_append_str(text, str_of(demo_words[row][i]));
    }
}

void demo_person_put_note(struct demo_person *person, const json_t *round, const char *text, int group_size) {
    person->acts++;
    demo_peer_command(&person->peer, "note.put",
                      json_pack("{s:o, s:s, s:i, s:s, s:i}", "id", demo_json_id(random_id()), "round",
                                demo_json_text(round, "id"), "rev", 1, "text", text, "group_size",
                                group_size));
}

void demo_person_begin_note(struct demo_person *person, const json_t *round, int64_t until) {
    json_decref(person->writes_in);
    person->writes_in = json_incref(json_object_get(round, "id"));
    person->writes_until = until;
    person->acts++;
    demo_peer_ask(&person->peer, "writing", json_pack("{s:O}", "round", person->writes_in));
}

bool demo_person_end_note(struct demo_person *person, const json_t *round, int64_t now) {
    if (!person->writes_in || now < person->writes_until) {
        return false;
    }
    int64_t fields = demo_json_integer(json_object_get(round, "notes"), "fields");
    struct buffer text;
    buffer_init(&text);
    if (fields > 0) {
        append_words(&text, demo_chance(DEMO_PEOPLE), fields);
    } else {
        demo_write_step(&text);
    }
    buffer_append_byte(&text, '\0');
    json_decref(person->writes_in);
    person->writes_in = NULL;
    demo_person_put_note(person, round, text.data, 0);
    demo_peer_ask(&person->peer, "writing", json_object());
    buffer_finish(&text);
    return true;
}

/* Words are asked for once; there is always one more sentence. */
bool demo_person_has_more(const struct demo_person *person, const json_t *round) {
    const json_t *settings = json_object_get(round, "notes");
    int64_t cap = demo_json_integer(settings, "cap");
    int64_t most = demo_json_integer(settings, "fields") > 0 ? 1 : DEMO_MOST_IN_ROUND;
    int64_t written = demo_json_integer(person->written, demo_json_text(round, "id"));
    return person->notes < DEMO_MOST_NOTES && written < most && (cap == 0 || written < cap);
}

/* ---- votes ---- */

/* What was laid on a choice so far; NULL: nothing ever. */
static const json_t *find_laid(const json_t *own, const char *choice) {
    json_t *laid;
    size_t i;
    json_array_foreach(json_object_get(own, "choices"), i, laid) {
        if (strcmp(demo_json_text(laid, "id"), choice) == 0) {
            return laid;
        }
    }
    return NULL;
}

/* The choices are by how many wrote them, and what many wrote many vote for. */
static size_t prefer(size_t count) {
    size_t one = demo_chance(count), other = demo_chance(count);
    return one < other ? one : other;
}

void demo_person_vote(struct demo_person *person, const json_t *round) {
    const json_t *ballot = json_object_get(round, "ballot"), *choices = json_object_get(ballot, "choices");
    const json_t *own = json_object_get(person->laid, demo_json_text(round, "id"));
    int64_t budget = demo_json_integer(ballot, "budget"), cap = demo_json_integer(ballot, "cap");
    int64_t left = own ? demo_json_integer(own, "left") : budget;
    if (json_array_size(choices) == 0) {
        return;
    }
    size_t index = left > 0 ? prefer(json_array_size(choices)) : demo_chance(json_array_size(choices));
    const char *choice = demo_json_text(json_array_get(choices, index), "id");
    const json_t *laid = find_laid(own, choice);
    int64_t votes = demo_json_integer(laid, "votes") + (left > 0 ? 1 : -1);
    if (votes < 0 || votes > (cap > 0 ? cap : budget)) {
        return; /* thinks again another time */
    }
    person->acts++;
    demo_peer_command(&person->peer, "vote.put",
                      json_pack("{s:s, s:s, s:I, s:I}", "round", demo_json_text(round, "id"), "choice",
                                choice, "rev", (json_int_t)demo_json_integer(laid, "rev") + 1, "votes",
                                (json_int_t)votes));
}
