/* Requests that change nothing in any journal. */
#ifndef SAMSKAP_LIVE_ASKING_H
#define SAMSKAP_LIVE_ASKING_H

struct call;

void asking_digest(struct call *call);
void asking_words_page(struct call *call);
void asking_words_notes(struct call *call);
void asking_writing(struct call *call);

#endif
