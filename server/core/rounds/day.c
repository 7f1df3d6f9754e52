#include "core/rounds/day.h"

struct civil {
    int64_t year, month, day;
};

/* Eras of 400 years, with years that begin in March, so that a leap day is a year's last
 * (howardhinnant.github.io/date_algorithms.html). */
static int64_t days_of(struct civil civil) {
    int64_t year = civil.year - (civil.month <= 2), era = (year >= 0 ? year : year - 399) / 400;
    int64_t of_era = year - era * 400;
    int64_t of_year = (153 * (civil.month + (civil.month > 2 ? -3 : 9)) + 2) / 5 + civil.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static int64_t year_of(int64_t day) {
    int64_t year = 1970 + day / 366;
    while (days_of((struct civil){year + 1, 1, 1}) <= day) {
        year++;
    }
    while (days_of((struct civil){year, 1, 1}) > day) {
        year--;
    }
    return year;
}

static bool read_number(const char *digits, size_t count, int64_t *number) {
    *number = 0;
    for (size_t i = 0; i < count; i++) {
        if (digits[i] < '0' || digits[i] > '9') {
            return false;
        }
        *number = *number * 10 + (digits[i] - '0');
    }
    return true;
}

static int64_t length_of_month(int64_t year, int64_t month) {
    struct civil next = month == 12 ? (struct civil){year + 1, 1, 1} : (struct civil){year, month + 1, 1};
    return days_of(next) - days_of((struct civil){year, month, 1});
}

bool day_parse(struct str text, int64_t *day) {
    struct civil civil;
    if (text.size != DAY_TEXT_LENGTH || text.data[4] != '-' || text.data[7] != '-' ||
        !read_number(text.data, 4, &civil.year) || !read_number(text.data + 5, 2, &civil.month) ||
        !read_number(text.data + 8, 2, &civil.day)) {
        return false;
    }
    if (civil.year < 1 || civil.month < 1 || civil.month > 12 || civil.day < 1 ||
        civil.day > length_of_month(civil.year, civil.month)) {
        return false;
    }
    *day = days_of(civil);
    return true;
}

int64_t day_monday(int64_t day) {
    int64_t weekday = (day + 3) % 7; /* 1970-01-01 was a Thursday */
    return day - (weekday < 0 ? weekday + 7 : weekday);
}

/* A week is of the year that its Thursday is of. */
struct str day_week(int64_t day, struct arena *arena) {
    int64_t thursday = day_monday(day) + 3, year = year_of(thursday);
    int64_t week = (thursday - days_of((struct civil){year, 1, 1})) / 7 + 1;
    return arena_format(arena, "%04lld-W%02lld", (long long)year, (long long)week);
}
