// What an LPU group of twelve and two researchers does in five meetings: about going home from hospital on a Friday. Lines of
// notes are [who, text, what is more]; in the round of a scale each person's steps, statement by statement.

export const challenge = 'Den som kommer hem från sjukhus en fredag ska ha allt på plats samma kväll.'

// Whether they consent to research: true, false, or never answered. Without a device they write on paper.
export const people = {
  Moa: { seat: 'Profession 1', role: 'Profession', level: 'Kommun', consent: true },
  Sam: { seat: 'Profession 2', role: 'Profession', level: 'Kommun', consent: true },
  Kim: { seat: 'Profession 3', role: 'Profession', level: 'Kommun', consent: true, sharesWith: 'Sam' },
  Eli: { seat: 'Profession 4', role: 'Profession', level: 'Region', consent: false },
  Alva: { seat: 'Profession 5', role: 'Profession', level: 'Region', consent: true },
  Love: { seat: 'Läkare', role: 'Profession', level: 'Region', consent: true },
  Noor: { seat: 'Handläggare', role: 'Tjänsteperson', level: 'Kommun', consent: true },
  Ture: { seat: 'Chef 1', role: 'Chef', level: 'Kommun' },
  Runa: { seat: 'Chef 2', role: 'Chef', level: 'Region', consent: true },
  Siv: { seat: 'Profession 6', paper: true },
  Gun: { seat: 'Egen erfarenhet 1', paper: true },
  Bo: { seat: 'Egen erfarenhet 2', paper: true },
  Isak: { seat: 'Forskare 1', role: 'Forskare', level: 'Högskola', consent: true },
  Edda: { seat: 'Forskare 2', role: 'Forskare', level: 'Högskola', consent: true },
}

// Comes instead of somebody from a meeting on, and is a person of her own.
export const deputy = { name: 'Ylva', instead: 'Ture', from: 3, consent: false }
Object.assign(people, { [deputy.name]: { ...people[deputy.instead], consent: deputy.consent, deputy: true } })

const first = {
  'where-we-are': { Moa: [2, 2, 1, 2], Sam: [1, 2, 2, 3], Kim: [2, 1, 1, 2], Eli: [3, 2, 2, 2], Alva: [2, 3, 2, 1], Love: [1, 2, 1, 3], Noor: [2, 2, 2, 2], Ture: [3, 3, 2, 4], Runa: [2, 2, 3, 2] },
  situations: [
    ['Moa', 'Avdelningen ringde klockan tre på fredagen om en man som redan satt i taxin hem.'],
    ['Moa', 'Läkemedelslistan kom med post två dagar efter hemgången.'],
    ['Sam', 'Jag stod i trapphuset utan nyckel och visste inte vem som hade den.'],
    ['Kim', 'Sängen var inte beställd, så hon sov i fåtöljen den första natten.'],
    ['Eli', 'Vi skrev ut klockan elva och fick tag på kommunen klockan tre.', { before: 'Vi skrev ut klockan elva.' }],
    ['Alva', 'Rullatorn stod kvar på avdelningen hela helgen.'],
    ['Love', 'Jag läste epikrisen på måndagen. Då hade han varit hemma sedan torsdagen.'],
    ['Noor', 'Beslutet var klart, men ingen hade frågat vad han själv ville.'],
    ['Ture', 'Tre hemgångar samma eftermiddag och två vikarier i schemat.'],
    ['Runa', 'Vi har sex telefonnummer till kommunen och inget av dem gäller efter klockan fyra.'],
    ['Runa', 'Det är alltid samma chef som inte svarar.', { hidden: 'Den handlar om en enskild person' }],
    ['Gun', 'Min man kom hem utan att någon hade sagt det till mig.'],
    ['Gun', 'Jag visste inte vem jag skulle ringa när såret började blöda.'],
    ['Bo', 'Jag fick berätta samma sak för fyra olika personer.'],
    ['Siv', 'Lappen på kylskåpet var det enda som sa vad som hade hänt på sjukhuset.'],
    ['Isak', 'I intervjuerna är fredagen dagen då ansvaret byter händer utan att någon tar emot det.'],
    ['Edda', 'Det jag skrev i fel ruta.', { removed: true }],
  ],
  understand: [
    ['Sam', 'Vem bestämmer klockslaget för en hemgång?', { supportedBy: ['Moa', 'Kim', 'Eli', 'Alva', 'Edda'] }],
    ['Noor', 'Vad händer med den som säger nej till att åka hem på en fredag?', { supportedBy: ['Love', 'Isak'] }],
    ['Runa', 'Varför går informationen förlorad fast den står i journalen?', { supportedBy: ['Moa', 'Sam', 'Love', 'Noor'] }],
    ['Eli', 'Hur många hemgångar blir återinläggningar samma helg?', { supportedBy: ['Isak', 'Edda'] }],
    ['Gun', 'Vem frågar den anhöriga?'],
    ['Edda', 'Vad gör de som lyckas, fast de har samma schema?', { supportedBy: ['Runa'] }],
  ],
  notice: [
    ['Moa', 'Två av fem hade ingen läkemedelslista. Båda kom hem efter klockan två.'],
    ['Sam', 'När avdelningen ringde dagen innan gick allt lugnt.'],
    ['Kim', 'En dotter hade åkt och köpt en säng själv.'],
    ['Alva', 'Hjälpmedlen beställs när patienten redan är klar, aldrig före ronden.'],
    ['Noor', 'Tre samtal med samma fråga: vem har beslutet?'],
    ['Love', 'Jag blev ringd en gång av fem.'],
    ['Ture', 'På onsdagar går det bra. Då har vi personal på plats till sju.'],
    ['Siv', 'Jag skrev upp klockslagen. Ingen hemgång kom före klockan fjorton.'],
  ],
  evaluation: { Moa: [4, 3, 4], Sam: [3, 3, 4], Kim: [4, 4, 4], Eli: [4, 3, 3], Alva: [5, 4, 4], Love: [3, 2, 4], Noor: [4, 4, 5] },
  'evaluation-note': [
    ['Kim', 'Mer tid i par.'],
    ['Love', 'Börja med det svåra medan vi är pigga.'],
    ['Bo', 'Skriv större på väggen.'],
  ],
}

const second = {
  questions: [
    ['Moa', 'Gäller det också på sommaren?', { supportedBy: ['Sam', 'Eli', 'Noor'] }],
    ['Ture', 'Vem i studierna var det som ringde?', { supportedBy: ['Love'] }],
  ],
  recognise: [
    ['Moa', 'Att tidig planering hjälper stämmer, när den som planerar får tag på någon.'],
    ['Eli', 'Siffran om återinläggning känns låg hos oss.'],
    ['Alva', 'Studierna räknar inte med att hjälpmedelscentralen stänger klockan tre.'],
    ['Love', 'Det stämmer att ett samtal räcker, om det är rätt person som ringer.'],
    ['Noor', 'Hembesök före hemgång har jag aldrig sett fungera på en fredag.'],
    ['Runa', 'Vi gör checklistan, men den ligger kvar hos oss.'],
    ['Bo', 'Ingen studie har frågat den som sitter och väntar i entrén.'],
    ['Isak', 'De flesta studier slutar mäta vid utskrivningen.'],
    ['Edda', 'Det ni berättar om fredagar finns inte beskrivet någonstans.'],
  ],
  gaps: [
    ['Noor', 'Vad en trygg första kväll är för den som bor ensam.', { supportedBy: ['Moa', 'Sam', 'Kim', 'Edda'] }],
    ['Love', 'Om ett samtal dagen efter räcker i stället för ett besök.', { supportedBy: ['Alva', 'Isak'] }],
    ['Isak', 'Vad som händer mellan klockan fjorton och nitton.', { supportedBy: ['Eli', 'Runa', 'Ture'] }],
    ['Siv', 'Hur ofta nyckeln är problemet.'],
  ],
  'ask-colleague': [
    ['Moa', 'Min kollega ringer alltid dagen innan, fast det inte står i rutinen.'],
    ['Sam', 'Hon sa: jag litar på lappen, inte på datorn.'],
    ['Eli', 'Nattsköterskan visste inte att kommunen har en jourtelefon.'],
    ['Runa', 'De yngre läkarna tror att ordinationen räcker.'],
    ['Gun', 'Min granne fick veta allt, för hon arbetar där.'],
  ],
  evaluation: { Moa: [4, 4, 4], Sam: [4, 4, 4], Kim: [4, 4, 5], Eli: [4, 4, 3], Alva: [5, 4, 4], Runa: [4, 5, 4] },
  'evaluation-note': [['Eli', 'Låt forskarna fråga oss mer.'], ['Runa', 'Bra att vi fick läsa före mötet.']],
}

const third = {
  factors: [
    ['Moa', 'Större: att planeringen börjar på utskrivningsdagen.'],
    ['Sam', 'Mindre: när samma person möter hemma som har hört samtalet.'],
    ['Kim', 'Större: att nyckeln hanteras av den som råkar vara i tjänst.'],
    ['Eli', 'Större: att sängar måste fram före helgen.'],
    ['Eli', 'Mindre: en ledig läkare på förmiddagen.'],
    ['Alva', 'Mindre: ett litet lager av hjälpmedel hos kommunen.'],
    ['Love', 'Större: att ansvaret byter händer mitt på dagen.'],
    ['Noor', 'Mindre: ett beslut som gäller redan innan läkaren har sagt ja.'],
    ['Ylva', 'Större: vikarier som inte känner området.'],
    ['Runa', 'Större: sex telefonnummer.'],
    ['Bo', 'Mindre: att någon ringer på lördagen.'],
    ['Siv', 'Mindre: en lapp med namn och nummer på insidan av dörren.'],
    ['Isak', 'Större: att ingen ser helheten mellan klockan fjorton och nitton.'],
    ['Edda', 'Mindre: att den som åker hem själv får säga när den är redo.'],
  ],
  picture: [
    ['Sam', 'Alla gör sitt, men stafettpinnen ligger på marken i fem timmar.'],
    ['Noor', 'Tre organisationer räknar olika när dagen är slut.'],
    ['Runa', 'Vi skriver ut en patient och kommunen tar emot en människa.'],
    ['Gun', 'Jag är den enda som är med hela vägen, och den enda som ingen frågar.'],
    ['Edda', 'Det är en övergång utan ägare.'],
  ],
  'show-picture': [
    ['Moa', 'De kände igen stafettpinnen direkt.'],
    ['Ylva', 'Min chef frågade vad det kostar.'],
    ['Noor', 'De ville lägga till den som kör taxin.'],
    ['Isak', 'Kollegorna undrade om det är likadant i andra län.'],
  ],
  evaluation: { Moa: [5, 4, 4], Sam: [4, 4, 4], Kim: [4, 5, 4], Alva: [5, 4, 4], Noor: [4, 5, 4], Isak: [4, 4, 4] },
  'evaluation-note': [['Ylva', 'Det gick bra att komma in mitt i, tack vare bilden.']],
}

// A vote on words: three votes a person, and raised hands of those without a device.
export const ballot = {
  question: 'Vilka tre ord bär bilden?',
  choices: { stafett: 'Stafettpinnen', tillit: 'Tillit', overgang: 'Övergång', namn: 'Ett namn att ringa', forberedd: 'Förberedd' },
  votes: {
    Moa: { stafett: 1, namn: 2 },
    Sam: { stafett: 2, tillit: 1 },
    Kim: { namn: 3 },
    Eli: { forberedd: 2, overgang: 1 },
    Alva: { forberedd: 1, tillit: 1, namn: 1 },
    Love: { overgang: 3 },
    Noor: { namn: 1, tillit: 2 },
    Ylva: { stafett: 1 },
    Runa: { namn: 2, stafett: 1 },
    Isak: { overgang: 2 },
    Edda: { overgang: 1, stafett: 1 },
  },
  hands: { people: 3, votes: { namn: 6, tillit: 2, stafett: 1 } },
}

const fourth = {
  ideas: [
    ['Moa', 'En gemensam telefon som alltid bemannas mellan fjorton och nitton.', { supportedBy: ['Sam', 'Kim', 'Eli', 'Runa', 'Ylva'] }],
    ['Sam', 'En lapp med namn och nummer på insidan av dörren.', { supportedBy: ['Moa', 'Noor'] }],
    ['Alva', 'Ett litet lager: två rullatorer och en säng.', { supportedBy: ['Kim'] }],
    ['Eli', 'Ingen åker hem efter klockan fjorton på en fredag, i fyra veckor.', { supportedBy: ['Moa', 'Alva', 'Edda'] }],
    ['Gun', 'Ring mig också.'],
    ['Edda', 'Vi räknar samtalen före och under provet.', { supportedBy: ['Isak'] }],
  ],
  'trial-ready': { Moa: [4, 3, 3, 4], Sam: [4, 4, 3, 4], Kim: [3, 3, 3, 3], Eli: [3, 4, 2, 4], Alva: [5, 4, 4, 4], Noor: [4, 4, 3, 3], Ylva: [2, 2, 3, 3], Runa: [4, 3, 4, 4] },
  tried: [
    ['Moa', 'Telefonen ringde fjorton gånger på två fredagar. Tolv av dem var från avdelningen.'],
    ['Sam', 'Lappen på dörren hittades av nattpatrullen.'],
    ['Alva', 'Rullatorn räckte till tre personer.'],
    ['Runa', 'Två åkte hem på torsdagen i stället.'],
    ['Bo', 'Någon ringde på lördagen. Det var inget särskilt, men det var skönt.'],
  ],
  evaluation: { Moa: [5, 5, 4], Sam: [4, 5, 4], Eli: [4, 4, 4], Alva: [5, 5, 5], Noor: [4, 4, 4] },
  'evaluation-note': [['Noor', 'Ta med någon från taxibolaget nästa gång.'], ['Siv', 'Kaffe före, inte efter.']],
}

// Named: asked by those who lead, beside what the template has.
export const whoDoes = {
  question: 'Vad lovar du att göra till nästa gång?',
  lines: [
    ['Moa', 'Jag bemannar telefonen de två första fredagarna.'],
    ['Alva', 'Jag lånar två rullatorer av hjälpmedelscentralen.'],
    ['Runa', 'Jag säger till jouren att numret finns.'],
    ['Bo', 'Jag tar emot samtalet på lördagen.'],
    ['Edda', 'Jag gör ett enkelt protokoll att räkna i.'],
  ],
}

const fifth = {
  learnt: [
    ['Moa', 'Det är inte samtalet som tar tid, utan att leta efter vem man ska ringa.'],
    ['Sam', 'Lappen kostar ingenting och den som kommer på natten hittar den.'],
    ['Kim', 'Vi kan ändra en rutin på fyra veckor om vi gör det tillsammans.'],
    ['Eli', 'Halva kön på fredagen går att flytta till torsdagen.'],
    ['Love', 'Jag behövs tidigare, inte mer.'],
    ['Ylva', 'En telefon är billigare än en återinläggning.'],
    ['Gun', 'Att bli ringd gör skillnad också när allt är bra.'],
    ['Isak', 'Ansvarsglappet går att mäta i timmar.'],
    ['Edda', 'Frågan om den första kvällen saknar forskning och är nu en ansökan.'],
  ],
  messages: [
    ['Noor', 'Nämnden: låt beslut gälla från det att planeringen börjar.', { supportedBy: ['Moa', 'Sam', 'Kim', 'Ylva'] }],
    ['Runa', 'Regionledningen: räkna inte sängar på fredagar.', { supportedBy: ['Eli', 'Love'] }],
    ['Siv', 'Alla: skriv era nummer så att de går att läsa.'],
  ],
  step: [
    ['Moa', 'Jag visar vår telefon för grannområdet.'],
    ['Eli', 'Jag flyttar ronden till klockan åtta.'],
    ['Love', 'Jag ringer dagen innan.'],
    ['Bo', 'Jag frågar patientföreningen vad de vill veta.'],
  ],
  'where-we-are': { Moa: [4, 4, 4, 5], Sam: [4, 3, 4, 4], Kim: [4, 4, 3, 4], Eli: [4, 4, 4, 4], Alva: [5, 4, 4, 4], Love: [3, 4, 3, 5], Noor: [4, 4, 4, 4], Ylva: [4, 3, 4, 4], Runa: [5, 4, 4, 4] },
  evaluation: { Moa: [5, 5, 5], Sam: [5, 5, 4], Kim: [5, 5, 5], Eli: [4, 5, 4], Alva: [5, 5, 5], Love: [4, 4, 5], Noor: [5, 5, 4] },
  'evaluation-note': [['Moa', 'Gör om det med ett annat område.'], ['Love', 'Jag saknar fikat redan.']],
}

export const meetings = [first, second, third, fourth, fifth]

// What is carried on: [meeting, its name here, what is put]; a later line with the same name changes what it says.
export const entries = [
  [1, 'clock', { form: 'question', text: 'Vem bestämmer när någon åker hem?', state: 'open', of: ['understand', 0] }],
  [1, 'journal', { form: 'question', text: 'Varför når journalen inte fram?', state: 'open', of: ['understand', 2] }],
  [1, 'count', { form: 'step', text: 'Räkna hemgångar efter klockan fjorton', state: 'open', seat: 'Profession 4' }],
  [2, 'count', { state: 'closed', word: 'Trettioen av fyrtiofyra' }],
  [2, 'evening', { form: 'gap', text: 'Den första kvällen hemma', state: 'open', of: ['gaps', 0] }],
  [2, 'call', { form: 'known', text: 'Ett samtal dagen innan halverar frågorna', state: 'open', basis: 'research', reference: 'Översikt om utskrivning, kapitel 3' }],
  [2, 'paper', { form: 'known', text: 'Den som kommer först litar på lappen', state: 'open', basis: 'experience' }],
  [3, 'clock', { state: 'answered', outcome: 'Läkaren, efter ronden, om kommunen har svarat' }],
  [3, 'wrong', { form: 'question', text: 'Den här raden skrevs i fel lista', state: 'open' }],
  [3, 'wrong', { removed: true }],
  [4, 'phone', { form: 'trial', text: 'En telefon mellan fjorton och nitton', state: 'under_way', recipient: 'Norra området', owner: 'Moa och Runa' }],
  [4, 'door', { form: 'trial', text: 'Lapp på insidan av dörren', state: 'under_way', recipient: 'Två trapphus', seat: 'Profession 2' }],
  [5, 'phone', { state: 'closed', outcome: 'Fjorton samtal på två fredagar', learnt: 'De flesta vill bara veta vem', word: 'Vi fortsätter' }],
  [5, 'decision', { form: 'message', text: 'Låt beslut gälla från planeringens början', state: 'sent', recipient: 'Omsorgsnämnden', of: ['messages', 0] }],
  [5, 'journal', { state: 'closed', word: 'Den når fram, men ingen öppnar den' }],
]

// One's own next steps: [meeting, who, text, what is more].
export const steps = [
  [1, 'Moa', 'Fråga natten om lappen', { shared: true }],
  [1, 'Love', 'Läsa epikriserna samma dag', {}],
  [1, 'Sam', 'Kolla nyckelskåpet', { shared: true, done: true }],
  [2, 'Runa', 'Rensa bland telefonnumren', { shared: true }],
  [2, 'Noor', 'Prata med min chef om fredagar', {}],
  [3, 'Alva', 'Ring hjälpmedelscentralen', { shared: true, removed: true }],
]

// Between the meetings, in the diary: [who, about, text, tags, what is more].
export const diary = [
  ['Moa', 'observation', 'Tre samtal innan någon visste vem som hade nyckeln.', 'nyckel, telefon', { answer: 'Ta gärna upp det på träff 2.' }],
  ['Moa', 'action', 'Skrev mitt eget nummer på lappen i hallen.', 'lapp', {}],
  ['Eli', 'reflection', 'Jag skriver ut fortare när jag vet vem som svarar.', 'telefon', { answer: 'Tack, det är viktigt.' }],
  ['Sam', 'observation', 'Det här hörde inte hemma i dagboken.', 'nyckel', { removed: true }],
]

export const lecture = {
  material: { title: 'Kunskapsöversikt: hem från sjukhus', url: 'https://example.org/oversikt.pdf', about: 'Läs kapitel 3 till träff 2.' },
  summary: 'Tidig planering och ett samtal dagen innan hjälper. Nästan ingen har mätt vad som händer den första kvällen.',
}
