#include "protocol/request.h"

#include <stdio.h>
#include <string.h>

#include "protocol/shape.h"
#include "records/shapes.h"

static enum status refuse(struct request_error *error, enum reason reason, const char *path) {
    error->reason = reason;
    snprintf(error->path, sizeof error->path, "%s", path);
    return STATUS_INVALID;
}

static struct str text_of(const json_t *json) {
    return (struct str){json_string_value(json), json_string_length(json)};
}

static enum status read_id(const json_t *message, struct arena *arena, struct request *request,
                           struct request_error *error) {
    const json_t *id = json_object_get(message, "id");
    if (json_is_integer(id)) {
        request->id = (struct request_id){.kind = REQUEST_ID_INTEGER, .integer = json_integer_value(id)};
        return STATUS_OK;
    }
    if (json_is_string(id) && json_string_length(id) <= REQUEST_ID_SIZE) {
        request->id = (struct request_id){.kind = REQUEST_ID_TEXT, .text = arena_copy(arena, text_of(id))};
        return STATUS_OK;
    }
    return refuse(error, REASON_BAD_REQUEST, "id");
}

/* The envelope: {jsonrpc, id, method, params?} and nothing else. */
static enum status read_envelope(const json_t *message, struct arena *arena, struct request *request,
                                 struct request_error *error) {
    if (!json_is_object(message)) {
        return refuse(error, REASON_BAD_REQUEST, "");
    }
    if (read_id(message, arena, request, error) != STATUS_OK) {
        return STATUS_INVALID;
    }
    const json_t *version = json_object_get(message, "jsonrpc");
    const json_t *method = json_object_get(message, "method");
    if (!json_is_string(version) || !str_equal(text_of(version), STR("2.0"))) {
        return refuse(error, REASON_BAD_REQUEST, "jsonrpc");
    }
    if (!json_is_string(method)) {
        return refuse(error, REASON_BAD_REQUEST, "method");
    }
    size_t known = json_object_get(message, "params") == NULL ? 3 : 4;
    if (json_object_size(message) != known) {
        return refuse(error, REASON_BAD_REQUEST, "");
    }
    request->method = arena_copy(arena, text_of(method));
    return STATUS_OK;
}

/* What the method is; NULL where clients know none of that name. */
static const struct shape *find_shape(struct request *request) {
    request->kind = (enum request_kind)shape_find(request_shapes, REQUEST_END, request->method);
    if (request->kind != REQUEST_ABSENT) {
        return &request_shapes[request->kind];
    }
    request->event = (enum event_kind)shape_find(event_shapes, EVENT_END, request->method);
    return event_shapes[request->event].command ? &event_shapes[request->event] : NULL;
}

/* Takes the command id out of the parameters, where one belongs. */
static enum status read_command(const struct shape *shape, json_t *params, struct request *request,
                                struct request_error *error) {
    if (!shape->command) {
        return STATUS_OK;
    }
    const json_t *command = json_object_get(params, "command");
    if (!json_is_string(command) ||
        id_parse(json_string_value(command), json_string_length(command), &request->command) != STATUS_OK) {
        return refuse(error, REASON_BAD_PARAMS, "command");
    }
    json_object_del(params, "command");
    return STATUS_OK;
}

static enum status read_params(json_t *message, struct arena *arena, struct request *request,
                               struct request_error *error) {
    const struct shape *shape = find_shape(request);
    if (shape == NULL) {
        return refuse(error, REASON_UNKNOWN_METHOD, "");
    }
    json_t *params = json_object_get(message, "params");
    json_t *nothing = params == NULL ? json_object() : NULL;
    params = params == NULL ? nothing : params;
    enum status status = json_is_object(params) ? read_command(shape, params, request, error)
                                                : refuse(error, REASON_BAD_PARAMS, "");
    if (status == STATUS_OK) {
        struct codec_error problem;
        void *record = request->kind != REQUEST_ABSENT ? (void *)&request->params : (void *)&request->body;
        status = codec_decode(shape, params, CODEC_CLIENT, arena, record, &problem);
        if (status != STATUS_OK) {
            refuse(error, REASON_BAD_PARAMS, problem.path);
        }
    }
    json_decref(nothing);
    return status;
}

enum status request_parse(struct str message, struct json_limits limits, struct arena *arena,
                          struct request *request, struct request_error *error) {
    json_t *json;
    *request = (struct request){0};
    *error = (struct request_error){0};
    enum reason reason = json_parse(message, limits, &json);
    if (reason != REASON_ABSENT) {
        return refuse(error, reason, "");
    }
    enum status status = read_envelope(json, arena, request, error);
    if (status == STATUS_OK) {
        status = read_params(json, arena, request, error);
    }
    json_decref(json);
    return status;
}
