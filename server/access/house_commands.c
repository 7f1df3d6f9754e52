#include <string.h>

#include "access/house_state.h"
#include "base/memory.h"

void house_remember(struct house *house, const struct house_event *event, enum reason reason) {
    size_t seq = (size_t)event->seq;
    house->commands = memory_grow(house->commands, &house->command_capacity, seq, sizeof *house->commands);
    struct house_command *command = &house->commands[seq - 1];
    *command = (struct house_command){.account = event->account, .kind = event->kind, .reason = reason};
    memcpy(command->hash, event->hash, sizeof command->hash);
    map_put(&house->command_seqs, event->command.bytes, sizeof event->command.bytes, (void *)(uintptr_t)seq);
}

bool house_seen(const struct house *house, const struct house_event *event, struct house_seen *seen) {
    size_t seq = (size_t)(uintptr_t)house_find_id(&house->command_seqs, event->command);
    if (seq == 0) {
        return false;
    }
    const struct house_command *command = &house->commands[seq - 1];
    *seen = (struct house_seen){
        .seq = (int64_t)seq,
        .reason = command->reason,
        .same = command->kind == event->kind && id_equal(command->account, event->account) &&
                memcmp(command->hash, event->hash, sizeof command->hash) == 0,
    };
    return true;
}
