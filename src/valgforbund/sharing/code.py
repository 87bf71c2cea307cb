"""A short code that holds a whole envelope: to send in a message, and to print below a picture.

``VF1-`` and, in base64 for addresses, a check sum (CRC-32) and the compressed JSON. What most
scenarios have in common is known beforehand (`COMMON`), so that a council is a few hundred
characters. Blanks and ends of lines in it do not matter.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib

from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.sharing.envelope import MOST_BYTES, opened
from valgforbund.sharing.form import SCENARIO, ScenarioForm

VERSION = 1
PREFIX = re.compile(r"VF(\d{1,9})-")
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


def of(scenario: Scenario) -> str:
    """The code of a scenario; `valgforbund.read` gives it back."""
    return packed(SCENARIO.write(ScenarioForm.of(scenario)))


def read(x: str, seats: int | None = None, place: str | None = None) -> Scenario:
    """The scenario that a code holds.

    Parameters
    ----------
    x : str
        A code, such as ``"VF1-…"``, as `Scenario.code` gives it and as pictures print it.
    seats : int, optional
    place : str, optional
        Nothing for a code, which has its own: these are for tables, which are not read yet.

    Returns
    -------
    Scenario
        Equal to the one whose code it is.

    Raises
    ------
    ScenarioError
        If it is no code, is torn, or is of another kind or a later version.

    Examples
    --------
    >>> import valgforbund as vf
    >>> s = vf.Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> vf.read(s.code()) == s
    True
    """
    if not isinstance(x, str) or not PREFIX.match(x.lstrip()):
        raise ScenarioError("read_no_code", value=x)
    if seats is not None or place is not None:
        raise ScenarioError("read_code_is_whole", value=place if seats is None else seats)
    text = unpacked(x)
    kind = opened(text).kind
    if kind != SCENARIO.name:
        raise ScenarioError("read_of_a_tool", kind=kind)
    return SCENARIO.read(text).scenario()


def packed(text: bytes) -> str:
    """The code of an envelope's JSON.

    Examples
    --------
    >>> unpacked(packed(b"{}"))
    b'{}'
    """
    press = zlib.compressobj(9, zlib.DEFLATED, RAW, zdict=COMMON)
    pressed = press.compress(text) + press.flush()
    body = base64.urlsafe_b64encode(zlib.crc32(text).to_bytes(SUM) + pressed)
    return f"VF{VERSION}-{body.decode().rstrip('=')}"


def unpacked(code: str) -> bytes:
    """The JSON of a code; never more than an envelope may be, whatever it would unfold to.

    Raises
    ------
    ScenarioError
        If it is no code, is of a later version, too large or torn.
    """
    if len(code) > MOST_BYTES:
        raise ScenarioError("kept_too_large", size=len(code), limit=MOST_BYTES)
    plain = "".join(code.split())
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
