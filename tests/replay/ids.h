/* Ids and secrets as the wire writes them. */
#ifndef REPLAY_IDS_H
#define REPLAY_IDS_H

enum { ID_TEXT = 37, SECRET_TEXT_SIZE = 33 };

void id_text(char text[ID_TEXT]); /* a random UUID of version 4 */
void secret_text(char text[SECRET_TEXT_SIZE]);

#endif
