/* How a participant comes in: by code or link, by a return link or a slip, or (whom the process knows) by the
 * session. */
#ifndef SAMSKAP_LIVE_JOINING_H
#define SAMSKAP_LIVE_JOINING_H

struct call;

void joining_join(struct call *call);

#endif
