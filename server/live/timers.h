/* What a room does by itself when its time has come: rounds that end, work that is due, leaving memory. */
#ifndef SAMSKAP_LIVE_TIMERS_H
#define SAMSKAP_LIVE_TIMERS_H

#include "live/alarm.h"

void room_ring(struct alarm *alarm); /* room->alarm */

#endif
