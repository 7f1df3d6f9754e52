#include "live/limits.h"

void live_limits_default(struct live_limits *limits) {
#define SET_DEFAULT(name, standard, smallest, largest, about) limits->name = (standard);
    LIVE_LIMITS(SET_DEFAULT)
#undef SET_DEFAULT
}
