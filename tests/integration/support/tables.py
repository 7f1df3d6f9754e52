# The tables of a record in one file, as JSON on standard output: {table: [[names], [cells] …]}.
# csv: strings. xlsx: strings, and numbers where the sheet has such. sqlite: strings, numbers and nulls.
import csv, io, json, re, sqlite3, sys, zipfile
from xml.etree import ElementTree

space = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


def column_of(reference):
    number = 0
    for letter in re.match('[A-Z]+', reference).group():
        number = number * 26 + ord(letter) - 64
    return number - 1


def read_cell(cell):
    assert cell.find(space + 'f') is None, 'a formula'
    if cell.get('t') == 'inlineStr':
        text = cell.find(space + 'is').find(space + 't').text or ''
        return re.sub('_x([0-9A-Fa-f]{4})_', lambda found: chr(int(found.group(1), 16)), text)
    value = cell.find(space + 'v')
    return '' if value is None else float(value.text)


def read_sheet(xml):
    rows = []
    for row in ElementTree.fromstring(xml).iter(space + 'row'):
        cells = {column_of(cell.get('r')): read_cell(cell) for cell in row.iter(space + 'c')}
        rows.append([cells.get(i, '') for i in range(max(cells, default=-1) + 1)])
    return [row + [''] * (len(rows[0]) - len(row)) for row in rows]


def read_xlsx(path):
    book = zipfile.ZipFile(path)
    assert book.testzip() is None
    names = [sheet.get('name') for sheet in ElementTree.fromstring(book.read('xl/workbook.xml')).find(space + 'sheets')]
    return {name: read_sheet(book.read(f'xl/worksheets/sheet{i + 1}.xml')) for i, name in enumerate(names)}


def read_csv(path):
    files = zipfile.ZipFile(path)
    tables = {}
    for name in files.namelist():
        if name.endswith('.csv'):
            text = files.read(name).decode('utf-8-sig')
            separator = ';' if text.split('\n')[0].count(';') else ','
            tables[name[:-4]] = list(csv.reader(io.StringIO(text, newline=''), delimiter=separator))
    return tables


def read_sqlite(path):
    database = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
    assert database.execute('pragma integrity_check').fetchone() == ('ok',)
    tables = {}
    for (name,) in database.execute("select name from sqlite_schema where type = 'table'").fetchall():
        cursor = database.execute(f'select * from "{name}" order by rowid')
        tables[name] = [[column[0] for column in cursor.description], *map(list, cursor)]
    return tables


csv.field_size_limit(10_000_000)
readers = {'csv': read_csv, 'xlsx': read_xlsx, 'sqlite': read_sqlite}
json.dump(readers[sys.argv[1]](sys.argv[2]), sys.stdout)
