/* What a silent connection gets: a ping, then time to answer it, then its end. Never the end without a ping
 * that it had time to answer, however late it is looked at. Pure. */
#ifndef SAMSKAP_NET_SILENCE_H
#define SAMSKAP_NET_SILENCE_H

#include <stdint.h>

struct live_limits;

enum silence { SILENCE_FINE, SILENCE_ASK, SILENCE_OVER };

/* Between two looks at a connection, in milliseconds: short beside the time that an answer is given. */
int64_t silence_round(const struct live_limits *limits);
/* Milliseconds since anything was heard, and since it was asked after that; asked -1: it was not. */
enum silence silence_judge(const struct live_limits *limits, int64_t silent, int64_t asked);

#endif
