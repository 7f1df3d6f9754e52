/* What the facilitator does until the room votes, step by step; each begins when the one before is done. */
#include <string.h>

#include "app/demo_plan.h"
#include "base/diag.h"
#include "base/random.h"

enum {
    CHOICES = 9,
    GROUP = 5,                   /* people at a table, about */
    QUIET = SECOND + SECOND / 2, /* without a change, the words are counted */
    PATIENCE = 20 * SECOND       /* with words that go on changing */
};

/* ---- when a step is done ---- */

static bool has_cookie(const struct demo *demo) {
    return demo->cookie[0] != '\0';
}

static bool is_answered(const struct demo *demo) {
    return demo->host.waiting == 0;
}

static bool has_way_in(const struct demo *demo) {
    return is_answered(demo) && demo->code[0] != '\0';
}

static bool is_everybody_answered(const struct demo *demo) {
    for (size_t i = 0; i < DEMO_PEOPLE; i++) {
        if (demo->people[i].peer.waiting > 0) {
            return false;
        }
    }
    return is_answered(demo);
}

static bool is_goal_round_open(const struct demo *demo) {
    return demo_room_round_is(&demo->room, demo->rounds[DEMO_GOAL_ROUND], "open");
}

static bool is_word_round_open(const struct demo *demo) {
    return demo_room_round_is(&demo->room, demo->rounds[DEMO_WORD_ROUND], "open");
}

static bool are_last_rounds_open(const struct demo *demo) {
    return demo_room_round_is(&demo->room, demo->rounds[DEMO_VOTE_ROUND], "open") &&
           demo_room_round_is(&demo->room, demo->rounds[DEMO_STEP_ROUND], "open");
}

/* Each form that was looked up changes the list once more. */
static bool are_words_counted(const struct demo *demo) {
    bool quiet = demo->room.words && demo->now - demo->words_changed_at > QUIET;
    return is_answered(demo) && (quiet || demo->now - demo->began_at > PATIENCE);
}

/* ---- the day ---- */

static void wait_for_login(struct demo *demo) {
    (void)demo; /* under way since demo_start */
}

static void enter_house(struct demo *demo) {
    demo_login_forget(demo->login);
    demo->login = NULL;
    demo_peer_connect(&demo->host, str_of(demo->cookie));
    demo_peer_ask(&demo->host, "attend", json_pack("{s:s}", "as", "host"));
}

static void enter_process(struct demo *demo) {
    demo_peer_disconnect(&demo->host);
    demo_peer_connect(&demo->host, str_of(demo->cookie));
    demo_peer_ask(&demo->host, "attend",
                  json_pack("{s:s, s:o}", "as", "host", "process", demo_json_id(demo->process)));
}

static void open_joining(struct demo *demo) {
    demo_peer_command(&demo->host, "joining.put", json_pack("{s:o}", "session", demo_json_id(demo->session)));
}

/* What the big screen shows; name and id: what the screen is of, or NULL. */
static void set_stage(struct demo *demo, const char *screen, const char *item, const char *name,
                      const char *id) {
    json_t *stage =
        json_pack("{s:o, s:s, s:s}", "id", demo_json_id(demo->session), "screen", screen, "item", item);
    if (name) {
        json_object_set_new(stage, name, json_string(id));
    }
    demo_peer_command(&demo->host, "session.stage", stage);
}

static void call_people(struct demo *demo) {
    set_stage(demo, "join", demo->first_item, NULL, NULL);
    for (size_t i = 0; i < DEMO_PEOPLE; i++) {
        demo_person_join(&demo->people[i], demo->code, &demo->ids);
    }
}

/* ---- rounds ---- */

static void open_round(struct demo *demo, enum demo_round round) {
    demo_peer_command(&demo->host, "round.open", json_pack("{s:s}", "id", demo->rounds[round]));
}

static void show_round(struct demo *demo, enum demo_round round) {
    set_stage(demo, "round", demo->items[round], "round", demo->rounds[round]);
}

/* Without grace: everybody's answer has come. */
static void close_and_reveal(struct demo *demo, enum demo_round round) {
    demo_peer_command(&demo->host, "round.close",
                      json_pack("{s:s, s:i}", "id", demo->rounds[round], "grace", 0));
    demo_peer_command(&demo->host, "round.reveal", json_pack("{s:s}", "id", demo->rounds[round]));
}

static void open_goal_round(struct demo *demo) {
    open_round(demo, DEMO_GOAL_ROUND);
    show_round(demo, DEMO_GOAL_ROUND);
}

/* One each; and what is left, some of it for their tables. */
static void write_goals(struct demo *demo) {
    const json_t *round = demo_room_round(&demo->room, demo->rounds[DEMO_GOAL_ROUND]);
    for (size_t i = 0; i < DEMO_GOALS; i++) {
        int group_size = i >= DEMO_PEOPLE && i < DEMO_PEOPLE + DEMO_TABLES ? GROUP : 0;
        demo_person_put_note(&demo->people[i % DEMO_PEOPLE], round, demo_goals[i], group_size);
    }
}

static void close_goal_round(struct demo *demo) {
    close_and_reveal(demo, DEMO_GOAL_ROUND);
}

static void open_word_round(struct demo *demo) {
    open_round(demo, DEMO_WORD_ROUND);
    show_round(demo, DEMO_WORD_ROUND);
}

static void write_words(struct demo *demo) {
    const json_t *round = demo_room_round(&demo->room, demo->rounds[DEMO_WORD_ROUND]);
    for (size_t i = 0; i < DEMO_PEOPLE; i++) {
        struct buffer text;
        buffer_init(&text);
        buffer_format(&text, "%s\n%s\n%s", demo_words[i][0], demo_words[i][1], demo_words[i][2]);
        buffer_append_byte(&text, '\0');
        demo_person_put_note(&demo->people[i], round, text.data, 0);
        buffer_finish(&text);
    }
}

static void close_word_round(struct demo *demo) {
    close_and_reveal(demo, DEMO_WORD_ROUND);
}

static void count_words(struct demo *demo) {
    char list[ID_TEXT_LENGTH + 1];
    demo->list = random_id();
    id_format(demo->list, list);
    demo_peer_command(&demo->host, "words.put",
                      json_pack("{s:s, s:i, s:s, s:[s], s:b}", "id", list, "base", 0, "title",
                                "Våra värdeord", "rounds", demo->rounds[DEMO_WORD_ROUND], "shown", 1));
    set_stage(demo, "words", demo->items[DEMO_WORD_ROUND], "list", list);
}

/* ---- the ballot ---- */

static bool is_set_aside(const json_t *row) {
    const char *mark = demo_json_text(row, "mark");
    return strcmp(mark, "aside") == 0 || strcmp(mark, "dropped") == 0 || strcmp(mark, "stopped") == 0;
}

/* The words stand in the order of how many wrote them. */
static json_t *make_choices(const struct demo *demo) {
    json_t *choices = json_array(), *row;
    size_t i;
    json_array_foreach(json_object_get(demo->room.words, "words"), i, row) {
        if (!is_set_aside(row) && json_array_size(choices) < CHOICES) {
            json_array_append_new(choices, json_pack("{s:o, s:s, s:s}", "id", demo_json_id(random_id()),
                                                     "text", demo_json_text(row, "label"), "word",
                                                     demo_json_text(row, "word")));
        }
    }
    return choices;
}

static void put_ballot(struct demo *demo) {
    json_t *settings = json_pack("{s:o, s:i, s:i, s:s}", "choices", make_choices(demo), "budget", 5, "cap", 3,
                                 "result", "open");
    demo_peer_command(&demo->host, "round.put",
                      json_pack("{s:s, s:i, s:o, s:s, s:s, s:s, s:s, s:s, s:s, s:o}", "id",
                                demo->rounds[DEMO_VOTE_ROUND], "base", 0, "session",
                                demo_json_id(demo->session), "item", demo->items[DEMO_VOTE_ROUND], "form",
                                "ballot", "question", "Vilka ord ska leda oss?", "helper",
                                "Du har fem röster. Flytta dem så länge omröstningen pågår.", "visibility",
                                "all", "authorship", "anonymous", "ballot", settings));
    open_round(demo, DEMO_VOTE_ROUND);
    open_round(demo, DEMO_STEP_ROUND);
    show_round(demo, DEMO_VOTE_ROUND);
}

/* Half of the room has begun when the first visitor comes. */
static void lay_votes(struct demo *demo) {
    const json_t *round = demo_room_round(&demo->room, demo->rounds[DEMO_VOTE_ROUND]);
    for (size_t i = 0; i < DEMO_PEOPLE; i += 2) {
        demo_person_vote(&demo->people[i], round);
    }
}

static void write_steps(struct demo *demo) {
    const json_t *round = demo_room_round(&demo->room, demo->rounds[DEMO_STEP_ROUND]);
    for (size_t i = 1; i < DEMO_PEOPLE; i += 4) {
        struct buffer text;
        buffer_init(&text);
        demo_write_step(&text);
        buffer_append_byte(&text, '\0');
        demo_person_put_note(&demo->people[i], round, text.data, 0);
        buffer_finish(&text);
    }
}

/* ---- all of it ---- */

static const struct step {
    void (*begin)(struct demo *demo);
    bool (*is_done)(const struct demo *demo);
} steps[] = {
    {wait_for_login, has_cookie},
    {enter_house, is_answered},
    {demo_add_process, is_answered},
    {enter_process, is_answered},
    {demo_put_session, is_answered},
    {demo_put_agenda, is_answered},
    {open_joining, has_way_in},
    {call_people, is_everybody_answered},
    {open_goal_round, is_goal_round_open},
    {write_goals, is_everybody_answered},
    {close_goal_round, is_answered},
    {open_word_round, is_word_round_open},
    {write_words, is_everybody_answered},
    {close_word_round, is_answered},
    {count_words, are_words_counted},
    {put_ballot, are_last_rounds_open},
    {lay_votes, is_everybody_answered},
    {write_steps, is_everybody_answered},
    {lay_votes, is_everybody_answered},
};

enum { STEPS = sizeof steps / sizeof *steps };

/* Without the facilitator nothing goes on: the server sent them away. */
static bool is_deserted(const struct demo *demo) {
    return demo->host.asked > 0 && !demo->host.client;
}

bool demo_setup_go(struct demo *demo) {
    if (is_deserted(demo)) {
        diag(DIAG_WARNING, "the demonstration's facilitator was sent away");
        demo->failed = true;
    }
    while (demo->step < STEPS && !demo->failed) {
        if (!demo->began) {
            demo->began = true;
            demo->began_at = demo->now;
            steps[demo->step].begin(demo);
        }
        if (!steps[demo->step].is_done(demo)) {
            return false;
        }
        demo->step++;
        demo->began = false;
    }
    return !demo->failed;
}
