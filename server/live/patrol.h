/* After a start every process is looked after once, whoever comes: a round whose deadline passed while nobody
 * was there is ended, and what nobody may keep is emptied. One is loaded at a time, and leaves memory again
 * when that is done. */
#ifndef SAMSKAP_LIVE_PATROL_H
#define SAMSKAP_LIVE_PATROL_H

struct live;
struct patrol;

/* Of the processes that the house has now. */
struct patrol *patrol_create(struct live *live);
void patrol_destroy(struct patrol *patrol); /* takes NULL */
/* Goes on, where it can. */
void patrol_turn(struct patrol *patrol);

#endif
