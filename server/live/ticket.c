#include "live/ticket.h"

#include "live/chance.h"
#include "live/client.h"

void ticket_give(struct client *client) {
    ticket_end(client);
    chance_secret(client->live, client->ticket);
    (void)map_put(&client->live->tickets, client->ticket, SECRET_TEXT, client);
}

void ticket_end(struct client *client) {
    if (client->ticket[0]) {
        (void)map_remove(&client->live->tickets, client->ticket, SECRET_TEXT);
        client->ticket[0] = '\0';
    }
}

struct client *ticket_find(const struct live *live, struct str ticket) {
    return secret_is_one(ticket) ? map_find(&live->tickets, ticket.data, ticket.size) : NULL;
}
