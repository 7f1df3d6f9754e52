#include "live/asker.h"

#include "base/memory.h"
#include "live/client.h"

void asker_init(struct asker *asker, struct client *client, const struct request_id *request) {
    *asker = (struct asker){.client = client, .request = *request};
    asker->request.text = memory_copy_str(request->text);
    list_append(&client->askers, &asker->link);
}

void asker_finish(struct asker *asker) {
    list_remove(&asker->link);
    memory_free_str(&asker->request.text);
}

void askers_forget(struct client *client) {
    struct list *link;
    while ((link = list_first(&client->askers))) {
        list_remove(link);
        LIST_ENTRY(link, struct asker, link)->client = NULL;
    }
}
