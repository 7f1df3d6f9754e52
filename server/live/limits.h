/* The limits of design §7 that are not the fold's: one table, each configurable under its name. */
#ifndef SAMSKAP_LIVE_LIMITS_H
#define SAMSKAP_LIVE_LIMITS_H

#include <stdint.h>

/* X(name, default, smallest, largest, what it is) */
#define LIVE_LIMITS(X)                                                                                       \
    X(frame, 32768, 1024, 32768, "bytes of one message from a client, assembled")                            \
    X(depth, 8, 4, 32, "depth of JSON")                                                                      \
    X(join_timeout, 10000, 100, 600000, "milliseconds a connection may stand without join or attend")        \
    X(commands_per_second, 20, 1, 1000000, "sustained, of one participant")                                  \
    X(commands_burst, 60, 1, 1000000, "at once, of one participant")                                         \
    X(wrong_codes_per_address, 30, 1, 1000000, "a minute, before an address that missed must wait")          \
    X(wrong_codes, 300, 1, 1000000, "a minute for the server, before addresses that missed must wait")       \
    X(connections_per_participant, 4, 1, 100, "open at once; the oldest gives way")                          \
    X(undecided, 60, 1, 1000,                                                                                \
      "commands of one connection that await their answer, before it is read no further")                    \
    X(out_frame, 32768, 4096, 1048576, "bytes of one sync frame")                                            \
    X(ping, 20000, 1000, 600000, "milliseconds between pings")                                               \
    X(pong, 30000, 1000, 600000, "milliseconds of silence after which a connection is dead")                 \
    X(idle, 600000, 1000, 86400000, "milliseconds after which a process that nobody attends leaves memory")  \
    X(file_grace, 3600000, 100, 86400000,                                                                    \
      "milliseconds for which the file of a picture is kept that nothing shows")                             \
    X(loading, 1000, 1, 100000, "messages that wait while a process is loaded")                              \
    X(connections, 20000, 1, 1000000, "of the whole server")

struct live_limits {
#define LIVE_LIMITS_MEMBER(name, standard, smallest, largest, about) int64_t name;
    LIVE_LIMITS(LIVE_LIMITS_MEMBER)
#undef LIVE_LIMITS_MEMBER
};

void live_limits_default(struct live_limits *limits);

#endif
