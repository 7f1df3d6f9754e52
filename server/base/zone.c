#include "base/zone.h"

#include <unicode/ucal.h>
#include <unicode/ustring.h>

enum { ZONE_UNITS = 64 };

bool zone_is_known(struct str name) {
    UChar text[ZONE_UNITS], canonical[ZONE_UNITS];
    int32_t size = 0;
    UBool is_system = 0;
    UErrorCode error = U_ZERO_ERROR;
    if (str_is_empty(name) || name.size > ZONE_UNITS) {
        return false;
    }
    u_strFromUTF8(text, ZONE_UNITS, &size, name.data, (int32_t)name.size, &error);
    ucal_getCanonicalTimeZoneID(text, size, canonical, ZONE_UNITS, &is_system, &error);
    return U_SUCCESS(error) && is_system;
}
