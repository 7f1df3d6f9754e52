#include "app/demo_texts.h"

#include "base/random.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

const char *const demo_names[DEMO_PEOPLE] = {
    "Agneta", "Ali",   "Annika",  "Arvid",  "Berit", "Bo",     "Camilla", "Daniel", "Elin",
    "Emma",   "Eva",   "Fatima",  "Gunnar", "Hanna", "Henry",  "Ida",     "Ingrid", "Jamal",
    "Johan",  "Karin", "Kerstin", "Lars",   "Lena",  "Maja",   "Mats",    "Nadja",  "Olof",
    "Pia",    "Rolf",  "Sara",    "Siv",    "Tomas", "Yvonne",
};

const char *const demo_roles[DEMO_ROLES] = {"Chef", "Förtroendevald", "Tjänsteperson"};

const struct demo_organisation demo_organisations[DEMO_ORGANISATIONS] = {
    {"Region Solmarken", "region"},      {"Granhöjdens kommun", "kommun"}, {"Lillåkra kommun", "kommun"},
    {"Björkuddens kommun", "kommun"},    {"Stenforsa kommun", "kommun"},   {"Kvarnsunda kommun", "kommun"},
    {"Solmarkens högskola", "högskola"},
};

const char *const demo_goals[DEMO_GOALS] = {
    "Att den som är sjuk slipper berätta samma sak fem gånger.",
    "En väg in, oavsett vem som har ansvaret.",
    "Trygg hemgång från sjukhuset, också på en fredag.",
    "Att vi lär känna varandra över gränserna.",
    "Mindre tid i bilen, mer tid med människor.",
    "Att barn och unga får hjälp innan det blir stort.",
    "Personal som stannar och trivs.",
    "Att äldre kan bo kvar hemma så länge de vill.",
    "Gemensamma mål som går att följa upp.",
    "Att vi slutar skicka folk mellan oss.",
    "Samma kvalitet i hela länet, inte bara i stan.",
    "Att anhöriga orkar.",
    "Digitala möten när det passar, fysiska när det behövs.",
    "En plan per person i stället för en per huvudman.",
    "Mod att pröva i liten skala.",
    "Att vi frågar patienten vad som är viktigt.",
    "Fast läkare som känner mig.",
    "Färre onödiga besök på akuten.",
    "Att den tysta kunskapen i hemtjänsten räknas.",
    "Närmare samarbete mellan skola och elevhälsa.",
    "Kortare väg från forskning till vardag.",
    "Att politiken håller i när det blåser.",
    "Bättre uppföljning av det som faktiskt hjälper.",
    "Rörligare team som kommer hem till folk.",
    "Att förebygga i stället för att laga.",
    "En journal som alla inblandade kan läsa.",
    "Lika chans till god hälsa var man än bor.",
    "Att ingen behöver vara ensam om sin oro.",
    "Enklare språk i alla brev.",
    "Att vi delar på bilar, lokaler och kunnande.",
    "Tydligt vem jag ringer en lördagskväll.",
    "Att medarbetarna får vara med och bestämma.",
    "Mer kontinuitet: samma ansikten i dörren.",
    "Att vi vågar sluta med sådant som inte fungerar.",
    "Hela människan, inte bara diagnosen.",
    "Att de som är nya i Sverige hittar rätt.",
    "Ett gemensamt sätt att räkna på kostnader.",
    "Att det vi bestämmer i dag märks om ett år.",
    "Trygghet i livets slutskede, där man vill vara.",
    "Mer rehabilitering hemma.",
    "Att små kommuner också får tillgång till experter.",
    "Roligare möten där fler kommer till tals.",
};

const char *const demo_words[DEMO_PEOPLE][DEMO_FIELDS] = {
    {"samverkan", "trygghet", "närhet"},
    {"tillsammans", "individen i centrum", "trygghet"},
    {"Samverkan", "tillit", "enkelhet"},
    {"att samverka", "närhet", "jämlikhet"},
    {"samarbete", "tryggheten", "delaktighet"},
    {"Tillsammans", "närhet", "effektivitet"},
    {"individen i centrum", "samverkan", "respekt"},
    {"trygghet", "samarbete", "öppenhet"},
    {"samverkan", "jämlikhet", "trygg"},
    {"närhet", "tillsammans", "mod"},
    {"Trygghet", "individen i centrum", "samarbete"},
    {"samverka", "tillsammans", "enkelhet"},
    {"effektivitet", "samverkan", "närheten"},
    {"tillit", "trygghet", "tillsammans"},
    {"Individen i centrum", "närhet", "lyhördhet"},
    {"samarbeta", "trygghet", "jämlik"},
    {"samverkan", "enkelhet", "tillgänglighet"},
    {"tillsammans", "samarbete", "trygghet"},
    {"närhet", "individen i centrum", "effektivitet"},
    {"jämlikhet", "samverkan", "tryggheten"},
    {"tillit", "samarbetet", "individen i centrum"},
    {"enkelhet", "tillsammans", "samverkan"},
    {"Närhet", "trygghet", "glädje"},
    {"samverkan", "delaktighet", "individen i centrum"},
    {"effektivt", "samarbete", "tillsammans"},
    {"trygghet", "jämlikhet", "mod"},
    {"tillsammans", "Samverkan", "respekt"},
    {"kontinuitet", "närhet", "samarbete"},
    {"enkelt", "trygghet", "samverkan"},
    {"individen i centrum", "jämlikhet", "tillit"},
    {"samverkan", "effektivitet", "tillsammans"},
    {"helhetssyn", "samarbete", "närhet"},
    {"trygghet", "enkelhet", "tillsammans"},
};

static const char *const acts[] = {
    "Bjuda in",         "Ringa",
    "Äta lunch med",    "Boka ett möte med",
    "Lyssna mer på",    "Gå bredvid en dag hos",
    "Lära oss av",      "Dela våra erfarenheter med",
    "Be om hjälp från", "Skriva en gemensam rutin med",
};

static const char *const others[] = {
    "primärvården",   "hemtjänsten i grannkommunen",
    "elevhälsan",     "de äldre på vårt boende",
    "vårdcentralen",  "patientföreningarna",
    "de anhöriga",    "forskarna på högskolan",
    "socialtjänsten", "rehabteamet",
    "ungdomsrådet",   "våra egna nattmedarbetare",
};

static const char *const ends[] = {
    ".",
    " redan i morgon.",
    " innan sommaren.",
    " och berätta om det på nästa träff.",
    " för att förstå hela vägen.",
    " så att ingen faller mellan stolarna.",
    ", i liten skala först.",
};

size_t demo_chance(size_t below) {
    uint32_t number;
    random_bytes(&number, sizeof number);
    return number % below;
}

void demo_write_step(struct buffer *text) {
    buffer_append_str(text, str_of(acts[demo_chance(COUNT(acts))]));
    buffer_append_byte(text, ' ');
    buffer_append_str(text, str_of(others[demo_chance(COUNT(others))]));
    buffer_append_str(text, str_of(ends[demo_chance(COUNT(ends))]));
}
