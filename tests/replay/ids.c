#include "ids.h"

#include <sodium.h>
#include <stdint.h>

#include "base/id.h"
#include "base/random.h"

void id_text(char text[ID_TEXT]) {
    id_format(random_id(), text);
}

void secret_text(char text[SECRET_TEXT_SIZE]) {
    uint8_t bytes[16];
    randombytes_buf(bytes, sizeof bytes);
    sodium_bin2hex(text, SECRET_TEXT_SIZE, bytes, sizeof bytes);
}
