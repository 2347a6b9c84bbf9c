"""An invented code on ferries with what amends it, as files to be added to a library."""

from __future__ import annotations

from pathlib import Path

from palermo.corpus.readers import Options
from palermo.library.use_cases import add_files

__all__ = ["ACT_2005", "ACT_2010", "BILL", "CODE", "stocked"]

CODE, ACT_2005, ACT_2010, BILL = (
    "/akn/zx/act/2000-10-05/7",
    "/akn/zx/act/2005-03-01/12",
    "/akn/zx/act/2010-03-01/3",
    ("/akn/zx/bill/2020/4"),
)
_NAME = "Закон о внесении изменений в Кодекс о паромах"
_HEAD = "# ЗАКОН О ВНЕСЕНИИ ИЗМЕНЕНИЙ В КОДЕКС О ПАРОМАХ\n\n"
_FILES = {
    "code": (
        (CODE, "2001-01-01", "Кодекс о паромах"),
        "# КОДЕКС О ПАРОМАХ\n\nСтатья 1. Паром\n\n1. Паром ходит днём.\n\n2. Паром ходит медленно.\n\n"
        "Статья 2. Пристань\n\nПристань освещается фонарём.\n\nСтатья 3. Сбор\n\nСбор платит капитан.\n",
    ),
    "2005": (
        (ACT_2005, "2005-03-01", _NAME),
        f"{_HEAD}Статья 1. Внести в Кодекс о паромах от 5 октября 2000 года № 7 следующие изменения:\n\n"
        "1) в части второй статьи 1 слово «медленно» заменить словом «быстро»;\n\n"
        "2) дополнить статьёй 2-1 следующего содержания:\n\n«Статья 2-1. Колокол\n\nНа пристани висит колокол.»;\n\n"
        "3) статью 3 исключить.\n\nСтатья 2. Настоящий Закон вводится в действие с 1 апреля 2005 года.\n",
    ),
    "2010": (
        (ACT_2010, "2010-03-01", _NAME),
        f"{_HEAD}Статья 1. Внести в Кодекс о паромах следующие изменения:\n\n"
        "1) в части первой статьи 1 слово «днём» заменить словом «ночью»;\n\n"
        "2) в статье 2 слово «свечой» заменить словом «лампой».\n\n"
        "Статья 2. Настоящий Закон вводится в действие с 1 мая 2010 года.\n",
    ),
    "bill": (
        (BILL, "2020-01-01", "Законопроект о паромах"),
        "# О ВНЕСЕНИИ ИЗМЕНЕНИЙ В КОДЕКС О ПАРОМАХ\n\nСтатья 1. Внести в Кодекс о паромах следующее изменение:\n\n"
        "в части второй статьи 1 слово «быстро» заменить словами «очень быстро».\n",
    ),
    # what an official publisher made of it in 2006
    "code-2006": (
        (CODE, "2006-01-01", "Кодекс о паромах"),
        "# КОДЕКС О ПАРОМАХ\n\nСтатья 1. Паром\n\n1. Паром ходит днём.\n\n2. Паром ходит быстро.\n\n"
        "Статья 2. Пристань\n\nПристань освещается прожектором.\n\nСтатья 2-1. Колокол\n\nНа пристани висит колокол.\n",
    ),
}


def stocked(folder: Path, *names: str, lang: str = "ru") -> Path:
    """A library in the folder with these files, added in this order."""
    library = folder / "library"
    for name in names:
        (instrument, date, title), text = _FILES[name]
        file = folder / f"{name}.md"
        file.write_text(text, "utf-8")
        add_files([str(file)], library=library, options=Options(lang, title, None, date, instrument))
    return library
