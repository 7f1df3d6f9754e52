/* Pictures: GET /picture/PROCESS/ID[?size=small], by the ticket that the page's connection was given. A room
 * looks at one picture at once: its bytes are read once, and lie on a shelf for as long as somebody is being
 * sent them, and a little longer. */
#ifndef SAMSKAP_NET_PICTURE_H
#define SAMSKAP_NET_PICTURE_H

#include "net/exchange.h"

void picture_answer(struct exchange *exchange);

struct shelf *shelf_create(void);
/* Nobody is being sent anything. Takes NULL. */
void shelf_destroy(struct shelf *shelf);
/* Lets go of what was not asked for in a while. */
void shelf_tend(struct shelf *shelf);
/* What an exchange was sent from the shelf is sent, or will not be. */
void shelf_release(struct book *book);

#endif
