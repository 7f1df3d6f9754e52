/* Figures for Prometheus: what live counts and what the network counts. No names, no texts, no ids. */
#include <stdio.h>
#include <unistd.h>

#include "net/http.h"

static void write_metric(struct buffer *out, const char *name, const char *type, const char *help,
                         double value) {
    buffer_format(out, "# HELP samskap_%s %s\n# TYPE samskap_%s %s\nsamskap_%s %.15g\n", name, help, name,
                  type, name, value);
}

static int64_t resident_bytes(void) {
    long long pages = 0;
    FILE *file = fopen("/proc/self/statm", "re");
    if (file) {
        if (fscanf(file, "%*s %lld", &pages) != 1) {
            pages = 0;
        }
        fclose(file);
    }
    return pages * sysconf(_SC_PAGESIZE);
}

static void write_live(struct buffer *out, const struct live_state *state) {
    const struct {
        const char *name, *type, *help;
        double value;
    } rows[] = {
        {"writable", "gauge", "1 while the store takes writes.", state->writable},
        {"clients", "gauge", "Clients connected.", (double)state->clients},
        {"participants", "gauge", "Participants connected.", (double)state->participants},
        {"processes_live", "gauge", "Processes in memory.", (double)state->processes_live},
        {"processes_loading", "gauge", "Processes that are being folded.", (double)state->processes_loading},
        {"events_appended_total", "counter", "Events stored.", (double)state->events_appended},
        {"events_void_total", "counter", "Events stored that the fold voided.", (double)state->events_void},
        {"notes_total", "counter", "Notes accepted.", (double)state->notes},
        {"votes_total", "counter", "Votes accepted.", (double)state->votes},
        {"commands_total", "counter", "Commands received.", (double)state->commands},
        {"commands_refused_total", "counter", "Commands refused before the journal.", (double)state->refused},
        {"batches_total", "counter", "Batches stored.", (double)state->batches},
        {"last_batch_seconds", "gauge", "Time that the last batch took to be stored.",
         (double)state->last_batch_microseconds / 1e6},
        {"last_flush_seconds", "gauge", "Time that the last fan-out took.",
         (double)state->last_flush_microseconds / 1e6},
        {"longest_flush_seconds", "gauge", "Time that the longest fan-out took.",
         (double)state->longest_flush_microseconds / 1e6},
        {"frames_made_total", "counter", "Frames made.", (double)state->frames_made},
        {"frames_sent_total", "counter", "Frames sent.", (double)state->frames_sent},
        {"bytes_sent_total", "counter", "Bytes of frames sent.", (double)state->bytes_sent},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        write_metric(out, rows[i].name, rows[i].type, rows[i].help, rows[i].value);
    }
}

static void write_net(struct buffer *out, const struct net *net) {
    const struct {
        const char *name, *type, *help;
        double value;
    } rows[] = {
        {"net_sockets", "gauge", "Connections of any kind.", (double)net->sockets},
        {"net_websockets", "gauge", "WebSockets open.", (double)net->peers},
        {"net_websockets_opened_total", "counter", "WebSockets opened.", (double)net->counters.opened},
        {"net_websockets_dead_total", "counter", "WebSockets given up for silence.",
         (double)net->counters.dead},
        {"net_messages_total", "counter", "Messages received.", (double)net->counters.messages},
        {"net_message_bytes_total", "counter", "Bytes of messages received.",
         (double)net->counters.message_bytes},
        {"net_pings_total", "counter", "Pings sent.", (double)net->counters.pings},
        {"net_requests_total", "counter", "HTTP requests.", (double)net->counters.requests},
        {"net_refused_total", "counter", "HTTP requests refused.", (double)net->counters.refused},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        write_metric(out, rows[i].name, rows[i].type, rows[i].help, rows[i].value);
    }
    buffer_format(
        out, "# HELP samskap_info The program.\n# TYPE samskap_info gauge\nsamskap_info{build=\"%.*s\"} 1\n",
        STR_ARGS(net->options.build));
    buffer_format(out,
                  "# HELP process_resident_memory_bytes Resident memory.\n"
                  "# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes %lld\n",
                  (long long)resident_bytes());
}

void metrics_answer(struct exchange *exchange) {
    struct reply reply = {.status = HTTP_STATUS_OK, .type = "text/plain; version=0.0.4; charset=utf-8"};
    struct live_state state;
    struct buffer out;
    live_get_state(exchange->net->options.live, &state);
    buffer_init(&out);
    write_live(&out, &state);
    write_net(&out, exchange->net);
    exchange_answer(exchange, &reply, (struct str){0}, buffer_str(&out));
    buffer_finish(&out);
}
