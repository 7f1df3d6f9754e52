#include "net/silence.h"

#include "live/limits.h"

enum { LOOKS = 4 }; /* in the time that an answer is given */

static int64_t answer_time(const struct live_limits *limits) {
    return limits->pong > limits->ping ? limits->pong - limits->ping : limits->ping;
}

int64_t silence_round(const struct live_limits *limits) {
    int64_t slack = answer_time(limits);
    return (slack < limits->ping ? slack : limits->ping) / LOOKS;
}

/* A ping goes out up to a round late; half of the time to answer it is always left. */
enum silence silence_judge(const struct live_limits *limits, int64_t silent, int64_t asked) {
    if (asked < 0) {
        return silent >= limits->ping ? SILENCE_ASK : SILENCE_FINE;
    }
    return silent >= limits->pong && asked >= answer_time(limits) / 2 ? SILENCE_OVER : SILENCE_FINE;
}
