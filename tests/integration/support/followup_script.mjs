// Who comes to the follow-up day, and what is said there: 53 managers and 25 elected members of a region, fifteen
// municipalities and a university, on five sub-goals.

export const groupNames = ['Björk', 'Ek', 'Gran', 'Lind', 'Lönn', 'Rönn', 'Sälg', 'Tall']

export const subGoals = [
  { key: 'meeting', question: 'Hur får var och en ett möte som utgår från vad som är viktigt för just dem?' },
  { key: 'near', question: 'Vad flyttar vi närmare hemmet det kommande året?' },
  { key: 'together', question: 'Hur märks det att vi planerar tillsammans?' },
  { key: 'early', question: 'Var kan vi göra mer innan någon behöver vård?' },
  { key: 'learning', question: 'Hur lär vi av varandra mellan kommunerna?' },
]

export const roles = ['Chef', 'Förtroendevald']
export const levels = ['Region', 'Kommun', 'Högskola']
const levelOf = (organisation) => (organisation === 0 ? 0 : organisation < 16 ? 1 : 2)
export const organisations = Array.from({ length: 17 }, (_, i) => {
  const name = i === 0 ? 'Regionen' : i < 16 ? `Kommun ${i}` : 'Högskolan'
  return { name, type: levels[levelOf(i)] }
})

// Two in four consent to research, one does not, one never answers.
export const people = Array.from({ length: 78 }, (_, i) => {
  const organisation = i % organisations.length
  return { role: i < 53 ? 0 : 1, level: levelOf(organisation), organisation, consent: [true, false, true, undefined][i % 4] }
})

const wishes = [
  'En fast kontakt', 'Samma blankett', 'Ett gemensamt schema', 'En telefon som någon svarar i', 'Träffar varje kvartal',
  'Tid att lyssna', 'En plan som personen äger', 'Hembesök före hemgång', 'Ett team som känner området', 'Öppna siffror',
  'En samlad budget', 'Fler språk', 'En dörr in', 'Studiebesök hos varandra', 'Mindre dubbelarbete',
  'Ett ansvar som går att peka på', 'Återkoppling till nämnden', 'Stöd till anhöriga', 'Rörelse på recept', 'En gemensam introduktion',
]
const places = [
  'på vårdcentralen', 'i hemtjänsten', 'på särskilt boende', 'i skolan', 'hos elevhälsan', 'på akuten', 'i nämnden', 'på biblioteket',
  'i ambulansen', 'på apoteket', 'i ledningsgruppen', 'hos föreningarna', 'på rehab', 'i socialtjänsten', 'på förlossningen', 'i byarna',
]

// No two are the same, and none is the beginning of another.
export const wish = (n) => `${wishes[n % wishes.length]} ${places[Math.floor(n / wishes.length) % places.length]}.`

// Twenty themes, of which five are to be chosen.
export const themes = [
  'Kontinuitet', 'Tillgänglighet', 'Samordning', 'Hemmet först', 'Förebyggande', 'Delaktighet', 'Anhöriga', 'Kompetens', 'Bemanning', 'Teknik',
  'Ekonomi', 'Ledning', 'Uppföljning', 'Språk', 'Barn och unga', 'Psykisk hälsa', 'Äldre', 'Lärande', 'Transporter', 'Tillit',
]

// The first pass, three votes a person: four stand above the line of five, three share the place on it. The second is
// about these three, one vote a person.
const laid = [30, 27, 24, 21, 18, 18, 18, ...Array.from({ length: 13 }, () => 6)]
export const passes = [
  { question: 'Vilka fem börjar vi med?', budget: 3, cut: 5, result: 'hidden', laid, sides: { chosen: 4, tied: 3, out: 13 } },
  { question: 'Vilket av de tre blir det femte?', budget: 1, cut: 1, result: 'open', laid: [26, 30, 22], sides: { chosen: 1, tied: 0, out: 2 } },
]

// Whose votes they are: for each person the places of the choices that they lay one vote each on.
export function ballotPapers({ laid: votes, budget }) {
  const all = votes.flatMap((count, choice) => Array.from({ length: count }, () => choice))
  return people.map((_, person) => Array.from({ length: budget }, (__, i) => all[person + i * people.length]))
}
