/* Uploading pictures: POST /picture/PROCESS, the file as the body.
 *
 * Headers: may they, and is there room → the body comes, counted → the program samskap-picture makes two
 * pictures of it, one file at a time → live stores them → their names are told. */
#ifndef SAMSKAP_NET_UPLOAD_H
#define SAMSKAP_NET_UPLOAD_H

#include "net/exchange.h"

enum { UPLOADS = 4, UPLOADS_OF_ONE = 2 /* at once, of an account */ };

void upload_begin(struct exchange *exchange);
/* Its client has gone before the file was there. */
void upload_abandon(struct upload *upload);

#endif
