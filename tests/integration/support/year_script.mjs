// What a steering group has on its table in a year, and who sits in it.
export const questions = [
  'samordnad individuell plan', 'digital tillsyn på natten', 'den gemensamma jourtelefonen', 'hemgång på fredagar', 'rehabilitering i hemmet', 'läkare på särskilt boende',
  'unga som flyttar mellan kommuner', 'anhörigas roll', 'tolk vid vårdplanering', 'det gemensamma språket', 'uppföljning med nyckeltal', 'hjälpmedel över gränsen',
  'psykisk ohälsa hos äldre', 'sommarens bemanning', 'förebyggande hembesök', 'delad dokumentation', 'nästa års färdplan',
]

// By seat of the template: who holds it, from which meeting on.
export const holders = {
  'Kommun 1': [[1, 'Berit']],
  'Kommun 2': [[1, 'Hassan'], [6, 'Ingrid']],
  'Kommun 3': [[1, 'Lars']],
  'Region 1': [[1, 'Petra'], [11, 'Jonas']],
  'Region 2': [[1, 'Mikael']],
  Högskolan: [[1, 'Sofia'], [6, 'Tove'], [14, 'Sofia']],
}

const homes = { 'Kommun 1': 'bergskommunen', 'Kommun 2': 'skogskommunen', 'Kommun 3': 'sjökommunen', 'Region 1': 'primärvården', 'Region 2': 'sjukhuset', Högskolan: 'forskargruppen' }

export const views = {
  today: (seat, question) => `Från ${homes[seat]} ser vi att ${question} ofta faller mellan stolarna.`,
  homework: (seat, question) => `Hemma i ${homes[seat]} säger de att ${question} behöver en gemensam rutin.`,
  'evaluation-note': (seat, question) => `Ge ${question} mer tid nästa gång.`,
}

// Everybody's word on the three statements of the evaluation: better towards the end of the year.
export const stands = (number, place) => [0, 1, 2].map((statement) => 1 + ((number + place + statement) % 3) + (number > 8 ? 2 : 0))
export const choice = (number, place) => (number + place) % 3
