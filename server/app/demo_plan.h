/* What the demonstration's facilitator has planned: who may come, the day, its agenda and questions. */
#ifndef SAMSKAP_APP_DEMO_PLAN_H
#define SAMSKAP_APP_DEMO_PLAN_H

#include "app/demo_day.h"

void demo_add_process(struct demo *demo);
void demo_put_session(struct demo *demo);
void demo_put_agenda(struct demo *demo); /* all but the ballot, whose choices are not known yet */

#endif
