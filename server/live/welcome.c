#include "live/welcome.h"

#include "live/answer.h"
#include "live/client.h"
#include "live/crowd.h"
#include "live/member.h"
#include "live/presence.h"
#include "live/registry.h"
#include "live/room.h"
#include "live/ticket.h"
#include "live/view.h"
#include "protocol/json_write.h"

static void close_oldest(const struct member *member, int64_t most) {
    int64_t open = 0;
    for (struct list *link = member->clients.previous; link != &member->clients; link = link->previous) {
        struct client *client = LIST_ENTRY(link, struct client, member_link);
        if (!client->closing && ++open > most) {
            client_close(client, CLOSE_TOO_MANY, "too_many");
        }
    }
}

void welcome(struct client *client, struct room *room, struct id who, int64_t seq, struct id epoch) {
    if (client->room != room) {
        client_leave(client);
        client->room = room;
        room->held += client->held_count;
    }
    client->member = member_of(room, who);
    list_append(&client->member->clients, &client->member_link);
    client->member->client_count++;
    if (client->standing == STANDING_PARTICIPANT) {
        close_oldest(client->member, room->live->options.limits.connections_per_participant);
    }
    struct audience audience = view_audience(client);
    bool known = id_equal(epoch, view_epoch(room, audience));
    client->position = position_of(room, known ? seq : 0);
    client->own_known = process_head(room->process);
    crowd_enter(client, audience);
    ticket_give(client);
    presence_changed(room);
}

static void write_id(struct buffer *json, struct str name, struct id id) {
    json_write_name(json, name);
    json_write_id(json, id);
}

/* What every answer ends with. */
static void write_server(const struct client *client, struct buffer *json) {
    const struct room *room = client->room;
    if (room) {
        write_id(json, STR("process"), room->id);
        json_write_name(json, STR("ticket"));
        json_write_text(json, str_of(client->ticket));
        write_id(json, STR("epoch"), view_epoch(room, client->crowd->audience));
        json_write_name(json, STR("seq"));
        json_write_integer(json, process_head(room->process));
    }
    json_write_name(json, STR("time"));
    json_write_integer(json, room ? room_time(room) : live_wall(client->live));
    json_write_name(json, STR("build"));
    json_write_text(json, client->live->options.build);
    buffer_append_byte(json, '}');
}

static void send(struct client *client, const struct request_id *id, struct buffer *json) {
    write_server(client, json);
    answer_result(client, id, buffer_str(json));
    buffer_finish(json);
}

void welcome_participant(struct client *client, const struct request_id *id) {
    struct buffer json;
    buffer_init(&json);
    buffer_append_byte(&json, '{');
    write_id(&json, STR("participant"), client->member->id);
    write_id(&json, STR("session"), client->session);
    json_write_name(&json, STR("own"));
    (void)view_own(client, 0, &json);
    send(client, id, &json);
}

static void write_account(const struct client *client, struct buffer *json) {
    buffer_append_byte(json, '{');
    write_id(json, STR("account"), client->account);
    json_write_name(json, STR("name"));
    json_write_text(json, house_account(registry_house(client->live), client->account)->name);
}

void welcome_host(struct client *client, const struct request_id *id) {
    struct buffer json;
    buffer_init(&json);
    write_account(client, &json);
    send(client, id, &json);
}

void welcome_researcher(struct client *client, const struct request_id *id) {
    struct buffer json;
    buffer_init(&json);
    write_account(client, &json);
    write_id(&json, STR("session"), client->session);
    json_write_name(&json, STR("own"));
    (void)view_own(client, 0, &json);
    send(client, id, &json);
}

void welcome_display(struct client *client, const struct request_id *id, struct str token) {
    struct buffer json;
    buffer_init(&json);
    buffer_append_byte(&json, '{');
    write_id(&json, STR("session"), client->session);
    if (!str_is_absent(token)) {
        json_write_name(&json, STR("token"));
        json_write_text(&json, token);
    }
    if (!id_is_none(client->group.group)) {
        json_write_name(&json, STR("group"));
        buffer_append_byte(&json, '{');
        write_id(&json, STR("grouping"), client->group.grouping);
        write_id(&json, STR("group"), client->group.group);
        buffer_append_byte(&json, '}');
    }
    send(client, id, &json);
}
