#include "protocol/sync.h"

#include "protocol/entity.h"
#include "protocol/json_write.h"

/* Room for what sync_finish adds: `],"gone":[` `],"more":true,"seq":` nineteen digits and `}}`. */
enum { TAIL_SIZE = 64 };

void sync_begin(struct sync_writer *writer, struct buffer *buffer, size_t limit, struct id epoch, bool full,
                struct str now) {
    *writer = (struct sync_writer){
        .buffer = buffer, .start = buffer->size, .limit = limit, .pieces = str_is_absent(now) ? 0 : 1};
    buffer_init(&writer->gone);
    buffer_append_str(buffer, STR("{\"jsonrpc\":\"2.0\",\"method\":\"sync\",\"params\":{\"epoch\":"));
    json_write_id(buffer, epoch);
    if (full) {
        buffer_append_str(buffer, STR(",\"full\":true"));
    }
    if (!str_is_absent(now)) {
        json_write_name(buffer, STR("now"));
        buffer_append_str(buffer, now);
    }
    buffer_append_str(buffer, STR(",\"entities\":["));
}

static bool fits(const struct sync_writer *writer, size_t size) {
    size_t used = writer->buffer->size - writer->start + writer->gone.size;
    return writer->pieces == 0 || used + 1 + size + TAIL_SIZE <= writer->limit;
}

static void separate(struct buffer *buffer) {
    if (buffer->size > 0 && buffer->data[buffer->size - 1] == '}') {
        buffer_append_byte(buffer, ',');
    }
}

bool sync_add_entity(struct sync_writer *writer, struct str json) {
    if (!fits(writer, json.size)) {
        return false;
    }
    separate(writer->buffer);
    buffer_append_str(writer->buffer, json);
    writer->pieces++;
    return true;
}

bool sync_add_gone(struct sync_writer *writer, enum entity_kind kind, struct id id) {
    struct str name = entity_name(kind);
    if (!fits(writer, name.size + ID_TEXT_LENGTH + sizeof "{\"kind\":\"\",\"id\":\"\"}")) {
        return false;
    }
    separate(&writer->gone);
    buffer_append_str(&writer->gone, STR("{\"kind\":"));
    json_write_text(&writer->gone, name);
    json_write_name(&writer->gone, STR("id"));
    json_write_id(&writer->gone, id);
    buffer_append_byte(&writer->gone, '}');
    writer->pieces++;
    return true;
}

void sync_finish(struct sync_writer *writer, int64_t seq, bool more) {
    struct buffer *buffer = writer->buffer;
    buffer_append_str(buffer, STR("],\"gone\":["));
    buffer_append_str(buffer, buffer_str(&writer->gone));
    buffer_append_byte(buffer, ']');
    if (more) {
        buffer_append_str(buffer, STR(",\"more\":true"));
    }
    json_write_name(buffer, STR("seq"));
    json_write_integer(buffer, seq);
    buffer_append_str(buffer, STR("}}"));
    buffer_finish(&writer->gone);
}

/* ---- presence ---- */

static void encode_writing(const struct now *now, struct buffer *buffer) {
    json_write_name(buffer, STR("writing"));
    buffer_append_byte(buffer, '[');
    for (size_t i = 0; i < now->writing_count; i++) {
        buffer_append_str(buffer, i > 0 ? STR(",{") : STR("{"));
        json_write_name(buffer, STR("round"));
        json_write_id(buffer, now->writing[i].round);
        json_write_name(buffer, STR("count"));
        json_write_integer(buffer, now->writing[i].count);
        buffer_append_byte(buffer, '}');
    }
    buffer_append_byte(buffer, ']');
}

static void encode_present(int64_t present, struct buffer *buffer) {
    json_write_name(buffer, STR("present"));
    json_write_integer(buffer, present);
}

static void encode_way_in(const struct now_way_in *way_in, struct buffer *buffer) {
    if (!str_is_absent(way_in->code)) {
        json_write_name(buffer, STR("code"));
        json_write_text(buffer, way_in->code);
        json_write_name(buffer, STR("secret"));
        json_write_text(buffer, way_in->secret);
    }
}

static void encode_sessions(const struct now *now, struct buffer *buffer) {
    json_write_name(buffer, STR("sessions"));
    buffer_append_byte(buffer, '[');
    for (size_t i = 0; i < now->session_count; i++) {
        const struct now_session *row = &now->sessions[i];
        buffer_append_str(buffer, i > 0 ? STR(",{") : STR("{"));
        json_write_name(buffer, STR("session"));
        json_write_id(buffer, row->session);
        if (row->present > 0) {
            encode_present(row->present, buffer);
        }
        encode_way_in(&row->way_in, buffer);
        buffer_append_byte(buffer, '}');
    }
    buffer_append_byte(buffer, ']');
}

static void encode_hosts(const struct now *now, struct buffer *buffer) {
    json_write_name(buffer, STR("hosts"));
    buffer_append_byte(buffer, '[');
    for (size_t i = 0; i < now->host_count; i++) {
        buffer_append_str(buffer, i > 0 ? STR(",{") : STR("{"));
        json_write_name(buffer, STR("account"));
        json_write_id(buffer, now->hosts[i].account);
        json_write_name(buffer, STR("name"));
        json_write_text(buffer, now->hosts[i].name);
        buffer_append_byte(buffer, '}');
    }
    buffer_append_byte(buffer, ']');
}

void now_encode(const struct now *now, enum audience_kind audience, struct buffer *buffer) {
    bool host = audience == AUDIENCE_HOST;
    buffer_append_byte(buffer, '{');
    if (host || now->present >= PROCESS_SAY_MOST_BELOW) {
        encode_present(now->present, buffer);
    }
    if (host) {
        encode_writing(now, buffer);
        encode_sessions(now, buffer);
        encode_hosts(now, buffer);
    }
    if (audience == AUDIENCE_DISPLAY) {
        encode_way_in(&now->way_in, buffer);
    }
    buffer_append_byte(buffer, '}');
}
