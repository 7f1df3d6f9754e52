// Values by schema, at random: mostly of the right form, at its bounds, or just beyond them.
import { uuid } from './client.mjs'
import { resolve } from './schemas.mjs'

const texts = ['', 'a', 'närhet', 'Samverkan\noch tillit', '👩‍👧', 'e\u0301', ' ', '\u202e', '\r\n', '<b>&"', '=1+1', 'ÅÄÖ']
const wrong = [null, true, -1, 0, 1.5, 1e300, 9007199254740993, '', 'x', [], {}, [[]], 'närhet'.repeat(400)]

export class Generator {
  // ids: by the name of the parameter that names them, things that exist, to be named often
  constructor(chance, ids) {
    this.chance = chance
    this.ids = ids
  }

  // The parameters of a method: an object most of the time.
  params(method, definition) {
    this.about = method.split('.')[0]
    return this.value(definition)
  }

  value({ schema, base }, name) {
    const { chance } = this
    if (schema.$ref) return this.value(resolve(schema.$ref, base), name)
    if (chance.maybe(0.01)) return chance.pick(wrong)
    if (schema.const !== undefined) return schema.const
    if (schema.enum) return chance.maybe(0.02) ? 'no_such' : chance.pick(schema.enum)
    switch (schema.type) {
      case 'boolean':
        return chance.maybe(0.5)
      case 'integer':
        return this.integer(schema)
      case 'string':
        return this.text(schema, name)
      case 'array':
        return Array.from({ length: this.size(schema) }, () => this.value({ schema: schema.items, base }, name))
      default:
        return this.object(schema, base)
    }
  }

  integer({ minimum = 0, maximum = 100 }) {
    const { chance } = this
    if (chance.maybe(0.05)) return chance.pick([minimum - 1, minimum, maximum, maximum + 1])
    if (maximum > 2 ** 32 && chance.maybe(0.3)) return Date.now() + chance.below(2000) - 500
    return minimum + chance.below(Math.min(maximum - minimum, 60) + 1)
  }

  text({ format, minLength = 0, maxLength = 40 }, name) {
    const { chance } = this
    const known = this.ids[name === 'id' ? this.about : name]
    if (format === 'uuid') return known && chance.maybe(0.9) ? chance.pick(known) : uuid()
    if (format === 'secret') return '0123456789abcdef'.repeat(2)
    if (chance.maybe(0.005)) return '\u0000'
    if (chance.maybe(0.05)) return 'å'.repeat(chance.pick([Math.max(minLength - 1, 0), minLength, maxLength, maxLength + 1]))
    return chance.pick(texts) + (chance.maybe(0.5) ? ` ${chance.pick(texts)}` : '')
  }

  size({ minItems = 0, maxItems = 5 }) {
    const { chance } = this
    if (chance.maybe(0.03)) return chance.pick([Math.max(minItems - 1, 0), maxItems, maxItems + 1])
    return Math.min(minItems + chance.below(4), maxItems)
  }

  object(schema, base) {
    const made = {}
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
      const required = schema.required?.includes(name)
      if (this.chance.maybe(required ? 0.99 : 0.5)) made[name] = this.value({ schema: member, base }, name)
    }
    if (this.chance.maybe(0.01)) made.unknown = 1
    return made
  }
}
