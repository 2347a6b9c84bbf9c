"""A guided tour on the terminal: questions, the commands that answer them, results, and what was written."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.output import Output

__all__ = ["Tour"]


class Tour:
    """Text between the results, and the reports that were written."""

    def __init__(self, title: str, out: Path) -> None:
        self.out = out
        self.library = out / "library"
        self.library_option = f"--library {self.library}"
        self.screen = Output("text", None).screen()
        self._written: list[tuple[Path, str]] = []
        self._steps = 0
        click.echo(self.screen.title(title))

    def say(self, text: str) -> None:
        from palermo.report.format.terminal import wrap

        click.echo("\n".join(["", *wrap(text, self.screen.width)]))

    def step(self, question: str, *commands: str) -> None:
        """A question, and the commands that answer it."""
        from palermo.report.format.terminal import wrap

        self._steps += 1
        click.echo(f"\n\n{self.screen.title(f'{self._steps}. {question}')}")
        for command in commands:
            lines = wrap(f"palermo {command}", self.screen.width - 2, first="  $ ", rest="      ")
            click.echo(self.screen.faint(" \\\n".join(lines)))

    def show(self, result: str) -> None:
        click.echo("\n" + result.strip("\n"))

    def keep(self, name: str, about: str, content: str) -> None:
        """Write a report."""
        path = self.out / name
        Output(path.suffix[1:], path).write(content)
        self._written.append((path, about))

    def reports(self, afterwards: str) -> None:
        """The list of what was written."""
        self._steps += 1
        click.echo("\n\n" + self.screen.title(f"{self._steps}. The whole reports"))
        for path, about in self._written:
            click.echo(f"  {path}\n      {about}")
        self.say(afterwards)
