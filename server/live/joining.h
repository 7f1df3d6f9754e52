/* How a client comes in: join (a participant, by code or link), attend (a host by log-in, a display by its
 * token). Each is a walk through steps of which some must wait (a wrong code's delay, loading, events of the
 * participant's); the message is then held and the walk begun again from the start, with more of it done. */
#ifndef SAMSKAP_LIVE_JOINING_H
#define SAMSKAP_LIVE_JOINING_H

struct call;

void joining_join(struct call *call);
void joining_attend(struct call *call);

#endif
