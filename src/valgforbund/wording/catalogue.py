"""Texts, numbers and plurals in the person's language, from the catalogues beside this file."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from numbers import Integral
from pathlib import Path

from babel import Locale
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent, get_group_symbol
from markupsafe import Markup

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.ranges import LONG, Span, about

LANGUAGES = ("da", "en")
COUNCIL_LANGUAGES = ("sv", *LANGUAGES)  # of the tool for councils on Åland, in Finland, in Sweden
NEAREST = {"nb": ("da",)}  # whose texts stand in for those that a language lacks, before English
MINUS = "−"
OF_KINDS = ("saved_of_another_kind", "read_of_a_tool")  # errors whose values are kinds of files
A_WORD = "I"  # a letter that is a word in Danish and in English
OTHERS = "others"  # what shifts calls all other lists

EXACT = 2**50  # from here on a float has no two decimals, and babel no digits


class Words:
    r"""One language; `words(language)` gives the one there is.

    A text that a language does not have yet is that of its nearest, else the English one.

    Parameters
    ----------
    language : str
    folder : Path, optional
        Where its catalogue lies, if not beside the others.

    Examples
    --------
    >>> da = words("da")
    >>> da.number(8123), da.share(0.018), da.join("ABC"), da.signed(-2)
    ('8.123', '1,8\xa0%', 'A, B og C', '−2')
    >>> da.seats(1), da.seats(2)
    ('ét mandat', '2 mandater')
    """

    def __init__(self, language: str, folder: Path | None = None) -> None:
        self.language = language
        self.locale = Locale.parse(language)
        self._catalogues = [_catalogue(language, folder)]
        others = dict.fromkeys((*NEAREST.get(language, ()), "en"))
        self._catalogues += [_catalogue(each) for each in others if each != language]

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of a key with its values filled in.

        A value called ``n`` chooses the plural, and fills in ``word``, too; one called ``letter``
        or ``letters`` fills in ``Letter`` where a sentence begins with it, and ``the_letter`` where
        it could be read as another word: "Liste I" and "liste I" for I.
        """
        n = _number(values)
        return self.template(key, n).format(word=self.word(n), **self._filled(values))

    def __contains__(self, key: str) -> bool:
        return any(each.get(key) is not None for each in self._catalogues)

    def html(self, key: str, /, **values: object) -> Markup:
        """The same as HTML: every value is escaped unless it is Markup already."""
        n = _number(values)
        return Markup(self.template(key, n)).format(word=self.word(n), **self._filled(values))  # noqa: S704 -- the template is ours, the values are escaped

    def template(self, key: str, n: int | None = None) -> str:
        """The text of a key as it stands in the catalogue."""
        for catalogue in self._catalogues:
            message = catalogue.get(key)
            if message is None or not message.string or not all(message.string):
                continue  # not translated yet
            if isinstance(message.string, str):
                return message.string
            many = catalogue.locale.plural_form(n or 0) != "one"
            return str(message.string[many])
        raise KeyError(f"{key!r} is not in the catalogue {self.language}.po")

    def error(self, error: ScenarioError) -> str:
        """What is wrong, in this language."""
        values = {
            key: self.number(value) if isinstance(value, int) else value
            for key, value in error.values.items()
        }
        if values.get("source") == OTHERS:
            values["source"] = self("slider.others")
        if (named := f"election.{values.get('election')}") in self:
            values["election"] = self(named)
        for which in ("kind", "wanted"):
            if (called := f"error_kind.{values.get(which)}") in self:
                values[which] = self(called)
        text = self.template(f"error.{error.code}")
        if values.get("value") == "":
            text = self._nothing_typed(text)
        return text.format(**values)

    def plain(self, error: ScenarioError) -> str:
        """The same for programmers: numbers without marks, values as they are."""
        values = {
            key: self(f"error_kind.{value}")
            if error.code in OF_KINDS and f"error_kind.{value}" in self
            else value
            for key, value in error.values.items()
        }
        return self.template(f"error.{error.code}").format(**values)

    def number(self, value: int) -> str:
        """A whole number with marks between the thousands; of very many digits how many.

        Examples
        --------
        >>> words("da").number(8123), words("da").number(-(10**5000))
        ('8.123', '−≈10^5000')
        """
        if abs(value) >= LONG:
            return about(value)
        return f"{value:,}".replace(",", self._thousands)

    def share(self, value: float, digits: int = 1) -> str:
        """A share of 1 as per cent."""
        return str(format_percent(value, format=f"#,##0.{'0' * digits}\xa0%", locale=self.locale))

    def per_cent(self, value: float) -> str:
        """A share of 1 as a number of per cent to edit: at most two decimals, no sign."""
        return str(format_decimal(value * 100, format="0.##", locale=self.locale))

    def decimal(self, value: Fraction | float) -> str:
        """A number with at most two decimals, such as a quotient.

        Examples
        --------
        >>> words("da").decimal(1234.5), words("da").decimal(7)
        ('1.234,5', '7')
        """
        if abs(float(value)) >= EXACT:
            return self.number(round(value))
        return str(format_decimal(float(value), format="#,##0.##", locale=self.locale))

    def signed(self, value: int) -> str:
        """A change with its sign; 0 has none."""
        if abs(value) >= LONG:
            return f"{'+' * (value > 0)}{about(value)}"
        return f"+{value}" if value > 0 else f"{MINUS}{-value}" if value else "0"

    def span(self, span: Span) -> str:
        """A number, or least and most where a lot decides.

        Examples
        --------
        >>> words("da").span(Span(2, 3))
        '2–3'
        """
        low = self.number(span.low)
        return f"{low}–{self.number(span.high)}" if span.is_open else low

    def signed_span(self, span: Span) -> str:
        """A change, or the least and most where a lot decides."""
        if not span.is_open:
            return self.signed(span.low)
        return f"{self.signed(span.low)}…{self.signed(span.high)}"

    def word(self, n: int | None) -> str:
        """A small number as a word, a large one in digits.

        Examples
        --------
        >>> words("da").word(2), words("da").word(40)
        ('to', '40')
        """
        if n is None:
            return ""
        return self._count_words[n] if 0 <= n < len(self._count_words) else self.number(n)

    def seats(self, n: int) -> str:
        """A number of seats."""
        return self("seats", n=n) if n else self("seats_zero")

    def own(self, letter: str) -> str:
        """The genitive of a letter, an abbreviation, a figure or a name.

        Source: Retskrivningsordbogen (2012) §§ 6 and 21.

        Examples
        --------
        >>> words("da").own("M"), words("da").own("Moderaterne"), words("da").own("De Frie i Års")
        ("M's", 'Moderaternes', "De Frie i Års'")
        >>> words("en").own("M")
        "M's"
        """
        last = letter[-1:]
        if last in "sSzZxX":
            return self("own_after_s", letter=letter)
        is_word = last.islower() or last == "."
        return self("own" if is_word else "own_abbreviation", letter=letter)

    def votes(self, n: int) -> str:
        """A number of votes.

        Examples
        --------
        >>> words("da").votes(1), words("da").votes(8123)
        ('1 stemme', '8.123 stemmer')
        """
        return self("votes", n=n, votes=self.number(n))

    def seats_span(self, span: Span) -> str:
        """A number of seats, or least and most where a lot decides."""
        if not span.is_open:
            return self.seats(span.low)
        if span.high - span.low > 1:
            return self("seats_range", low=span.low, high=span.high)
        key = "seats_either" if span.high == 1 else "seats_either_many"
        return self(key, low=span.low, high=span.high)

    def join(self, items: Iterable[str]) -> str:
        """Items as an enumeration: A, B og C."""
        return str(format_list([str(item) for item in items], locale=self.locale))

    def either(self, items: Iterable[str]) -> str:
        """Items of which one is enough: A, B eller C."""
        return str(format_list([str(item) for item in items], style="or", locale=self.locale))

    @property
    def marks(self) -> str:
        """The thousands marks that people type in this language."""
        return parsing.ENGLISH if self.language == "en" else parsing.DANISH

    def _filled(self, values: dict[str, object]) -> dict[str, object]:
        """The values as they are filled in."""
        found = _short(values)
        for name in ("letter", "letters"):
            letter = found.get(name)
            if letter is None:
                continue
            is_a_word = (letter.striptags() if isinstance(letter, Markup) else letter) == A_WORD
            for gap, key in ((name.title(), "list_first"), (f"the_{name}", "list_within")):
                plain = Markup("{} {}") if isinstance(letter, Markup) else "{} {}"
                found[gap] = plain.format(self.template(key), letter) if is_a_word else letter
        return found

    def _nothing_typed(self, text: str) -> str:
        """A sentence that ends in what was got, where that is nothing."""
        wanted, _, got = text.rpartition("; ")
        return f"{wanted}; {self('alert.empty')}." if "{value}" in got and wanted else text

    @cached_property
    def _thousands(self) -> str:
        return str(get_group_symbol(self.locale))

    @cached_property
    def _count_words(self) -> list[str]:
        return self.template("count_words").split("|")


def _short(values: dict[str, object]) -> dict[str, object]:
    """The values as they are filled in."""
    return {
        name: about(value) if isinstance(value, int) and abs(value) >= LONG else value
        for name, value in values.items()
    }


def _number(values: dict[str, object]) -> int | None:
    n = values.get("n")
    return int(n) if isinstance(n, Integral) else None  # numpy's, too, as frames have them


def own_name(language: str) -> str:
    """What a language calls itself.

    Examples
    --------
    >>> own_name("da"), own_name("en"), own_name("sv"), own_name("nb")
    ('Dansk', 'English', 'Svenska', 'Norsk bokmål')
    """
    name = str(Locale.parse(language).display_name)
    return name[:1].upper() + name[1:]


def words(language: str, languages: tuple[str, ...] = LANGUAGES) -> Words:
    """The texts of one of the languages that there are here, read once."""
    if language not in languages:
        raise ScenarioError("language_unknown", value=language, languages=", ".join(languages))
    return _read(language)


@cache
def _catalogue(language: str, folder: Path | None = None) -> Catalog:
    where: Traversable = folder or files(__package__)
    with where.joinpath(f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


@cache
def _read(language: str) -> Words:
    return Words(language)
