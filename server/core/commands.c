#include "core/commands.h"

#include <string.h>

#include "base/memory.h"
#include "core/state.h"

void commands_init(struct commands *commands, struct map_seed seed) {
    *commands = (struct commands){0};
    map_init(&commands->seqs, seed);
}

void commands_finish(struct commands *commands) {
    map_finish(&commands->seqs);
    memory_free(commands->list);
}

void commands_add(struct commands *commands, const struct event *event, enum reason reason,
                  struct tracked *about) {
    commands->list =
        memory_grow(commands->list, &commands->capacity, commands->count + 1, sizeof *commands->list);
    struct command *command = &commands->list[commands->count++];
    *command = (struct command){
        .actor = event->actor.id,
        .actor_kind = (uint8_t)event->actor.kind,
        .event_kind = (uint8_t)event->kind,
        .reason = (uint8_t)reason,
        .redacted = event->redacted,
        .about = about,
    };
    memcpy(command->hash, event->hash, EVENT_HASH_SIZE);
    memcpy(command->bare_hash, event->bare_hash, EVENT_HASH_SIZE);
    if (commands_find(commands, event->command) == 0) {
        map_put(&commands->seqs, event->command.bytes, sizeof event->command.bytes,
                (void *)(uintptr_t)commands->count);
    }
}

struct command *commands_at(const struct commands *commands, int64_t seq) {
    return seq >= 1 && (size_t)seq <= commands->count ? &commands->list[seq - 1] : NULL;
}

int64_t commands_find(const struct commands *commands, struct id command) {
    return (int64_t)(uintptr_t)map_find(&commands->seqs, command.bytes, sizeof command.bytes);
}

static bool is_same(const struct command *command, const struct event *event) {
    bool bare = command->redacted || event->redacted;
    struct actor actor = {(enum actor_kind)command->actor_kind, command->actor};
    return command->event_kind == event->kind && actor_equal(actor, event->actor) &&
           (bare ? memcmp(command->bare_hash, event->bare_hash, EVENT_HASH_SIZE)
                 : memcmp(command->hash, event->hash, EVENT_HASH_SIZE)) == 0;
}

bool process_seen(const struct process *process, const struct event *event, struct seen *seen) {
    int64_t seq = commands_find(&process->commands, event->command);
    const struct command *command = commands_at(&process->commands, seq);
    if (!command) {
        return false;
    }
    *seen = (struct seen){seq, (enum reason)command->reason, is_same(command, event)};
    return true;
}

bool process_entity_of(const struct process *process, const struct event *event, struct arena *arena,
                       struct entity *entity) {
    const struct command *command =
        commands_at(&process->commands, commands_find(&process->commands, event->command));
    if (!command || !command->about) {
        return false;
    }
    bool own = command->actor_kind == ACTOR_PARTICIPANT || command->actor_kind == ACTOR_AUTHOR;
    tracked_fill(process, command->about, own ? VIEW_OWN : VIEW_HOST, arena, entity);
    return true;
}
