// Chance from a seed, so that a failing run can be repeated: SEED=… node --test FILE.
import { randomInt } from 'node:crypto'

export class Chance {
  constructor(seed = process.env.SEED ? Number(process.env.SEED) : randomInt(2 ** 31)) {
    this.seed = seed
    this.state = seed >>> 0
  }

  // [0, 1): mulberry32
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }

  below(count) {
    return Math.floor(this.next() * count)
  }

  pick(things) {
    return things[this.below(things.length)]
  }

  maybe(share) {
    return this.next() < share
  }

  shuffle(things) {
    const shuffled = [...things]
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = this.below(i + 1)
      ;[shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]]
    }
    return shuffled
  }
}
