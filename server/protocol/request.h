/* One message from a client: JSON-RPC 2.0 with named parameters. Commands (events of a process, and requests
 * that change the house) carry a command id in params.command; what only asks carries none. Pure; any
 * thread. */
#ifndef SAMSKAP_PROTOCOL_REQUEST_H
#define SAMSKAP_PROTOCOL_REQUEST_H

#include "base/arena.h"
#include "base/status.h"
#include "protocol/codec.h"
#include "protocol/json.h"
#include "records/event.h"
#include "records/request.h"

enum { REQUEST_ID_SIZE = 64 };

enum request_id_kind { REQUEST_ID_NULL, REQUEST_ID_INTEGER, REQUEST_ID_TEXT };

/* Echoed as it was given. */
struct request_id {
    enum request_id_kind kind; /* NULL only where no id could be read */
    int64_t integer;
    struct str text; /* at most REQUEST_ID_SIZE bytes */
};

struct request {
    struct request_id id;
    struct str method;
    enum request_kind kind; /* absent: it is an event */
    enum event_kind event;  /* absent: it is a request */
    struct id command;      /* none for what only asks */
    union request_body params;
    union event_body body; /* without the members that the server fills in */
};

/* Texts and arrays are in the arena. INVALID: *error says why, and request->id is the one to answer to. */
struct request_error {
    enum reason reason;         /* bad_json, too_large, bad_request, unknown_method or bad_params */
    char path[CODEC_PATH_SIZE]; /* within params; "" where there is none */
};

MUST_CHECK enum status request_parse(struct str message, struct json_limits limits, struct arena *arena,
                                     struct request *request, struct request_error *error);

#endif
