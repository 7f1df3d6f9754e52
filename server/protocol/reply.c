#include "protocol/reply.h"

#include "protocol/json_write.h"
#include "records/shapes.h"

/* Parse error, invalid request, method not found, invalid params: JSON-RPC 2.0 §5.1; the rest is ours. */
enum {
    CODE_PARSE = -32700,
    CODE_REQUEST = -32600,
    CODE_METHOD = -32601,
    CODE_PARAMS = -32602,
    CODE_OURS = -32000
};

static const char *const MESSAGES[REASON_END] = {
    [REASON_BAD_JSON] = "The message is not JSON as this server takes it.",
    [REASON_BAD_REQUEST] = "The message is not a JSON-RPC 2.0 request.",
    [REASON_UNKNOWN_METHOD] = "There is no such method.",
    [REASON_BAD_PARAMS] = "A parameter is missing, not known, or not of the right form.",
    [REASON_TOO_LARGE] = "The message is too large.",
    [REASON_NOT_JOINED] = "Join or attend first.",
    [REASON_ALREADY_JOINED] = "This connection has joined already.",
    [REASON_DENIED] = "You may not do this.",
    [REASON_WRONG_CODE] = "There is no meeting with this code or link.",
    [REASON_JOINING_CLOSED] = "The meeting takes no new participants now.",
    [REASON_FULL] = "There is no room for more.",
    [REASON_UNKNOWN_PROCESS] = "There is no such process.",
    [REASON_UNKNOWN_TEMPLATE] = "There is no such template.",
    [REASON_REFUSED_PROCESS] = "The process was made by a newer version and cannot be read here.",
    [REASON_LOADING] = "The process is being loaded. Try again in a moment.",
    [REASON_TOO_OFTEN] = "Too many requests. Wait a little.",
    [REASON_NOT_STORED] = "Not stored yet. Send it again.",
    [REASON_READ_ONLY] = "Nothing can be stored at the moment.",
    [REASON_ID_CONFLICT] = "This command id was used with another content.",
    [REASON_ID_TAKEN] = "This id belongs to something else.",
    [REASON_STALE] = "It has been changed since.",
    [REASON_UNKNOWN_SESSION] = "There is no such session.",
    [REASON_UNKNOWN_ITEM] = "There is no such agenda item.",
    [REASON_UNKNOWN_ROUND] = "There is no such round.",
    [REASON_UNKNOWN_NOTE] = "There is no such note.",
    [REASON_UNKNOWN_CHOICE] = "There is no such choice.",
    [REASON_UNKNOWN_STATEMENT] = "There is no such statement.",
    [REASON_UNKNOWN_DIARY] = "There is no such entry in a diary.",
    [REASON_UNKNOWN_PICTURE] = "There is no such picture.",
    [REASON_UNKNOWN_BLOB] = "The picture's file is not there (any more): upload it again.",
    [REASON_NO_PICTURES] = "This server takes no pictures: the program samskap-picture is not beside it.",
    [REASON_BAD_PICTURE] = "The file is no picture that can be taken: save it as PNG, JPEG or WebP.",
    [REASON_UNKNOWN_LIST] = "There is no such list of words.",
    [REASON_UNKNOWN_BOARD] = "There is no such board.",
    [REASON_UNKNOWN_THEME] = "There is no such theme.",
    [REASON_UNKNOWN_COMPARISON] = "There is no such comparison.",
    [REASON_UNKNOWN_STUDY] = "There is no such study.",
    [REASON_NOT_ASKED] = "People below fifteen are not asked about research.",
    [REASON_UNKNOWN_THING] = "There is no such thing, or none that can be erased.",
    [REASON_HELD] = "It is held, so that it is kept.",
    [REASON_UNKNOWN_PARTICIPANT] = "There is no such participant.",
    [REASON_UNKNOWN_ROLE] = "There is no such role.",
    [REASON_UNKNOWN_LEVEL] = "There is no such level.",
    [REASON_UNKNOWN_ORGANISATION] = "There is no such organisation.",
    [REASON_UNKNOWN_TABLE] = "There is no such table.",
    [REASON_UNKNOWN_SEAT] = "There is no such seat.",
    [REASON_WRONG_FORM] = "The round is of another kind, or its settings do not go together.",
    [REASON_NOT_OPEN] = "The round is not open yet.",
    [REASON_CLOSED] = "The round is closed.",
    [REASON_WRONG_STATE] = "This cannot be done in the present state.",
    [REASON_OVER_BUDGET] = "There are not so many votes left.",
    [REASON_OVER_CHOICE_CAP] = "So many votes on one choice are not allowed.",
    [REASON_OVER_NOTE_CAP] = "The round takes no more notes from one person.",
    [REASON_TOO_MANY_NOTES] = "One person cannot write more notes in a session.",
    [REASON_TOO_MANY_BYTES] = "One person cannot store more in a session.",
    [REASON_TOO_MANY] = "There are too many of these already.",
    [REASON_EMPTY] = "There is no text.",
    [REASON_BAD_FIELDS] = "A text does not have the form that it must have.",
    [REASON_NOT_A_GROUP] = "The session has no tables, so there are no groups.",
    [REASON_PROMISE_KEPT] = "People have answered under a promise that this would break.",
    [REASON_HAS_ANSWERS] = "People have answered already.",
    [REASON_NOT_LATE] = "The note is not late.",
    [REASON_REMOVED] = "It has been removed.",
    [REASON_HIDDEN] = "It has been hidden.",
    [REASON_REDACTED] = "Its text has been erased.",
    [REASON_DEADLINE_MOVED] = "The deadline has been moved.",
    [REASON_BAD_TIME] = "The time is not possible here.",
    [REASON_BAD_ZONE] = "There is no such time zone.",
    [REASON_BAD_RULES] = "There is no such version of the rules.",
    [REASON_NOT_YOURS] = "It belongs to somebody else.",
    [REASON_NOT_STEERING] = "Somebody else steers the big screen.",
    [REASON_UNKNOWN_GROUPING] = "There is no such grouping in the session.",
    [REASON_UNKNOWN_GROUP] = "There is no such group in the grouping.",
    [REASON_GROUP_FULL] = "The group is full.",
};

int reply_error_code(enum reason reason) {
    switch (reason) {
    case REASON_BAD_JSON:
        return CODE_PARSE;
    case REASON_BAD_REQUEST:
    case REASON_TOO_LARGE:
        return CODE_REQUEST;
    case REASON_UNKNOWN_METHOD:
        return CODE_METHOD;
    case REASON_BAD_PARAMS:
        return CODE_PARAMS;
    default:
        return CODE_OURS;
    }
}

const char *reply_error_message(enum reason reason) {
    const char *message = reason > REASON_ABSENT && reason < REASON_END ? MESSAGES[reason] : NULL;
    return message != NULL ? message : "Refused.";
}

struct str reason_text(enum reason reason) {
    return enumeration_text(&enumeration_reason, (int)reason);
}

static void write_head(const struct request_id *id, struct buffer *buffer) {
    buffer_append_str(buffer, STR("{\"jsonrpc\":\"2.0\",\"id\":"));
    switch (id->kind) {
    case REQUEST_ID_INTEGER:
        json_write_integer(buffer, id->integer);
        break;
    case REQUEST_ID_TEXT:
        json_write_text(buffer, id->text);
        break;
    case REQUEST_ID_NULL:
        buffer_append_str(buffer, STR("null"));
        break;
    }
}

void reply_write_result(const struct request_id *id, struct str result, struct buffer *buffer) {
    write_head(id, buffer);
    buffer_append_str(buffer, STR(",\"result\":"));
    buffer_append_str(buffer, result);
    buffer_append_byte(buffer, '}');
}

void reply_write_seq(const struct request_id *id, int64_t seq, struct str entity, struct buffer *buffer) {
    write_head(id, buffer);
    buffer_append_str(buffer, STR(",\"result\":{\"seq\":"));
    json_write_integer(buffer, seq);
    if (!str_is_empty(entity)) {
        json_write_name(buffer, STR("entity"));
        buffer_append_str(buffer, entity);
    }
    buffer_append_str(buffer, STR("}}"));
}

void reply_write_error(const struct request_id *id, enum reason reason, int64_t seq, struct str path,
                       struct buffer *buffer) {
    write_head(id, buffer);
    buffer_append_str(buffer, STR(",\"error\":{\"code\":"));
    json_write_integer(buffer, reply_error_code(reason));
    buffer_append_str(buffer, STR(",\"message\":"));
    json_write_text(buffer, str_of(reply_error_message(reason)));
    buffer_append_str(buffer, STR(",\"data\":{\"reason\":"));
    json_write_text(buffer, reason_text(reason));
    if (seq > 0) {
        json_write_name(buffer, STR("seq"));
        json_write_integer(buffer, seq);
    }
    if (!str_is_empty(path)) {
        json_write_name(buffer, STR("path"));
        json_write_text(buffer, path);
    }
    buffer_append_str(buffer, STR("}}}"));
}
