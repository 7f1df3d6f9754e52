#include "core/event.h"

#include <stdio.h>
#include <string.h>

static const char *const kind_names[] = {
    [ACTOR_SERVER] = "server",
    [ACTOR_ACCOUNT] = "account",
    [ACTOR_PARTICIPANT] = "participant",
    [ACTOR_AUTHOR] = "author",
};

enum { AUTHOR_DIGITS = 32 };

bool actor_equal(struct actor a, struct actor b) {
    return a.kind == b.kind && id_equal(a.id, b.id);
}

void actor_format(struct actor actor, char text[ACTOR_TEXT_SIZE]) {
    char id[ID_TEXT_LENGTH + 1];
    size_t used;
    switch (actor.kind) {
    case ACTOR_ACCOUNT:
    case ACTOR_PARTICIPANT:
        id_format(actor.id, id);
        snprintf(text, ACTOR_TEXT_SIZE, "%s:%s", kind_names[actor.kind], id);
        return;
    case ACTOR_AUTHOR:
        used = (size_t)snprintf(text, ACTOR_TEXT_SIZE, "author:");
        for (size_t i = 0; i < sizeof actor.id.bytes; i++) {
            used += (size_t)snprintf(text + used, ACTOR_TEXT_SIZE - used, "%02x", actor.id.bytes[i]);
        }
        return;
    case ACTOR_SERVER:
        break;
    }
    snprintf(text, ACTOR_TEXT_SIZE, "server");
}

/* 0-15, or -1: digits are lower case, so that one author has one text. */
static int digit_value(char digit) {
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

static enum status parse_author(struct str digits, struct id *id) {
    struct id parsed;
    if (digits.size != AUTHOR_DIGITS) {
        return STATUS_INVALID;
    }
    for (size_t i = 0; i < sizeof parsed.bytes; i++) {
        int high = digit_value(digits.data[2 * i]), low = digit_value(digits.data[2 * i + 1]);
        if (high < 0 || low < 0) {
            return STATUS_INVALID;
        }
        parsed.bytes[i] = (uint8_t)(high * 16 + low);
    }
    if (id_is_none(parsed)) {
        return STATUS_INVALID;
    }
    *id = parsed;
    return STATUS_OK;
}

enum status actor_parse(struct str text, struct actor *actor) {
    struct actor parsed = {0};
    struct str kind;
    if (str_equal(text, STR("server"))) {
        *actor = (struct actor){.kind = ACTOR_SERVER};
        return STATUS_OK;
    }
    if (!str_split(&text, ':', &kind)) {
        return STATUS_INVALID;
    }
    for (enum actor_kind k = ACTOR_ACCOUNT; k <= ACTOR_AUTHOR; k++) {
        if (str_equal(kind, str_of(kind_names[k]))) {
            parsed.kind = k;
        }
    }
    enum status status = STATUS_INVALID;
    if (parsed.kind == ACTOR_AUTHOR) {
        status = parse_author(text, &parsed.id);
    } else if (parsed.kind != 0 && !str_is_empty(text)) {
        status = id_parse(text.data, text.size, &parsed.id);
    }
    if (status == STATUS_OK) {
        *actor = parsed;
    }
    return status;
}
