#include "net/header.h"

#include "net/address.h"

enum { ARGUMENTS = 16, JOINTS = 64, ADDRESS_SIZE = 64 };

struct str header_copy(struct lws *wsi, enum lws_token_indexes token, struct arena *arena) {
    int size = lws_hdr_total_length(wsi, token);
    if (size <= 0) {
        return (struct str){0};
    }
    size_t room = (size_t)size + JOINTS; /* several lines of one header are joined by a character each */
    char *text = arena_allocate(arena, room);
    int copied = lws_hdr_copy(wsi, text, (int)room, token);
    return copied < 0 ? (struct str){0} : (struct str){text, (size_t)copied};
}

struct str header_argument(struct lws *wsi, const char *name, struct arena *arena) {
    struct str sought = str_of(name);
    for (int i = 0; i < ARGUMENTS; i++) {
        int size = lws_hdr_fragment_length(wsi, WSI_TOKEN_HTTP_URI_ARGS, i);
        if (size <= 0) {
            break;
        }
        char *text = arena_allocate(arena, (size_t)size + 1);
        int copied = lws_hdr_copy_fragment(wsi, text, size + 1, WSI_TOKEN_HTTP_URI_ARGS, i);
        struct str one = {text, copied < 0 ? 0 : (size_t)copied};
        if (one.size > sought.size && str_starts_with(one, sought) && one.data[sought.size] == '=') {
            return (struct str){one.data + sought.size + 1, one.size - sought.size - 1};
        }
    }
    return (struct str){0};
}

struct str header_address(struct lws *wsi, struct str proxies, struct arena *arena) {
    char peer[ADDRESS_SIZE] = "";
    lws_get_peer_simple(wsi, peer, sizeof peer);
    return address_of(str_of(peer), header_copy(wsi, WSI_TOKEN_X_FORWARDED_FOR, arena), proxies, arena);
}
