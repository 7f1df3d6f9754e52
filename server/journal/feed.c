/* A follower moves by one seq at a time. Usually the next event is the one that has just been stored. Where
 * it is not (the store failed after it had stored, or somebody began to follow late) what lies between is
 * read from the store first: so a follower has no gaps whatever went wrong before. */
#include "journal/feed.h"

#include "base/memory.h"
#include "base/random.h"

struct journal_follower {
    struct list link;  /* in the feed */
    struct list other; /* in journal.fresh, then in none, then in journal.removed */
    struct journal *journal;
    struct journal_feed *feed;
    struct id process;
    int64_t last;
    bool removed; /* no more calls */
    journal_follow_fn *follow;
    void *context;
};

struct journal_feed {
    struct list followers;
};

static struct journal_follower *follower_of(struct list *link) {
    return LIST_ENTRY(link, struct journal_follower, link);
}

static struct journal_feed *find_feed(const struct journal *journal, struct id process) {
    return map_find(&journal->feeds, process.bytes, sizeof process.bytes);
}

static void hand_out(struct journal_follower *follower, const struct journal_event *event) {
    if (!follower->removed && event->seq == follower->last + 1) {
        follower->last = event->seq;
        follower->follow(follower->context, event);
    }
}

static void hand_out_read(void *context, const struct journal_event *event) {
    hand_out(context, event);
}

/* Reads until the store has nothing more, or seq is reached. */
static bool read_up_to(struct journal_follower *follower, int64_t seq) {
    struct journal *journal = follower->journal;
    while (!follower->removed && follower->last < seq) {
        int64_t before = follower->last, last;
        enum status status =
            journal->engine->read(journal, follower->process, before, hand_out_read, follower, &last);
        if (status != STATUS_OK) {
            return false;
        }
        if (last == before) {
            break;
        }
    }
    return true;
}

static bool bring_to(struct journal_follower *follower, int64_t seq) {
    return read_up_to(follower, seq) && (follower->removed || follower->last >= seq);
}

bool journal_feeds_deliver(struct journal *journal, struct id process, const struct journal_event *event) {
    struct journal_feed *feed = find_feed(journal, process);
    bool all = true;
    if (!feed) {
        return true;
    }
    journal_feeds_begin(journal);
    for (struct list *link = feed->followers.next; link != &feed->followers; link = link->next) {
        struct journal_follower *follower = follower_of(link);
        if (bring_to(follower, event->seq - 1)) {
            hand_out(follower, event);
        } else {
            all = false;
        }
    }
    journal_feeds_end(journal);
    return all;
}

bool journal_feeds_reach(struct journal *journal, struct id process, int64_t seq) {
    struct journal_feed *feed = find_feed(journal, process);
    bool all = true;
    if (!feed) {
        return true;
    }
    journal_feeds_begin(journal);
    for (struct list *link = feed->followers.next; link != &feed->followers; link = link->next) {
        all = bring_to(follower_of(link), seq) && all;
    }
    journal_feeds_end(journal);
    return all;
}

static void catch_up_fresh(struct letter *letter) {
    struct journal *journal = LIST_ENTRY(letter, struct journal, catch_up);
    struct list *link;
    journal->catch_up_posted = false;
    journal_feeds_begin(journal);
    while ((link = list_first(&journal->fresh))) {
        list_remove(link);
        read_up_to(LIST_ENTRY(link, struct journal_follower, other), INT64_MAX);
    }
    journal_feeds_end(journal);
}

void journal_feeds_init(struct journal *journal) {
    map_init(&journal->feeds, random_map_seed());
    list_init(&journal->fresh);
    list_init(&journal->removed);
    journal->catch_up.open = catch_up_fresh;
}

/* A feed goes with its last follower. */
static void free_follower(struct journal_follower *follower) {
    struct map *feeds = &follower->journal->feeds;
    list_remove(&follower->link);
    list_remove(&follower->other);
    if (list_is_empty(&follower->feed->followers)) {
        map_remove(feeds, follower->process.bytes, sizeof follower->process.bytes);
        memory_free(follower->feed);
    }
    memory_free(follower);
}

void journal_feeds_begin(struct journal *journal) {
    journal->delivering++;
}

void journal_feeds_end(struct journal *journal) {
    struct list *link;
    if (--journal->delivering > 0) {
        return;
    }
    while ((link = list_first(&journal->removed))) {
        free_follower(LIST_ENTRY(link, struct journal_follower, other));
    }
}

void journal_feeds_finish(struct journal *journal) {
    const void *cursor = NULL;
    struct journal_feed *feed;
    while ((feed = map_next(&journal->feeds, &cursor))) {
        struct journal_follower *follower = follower_of(list_first(&feed->followers));
        free_follower(follower);
        cursor = NULL; /* the map has changed, perhaps */
    }
    map_finish(&journal->feeds);
}

struct journal_follower *journal_follow(struct journal *journal, struct id process, int64_t after,
                                        journal_follow_fn *follow, void *context) {
    struct journal_follower *follower = memory_allocate(sizeof *follower);
    *follower = (struct journal_follower){
        .journal = journal, .process = process, .last = after, .follow = follow, .context = context};
    follower->feed = find_feed(journal, process);
    if (!follower->feed) {
        follower->feed = memory_allocate(sizeof *follower->feed);
        list_init(&follower->feed->followers);
        map_put(&journal->feeds, process.bytes, sizeof process.bytes, follower->feed);
    }
    list_append(&follower->feed->followers, &follower->link);
    list_append(&journal->fresh, &follower->other);
    if (!journal->catch_up_posted) {
        journal->catch_up_posted = true;
        mailbox_post(journal->mailbox, &journal->catch_up);
    }
    return follower;
}

void journal_unfollow(struct journal_follower *follower) {
    if (!follower) {
        return;
    }
    struct journal *journal = follower->journal;
    follower->removed = true;
    list_remove(&follower->other);
    list_append(&journal->removed, &follower->other);
    journal_feeds_begin(journal);
    journal_feeds_end(journal);
}
