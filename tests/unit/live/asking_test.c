#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "live/client.h"
#include "live/crowd.h"
#include "live/member.h"
#include "live/room.h"
#include "live/view.h"
#include "live/words_cache.h"
#include "meeting.h"

static struct meeting meeting;
static struct fake person;

static void set_up(void) {
    meeting_create(&meeting, 21, NULL);
    meeting_open_rounds(&meeting);
    meeting_join(&meeting, &person);
}

static void tear_down(void) {
    fake_destroy(&person);
    meeting_destroy(&meeting);
}

TestSuite(asking, .init = set_up, .fini = tear_down);

static void put_note(const char *text) {
    fake_do(&person, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":1,\"text\":\"%s\"",
            text_of(world_id(&meeting.world)).text, text_of(meeting.open_round).text, text);
    world_settle(&meeting.world);
}

static struct room *room(void) {
    return room_find(meeting.world.live, meeting.process);
}

Test(asking, a_list_is_counted_once_for_all_who_ask) {
    put_note("närhet");
    const struct words_view *view = words_view_now(room(), meeting.words);
    cr_assert(view);
    size_t count = view->note_count;
    const struct note **notes = view->notes;
    cr_assert_eq(words_view_now(room(), meeting.words)->notes, notes);
    put_note("omtanke");
    cr_assert_eq(words_view_now(room(), meeting.words)->note_count, count + 1);
    cr_assert_null(words_view_now(room(), meeting.session), "no such list");
}

Test(asking, a_digest_is_of_what_is_seen_now) {
    char digest[DIGEST_TEXT_SIZE + 1];
    const struct client *client = person.client;
    snprintf(digest, sizeof digest, "%s", view_digest(client->crowd));
    cr_assert_str_eq(view_digest(client->crowd), digest);
    put_note("närhet");
    cr_assert_str_neq(view_digest(client->crowd), digest);
    meeting_check_store(&person);
}

static json_t *ask_words(const char *method) {
    const char *what = strcmp(method, "words.page") == 0 ? "\"list\":\"%s\",\"skip\":0"
                                                         : "\"list\":\"%s\",\"word\":\"närhet\"";
    return fake_ask(&person, method, what, text_of(meeting.words).text);
}

Test(asking, words_of_notes_that_are_not_shown_are_not_told) {
    put_note("närhet");
    cr_assert_null(json_object_get(ask_words("words.page"), "result"), "one round is not revealed");
    cr_assert_null(json_object_get(ask_words("words.notes"), "result"));
    cr_assert_null(
        fake_do(&meeting.host, "round.reveal", "\"id\":\"%s\"", text_of(meeting.hidden_round).text));
    cr_assert(json_object_get(ask_words("words.page"), "result"));
    cr_assert(json_object_get(ask_words("words.notes"), "result"));
}

Test(asking, a_note_behind_a_word_has_the_seq_that_screens_know) {
    put_note("närhet");
    cr_assert_null(
        fake_do(&meeting.host, "round.reveal", "\"id\":\"%s\"", text_of(meeting.hidden_round).text));
    cr_assert_null(fake_do(&meeting.host, "round.reveal", "\"id\":\"%s\"", text_of(meeting.open_round).text));
    json_t *notes = json_object_get(json_object_get(ask_words("words.notes"), "result"), "notes");
    cr_assert_eq(json_array_size(notes), 1);
    cr_assert_eq(json_integer_value(json_object_get(json_array_get(notes, 0), "seq")), meeting.world.head);
}

Test(asking, costs_the_asker_ten_times_what_it_took) {
    struct member *member = person.client->member;
    const int64_t full = 60 * 50000, share = 50000, took = 30000;
    world_advance(&meeting.world, 10000);
    meeting.world.slowness = took;
    fake_ask(&person, "digest", "%s", "");
    cr_assert_eq(member->tokens, full - share - 10 * took);
    world_advance(&meeting.world, 10000);
    fake_ask(&person, "words.page", "\"list\":\"%s\",\"skip\":0", text_of(meeting.words).text);
    cr_assert_eq(member->tokens, full - share - 10 * took);
    meeting.world.slowness = 0;
}

Test(asking, what_was_dropped_is_shown_to_those_who_decide_only) {
    put_note("närhet och klumpeduns");
    cr_assert_null(
        fake_do(&meeting.host, "round.reveal", "\"id\":\"%s\"", text_of(meeting.hidden_round).text));
    cr_assert_null(fake_do(&meeting.host, "word.mark",
                           "\"list\":\"%s\",\"base\":%lld,\"word\":\"klumpeduns\",\"mark\":\"dropped\"",
                           text_of(meeting.words).text, (long long)meeting.world.head));
    world_settle(&meeting.world);
    char *text = json_dumps(fake_entity(&meeting.host, "words", meeting.words), 0);
    cr_assert(strstr(text, "klumpeduns"));
    free(text);
    text = json_dumps(fake_entity(&person, "words", meeting.words), 0);
    cr_assert(strstr(text, "n\\u00e4rhet") || strstr(text, "närhet"));
    cr_assert_null(strstr(text, "klumpeduns"));
    free(text);
    text = json_dumps(ask_words("words.page"), 0);
    cr_assert_null(strstr(text, "klumpeduns"));
    free(text);
    meeting_check_store(&person);
    meeting_check_store(&meeting.host);
}
