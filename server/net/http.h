/* Which request is answered by whom. */
#ifndef SAMSKAP_NET_HTTP_H
#define SAMSKAP_NET_HTTP_H

#include "net/exchange.h"

/* The headers are there: answers, asks somebody else, or waits for the body. */
void http_requested(struct exchange *exchange);
void http_body(struct exchange *exchange, const char *bytes, size_t size);
void http_body_whole(struct exchange *exchange);

/* desk.c: log-ins, one-time links, participants' cookies */
void desk_log_in(struct exchange *exchange);
void desk_accept_invite(struct exchange *exchange);
void desk_log_out(struct exchange *exchange);
void desk_put_token(struct exchange *exchange);
/* download.c: /transcript/PROCESS[/SESSION]?view=…&format=…&profile=…&study=… */
void download_transcript(struct exchange *exchange);
/* metrics.c */
void metrics_answer(struct exchange *exchange);

#endif
