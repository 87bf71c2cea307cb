"""The text that holds an envelope: ``VF1-``, a check sum (CRC-32) and the compressed JSON.

In base64 for addresses. What most scenarios have in common is known beforehand (`COMMON`), so that
a council is a few hundred characters. What a mail puts around and between does not matter: blanks,
ends of lines, quotation marks, the ">" of a reply, hyphens that are not seen.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib

from valgforbund.errors import ScenarioError
from valgforbund.sharing.envelope import MOST_BYTES

VERSION = 1
PREFIX = re.compile(r"VF(\d{1,9})-")
AROUND = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff\"'`´»«”“„’‘<>|]+")
PIECE = re.compile(r"[A-Za-z0-9_-]+")  # of a code
IN_TEXT = re.compile(r"\bVF\d{1,9}-[A-Za-z0-9_-]{4}")  # where one may begin among words
SHORTEST = 24  # characters of what is called a torn code, among words
MOST_PIECES = 400  # lines and words that are tried as parts of one
SUM = 4  # bytes of the check sum
RAW = -zlib.MAX_WBITS  # no header: the check sum is our own

# What a compressor may point back to. A code of this version is read with exactly these letters:
# whoever changes one of them breaks every code that was ever printed, and makes a new version.
COMMON = (
    '"},"tied":["winners":["alliance":"drawn":[{"notes":["alliances_unknown","size_assumed"],'
    '{"letter":"E","votes":,"candidates":,"name":"Borgerlisten{"letter":"P","votes":,"name":'
    '"Lokallisten{"letter":"Q","votes":,"name":"Frihedslisten{"letter":"D","votes":,"name":'
    '"Nye Borgerlige{"letter":"G","votes":,"name":"Veganerpartiet{"letter":"K","votes":,"name":'
    '"Kristendemokraterne{"letter":"H","votes":,"name":"{"letter":"L","votes":,"name":"'
    '{"kind":"scenario","version":1,"state":{"lists":['
    '{"letter":"A","votes":,"name":"Socialdemokratiet"},'
    '{"letter":"B","votes":,"name":"Radikale Venstre"},'
    '{"letter":"C","votes":,"name":"Det Konservative Folkeparti"},'
    '{"letter":"F","votes":,"name":"SF - Socialistisk Folkeparti"},'
    '{"letter":"I","votes":,"name":"Liberal Alliance"},'
    '{"letter":"M","votes":,"name":"Moderaterne"},'
    '{"letter":"O","votes":,"name":"Dansk Folkeparti"},'
    '{"letter":"V","votes":,"name":"Venstre, Danmarks Liberale Parti"},'
    '{"letter":"Æ","votes":,"name":"Danmarksdemokraterne - Inger Støjberg"},'
    '{"letter":"Ø","votes":,"name":"Enhedslisten - De Rød-Grønne"},'
    '{"letter":"Å","votes":,"name":"Alternativet"}'
    '],"seats":25,"alliances":[{"lists":["A","B","F","Ø","Å"]},'
    '{"lists":["C","I","M","O","V","Æ"]}],"place":"","election":"KV2025"}}'
).encode()


def packed(text: bytes, effort: int = 9) -> str:
    """The code of an envelope's JSON; more effort (1 to 9) makes it shorter.

    Examples
    --------
    >>> unpacked(packed(b"{}"))
    b'{}'
    """
    press = zlib.compressobj(effort, zlib.DEFLATED, RAW, zdict=COMMON)
    pressed = press.compress(text) + press.flush()
    body = base64.urlsafe_b64encode(zlib.crc32(text).to_bytes(SUM) + pressed)
    return f"VF{VERSION}-{body.decode().rstrip('=')}"


def bare(code: str) -> str:
    r"""A code without what a mail put around and between.

    Examples
    --------
    >>> bare("> »VF1-AB\n> CD« ")
    'VF1-ABCD'
    """
    return AROUND.sub("", code)


def is_code(text: str) -> bool:
    """Whether a text begins as a code does, whatever a mail put around it.

    Examples
    --------
    >>> is_code("> VF1-AB"), is_code("A: 1234")
    (True, False)
    """
    return bool(PREFIX.match(bare(text[:100])))


def code_in(text: str) -> str | None:
    r"""The code in a text, whatever words stand before and behind it; None where there is none.

    The check sum tells where it ends: the words of a mail could be parts of it, too. Of a code
    that is torn, all that may be it.

    Examples
    --------
    >>> code = packed(b'{"kind": "scenario"}')
    >>> code_in(f"Hej Mette, her er den:\n> {code[:9]}\n> {code[9:]}\n\nHilsen Bo") == code
    True
    >>> code_in("A: 1234") is None
    True
    """
    torn = text if is_code(text) else None
    for start in [0] * (torn is not None) + [each.start() for each in IN_TEXT.finditer(text)][:5]:
        whole = ""
        pieces: list[str] = AROUND.split(text[start:].lstrip(), maxsplit=MOST_PIECES)
        for piece in filter(None, pieces[:MOST_PIECES]):
            found = PIECE.match(piece)
            whole += found[0] if found else ""
            if _is_whole(whole):
                return whole
            if not found or found[0] != piece:  # a full stop, a word of another alphabet
                break
        torn = torn or (whole if len(whole) >= SHORTEST else None)
    return torn


def _is_whole(code: str) -> bool:
    found = PREFIX.match(code)
    if found is None or int(found[1]) != VERSION:
        return False
    try:
        unpacked(code)
    except ScenarioError as error:
        return error.code == "kept_too_large"
    return True


def unpacked(code: str) -> bytes:
    """The JSON of a code; never more than an envelope may be, whatever it would unfold to.

    Raises
    ------
    ScenarioError
        If it is no code, is of a later version, too large or torn.
    """
    if len(code) > MOST_BYTES:
        raise ScenarioError("kept_too_large", size=len(code), limit=MOST_BYTES)
    plain = bare(code)
    found = PREFIX.match(plain)
    if not found:
        raise ScenarioError("read_no_code", value=code)
    if int(found[1]) != VERSION:
        raise ScenarioError("code_version_unknown", version=found[0][:-1], known=f"VF{VERSION}")
    try:
        body = plain[found.end() :]
        data = base64.b64decode(body + "=" * (-len(body) % 4), altchars=b"-_", validate=True)
        press = zlib.decompressobj(RAW, zdict=COMMON)
        text = press.decompress(data[SUM:], MOST_BYTES + 1)
    except (binascii.Error, ValueError, zlib.error):
        raise ScenarioError("code_torn", value=code) from None
    if len(text) > MOST_BYTES:
        raise ScenarioError("kept_too_large", size=len(text), limit=MOST_BYTES)
    whole = press.eof and not press.unused_data
    if not whole or zlib.crc32(text) != int.from_bytes(data[:SUM]):
        raise ScenarioError("code_torn", value=code)
    return text
