/* Diagnostics for whoever runs the server: one line each on standard error. Never texts, names or secrets of
 * people: ids and counts only. Any thread. */
#ifndef SAMSKAP_BASE_DIAG_H
#define SAMSKAP_BASE_DIAG_H

enum diag_level { DIAG_INFO, DIAG_WARNING, DIAG_ERROR };

void diag(enum diag_level level, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
