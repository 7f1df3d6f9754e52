/* The one list of status codes: what can go wrong in a call. A refused command is not a status but a
 * verdict (core). Running out of memory is neither: it aborts. */
#ifndef SAMSKAP_BASE_STATUS_H
#define SAMSKAP_BASE_STATUS_H

#define STATUS_LIST(X)                                                                                       \
    X(OK, "ok")                                                                                              \
    X(INVALID, "the input is not of the form it should have")                                                \
    X(TOO_LARGE, "the input is larger than allowed")                                                         \
    X(NOT_FOUND, "not found")                                                                                \
    X(EXISTS, "exists already")                                                                              \
    X(CONFLICT, "conflicts with what is stored")                                                             \
    X(DENIED, "not allowed")                                                                                 \
    X(BUSY, "in use by somebody else")                                                                       \
    X(IO, "reading or writing failed")                                                                       \
    X(UNKNOWN_OUTCOME, "not known whether it was stored")                                                    \
    X(CORRUPT, "the stored data is damaged")                                                                 \
    X(UNSUPPORTED, "made by a newer version, or not supported here")                                         \
    X(UNAVAILABLE, "not available now")                                                                      \
    X(CANCELLED, "cancelled")                                                                                \
    X(ERASED, "erased for good")

#define STATUS_ENUMERATOR(name, text) STATUS_##name,
enum status { STATUS_LIST(STATUS_ENUMERATOR) STATUS_COUNT };
#undef STATUS_ENUMERATOR

#define MUST_CHECK __attribute__((warn_unused_result))

/* An English sentence part, never NULL, static. */
const char *status_text(enum status status);

#endif
