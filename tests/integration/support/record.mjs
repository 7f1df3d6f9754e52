// What stands in a downloaded record: lines of JSON, or tables of CSV.
import assert from 'node:assert/strict'

const tableMember = 'table' // of a line: of which table it is a row

export function rowsOf(record, table) {
  return record.filter((line) => line[tableMember] === table)
}

export function notesOf(record) {
  return rowsOf(record, 'notes')
}

// Of the documentation: the votes on each choice, by its text.
export function tallyOf(record) {
  return new Map(rowsOf(record, 'votes').map(({ text, votes }) => [text, votes]))
}

// The rows of comma- or semicolon-separated text: objects by the names in the first row.
export function parseTable(text, separator) {
  const rows = [[]]
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        assert.ok(at < text.length, 'an open quote')
        if (text[at] === '"') at++
        cell += text[at]
      }
      at++
    } else {
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') cell += text[at++]
    }
    rows.at(-1).push(cell)
    if (text[at] === separator) {
      at++
      continue
    }
    if (text[at] === '\r') at++
    assert.ok(at >= text.length || text[at] === '\n', `something behind a cell: ${text.slice(at, at + 20)}`)
    at++
    if (at < text.length) rows.push([])
  }
  const [names, ...rest] = rows
  return rest.map((cells) => {
    assert.equal(cells.length, names.length)
    return Object.fromEntries(names.map((name, i) => [name, cells[i]]))
  })
}
