"""The Danish that people read: the catalogue, the notebooks' prose, the README's Danish terms."""

import json
import re
from pathlib import Path

from babel.messages.pofile import read_po

import valgforbund

ROOT = Path(__file__).parents[1]
CATALOGUE = Path(valgforbund.__file__).parent / "wording" / "da.po"
SWEDISH = {"jamforelsetal", "proportionella-val"}

# what is not prose: code, tags, gaps, and values as Python writes them
NOT_PROSE = re.compile(
    r"```.*?```|`[^`]*`|<[^>]+>|\{\{.*?\}\}|\{[^}]*\}"
    r"|\[[^\]]*'.*?\]\]?|python3 run\.py [\w -]+",
    re.DOTALL,
)


def translations() -> dict[str, str]:
    """Every text of the Danish catalogue, by its key; the plural has a key of its own."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="da")
    found: dict[str, str] = {}
    for message in catalogue:
        ids = [message.id] if isinstance(message.id, str) else message.id
        texts = [message.string] if isinstance(message.string, str) else message.string
        found |= dict(zip(ids, texts, strict=True))
    return {key: text for key, text in found.items() if key}


def markdown() -> dict[str, str]:
    """The prose of every Danish notebook, by its name."""
    found = {}
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        cells = json.loads(path.read_text("utf-8"))["cells"]
        prose = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
        found[path.name] = "\n\n".join(prose)
    return {name: text for name, text in found.items() if Path(name).stem not in SWEDISH}


def terms() -> dict[str, str]:
    """What stands in italics in the README: Danish terms in English prose."""
    readme = (ROOT / "README.md").read_text("utf-8")
    return {f"README: {each}": each for each in re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", readme)}


def prose() -> dict[str, str]:
    """All of it by where it stands, with a box in place of what is not prose."""
    every = translations() | markdown() | terms()
    return {where: NOT_PROSE.sub("□", text) for where, text in every.items()}
