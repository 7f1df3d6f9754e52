#include "app/demo_plan.h"

#include <string.h>

#include "base/random.h"

static json_t *make_named(struct id *id, const char *name) {
    *id = random_id();
    return json_pack("{s:o, s:s}", "id", demo_json_id(*id), "name", name);
}

static json_t *make_profile(struct demo *demo) {
    json_t *roles = json_array(), *organisations = json_array();
    for (size_t i = 0; i < DEMO_ROLES; i++) {
        json_array_append_new(roles, make_named(&demo->ids.roles[i], demo_roles[i]));
    }
    for (size_t i = 0; i < DEMO_ORGANISATIONS; i++) {
        json_t *organisation = make_named(&demo->ids.organisations[i], demo_organisations[i].name);
        json_object_set_new(organisation, "type", json_string(demo_organisations[i].type));
        json_array_append_new(organisations, organisation);
    }
    return json_pack("{s:s, s:s, s:s, s:s, s:o, s:o, s:b, s:b}", "title",
                     "Nära vård i Solmarken (demonstration)", "language", "sv", "zone", "Europe/Stockholm",
                     "session_word", "dag", "roles", roles, "organisations", organisations, "asks_name", 1,
                     "asks_organisation", 1);
}

void demo_add_process(struct demo *demo) {
    demo->process = random_id();
    demo_peer_command(
        &demo->host, "process.add",
        json_pack("{s:o, s:o}", "id", demo_json_id(demo->process), "profile", make_profile(demo)));
}

void demo_put_session(struct demo *demo) {
    json_t *tables = json_array();
    demo->session = random_id();
    for (size_t i = 0; i < DEMO_TABLES; i++) {
        char name[] = "Bord 1";
        _Static_assert(DEMO_TABLES <= 9, "one digit");
        name[sizeof name - 2] += (char)i;
        json_array_append_new(tables, make_named(&demo->ids.tables[i], name));
    }
    demo_peer_command(&demo->host, "session.put",
                      json_pack("{s:o, s:i, s:s, s:o}", "id", demo_json_id(demo->session), "base", 0, "title",
                                "Inspirationsdag", "tables", tables));
    demo_peer_command(&demo->host, "session.run",
                      json_pack("{s:o, s:s}", "id", demo_json_id(demo->session), "state", "live"));
}

/* One part of the agenda; round: what it asks, or DEMO_ROUNDS. */
struct part {
    const char *form, *title;
    int minutes;
    enum demo_round round;
    const char *question, *helper;
    const char *visibility;
    int fields;
};

static const struct part parts[] = {
    {"checkin", "Incheckning: vem är jag, och varför är jag här?", 15, DEMO_ROUNDS, NULL, NULL, NULL, 0},
    {"lecture", "Varför nära vård? Tre berättelser från vardagen", 30, DEMO_ROUNDS, NULL, NULL, NULL, 0},
    {"round", "Grupparbete 1: vart vill vi?", 25, DEMO_GOAL_ROUND, "Vad vill du att vi uppnår tillsammans?",
     "Skriv en sak på varje lapp.", "own", 0},
    {"break", "Fika", 20, DEMO_ROUNDS, NULL, NULL, NULL, 0},
    {"round", "Grupparbete 2: våra värden", 20, DEMO_WORD_ROUND, "Vilka värden är viktigast?",
     "Tre ord, ett i varje ruta.", "own", DEMO_FIELDS},
    {"round", "Vi väljer värdeord", 10, DEMO_VOTE_ROUND, NULL, NULL, NULL, 0},
    {"round", "Mitt nästa steg", 15, DEMO_STEP_ROUND, "Vad kan du själv börja med redan i morgon?",
     "Litet räcker. Alla ser svaren medan de kommer.", "all", 0},
    {"checkout", "Utcheckning: ett ord med hem", 10, DEMO_ROUNDS, NULL, NULL, NULL, 0},
};

static void put_round(struct demo *demo, const struct part *part, const char *item) {
    demo_peer_command(&demo->host, "round.put",
                      json_pack("{s:s, s:i, s:o, s:s, s:s, s:s, s:s, s:s, s:s, s:{s:i}}", "id",
                                demo->rounds[part->round], "base", 0, "session", demo_json_id(demo->session),
                                "item", item, "form", "notes", "question", part->question, "helper",
                                part->helper, "visibility", part->visibility, "authorship", "anonymous",
                                "notes", "fields", part->fields));
}

/* The ballot's round is put when its choices are known. */
void demo_put_agenda(struct demo *demo) {
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const struct part *part = &parts[i];
        char item[ID_TEXT_LENGTH + 1];
        id_format(random_id(), item);
        demo_peer_command(&demo->host, "item.put",
                          json_pack("{s:s, s:i, s:o, s:s, s:s, s:i, s:i}", "id", item, "base", 0, "session",
                                    demo_json_id(demo->session), "form", part->form, "title", part->title,
                                    "minutes", part->minutes, "position", (int)(i + 1) * 10));
        if (part->round != DEMO_ROUNDS) {
            id_format(random_id(), demo->rounds[part->round]);
            memcpy(demo->items[part->round], item, sizeof item);
        } else if (i == 0) {
            memcpy(demo->first_item, item, sizeof item);
        }
        if (part->question) {
            put_round(demo, part, item);
        }
    }
}
