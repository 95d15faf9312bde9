"""Makes SaslTables.bin, which SaslTables.cs reads: `python3 make-sasl-tables.py`.

The stringprep tables are those of RFC 3454 (Unicode 3.2), as RFC 4013 uses them; normalisation is that of the Unicode version of the Python that runs
this. Code points that Unicode 3.2 lacks are left out of the normalisation data: SASLprep forbids them before it would be asked for.

Everything is a sequence of LEB128 numbers: five range tables (count, then gap and length of each), combining classes (count, then gap and
class), decompositions (count, then gap, length and code points), compositions (count, then first, second and composite).
"""

import stringprep
import unicodedata

ALL = range(0x110000)
SURROGATES = range(0xD800, 0xE000)


def number(n):
    out = bytearray()
    while n > 0x7F:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    out.append(n)
    return bytes(out)


def ranges(contains):
    found = []
    for code in ALL:
        if contains(chr(code)):
            if found and found[-1][1] == code - 1:
                found[-1][1] = code
            else:
                found.append([code, code])
    out, at = number(len(found)), 0
    for first, last in found:
        out += number(first - at) + number(last - first)
        at = last
    return out


def forbidden(c):
    return any(table(c) for table in (
        stringprep.in_table_a1, stringprep.in_table_c12, stringprep.in_table_c21, stringprep.in_table_c22, stringprep.in_table_c3, stringprep.in_table_c4,
        stringprep.in_table_c5, stringprep.in_table_c6, stringprep.in_table_c7, stringprep.in_table_c8, stringprep.in_table_c9))


def known(code):
    return code not in SURROGATES and not stringprep.in_table_a1(chr(code))


data = b"".join(ranges(t) for t in (
    stringprep.in_table_c12, stringprep.in_table_b1, forbidden, stringprep.in_table_d1, stringprep.in_table_d2))

classes = [(c, unicodedata.combining(chr(c))) for c in ALL if known(c) and unicodedata.combining(chr(c))]
data, at = data + number(len(classes)), 0
for code, value in classes:
    data += number(code - at) + number(value)
    at = code

HANGUL = range(0xAC00, 0xD7A4)  # Decomposed and composed by arithmetic.
decompositions = [(c, unicodedata.normalize("NFKD", chr(c))) for c in ALL if known(c) and c not in HANGUL]
decompositions = [(c, d) for c, d in decompositions if d != chr(c)]
data, at = data + number(len(decompositions)), 0
for code, to in decompositions:
    data += number(code - at) + number(len(to)) + b"".join(number(ord(c)) for c in to)
    at = code

compositions = []
for code in ALL:
    parts = unicodedata.decomposition(chr(code)).split()
    if known(code) and len(parts) == 2 and "<" not in parts[0] and unicodedata.normalize("NFC", chr(code)) == chr(code):
        compositions.append((int(parts[0], 16), int(parts[1], 16), code))
data += number(len(compositions))
for triple in compositions:
    data += b"".join(number(n) for n in triple)

with open("SaslTables.bin", "wb") as file:
    file.write(data)
