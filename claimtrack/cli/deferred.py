"""Commands whose modules are imported when one of them is run: a list of commands does without."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand

from claimtrack.cli.command import command


class Deferred(TyperCommand):
    """A command of which the name and the summary are known."""

    def loaded(self) -> Any:
        """The command itself: in the module of its name a function, or an application of several."""
        name = str(self.name)
        found = getattr(import_module(f"claimtrack.cli.{name}"), name)
        if isinstance(found, typer.Typer):
            return typer.main.get_command(found)
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        command(alone, name)(found)
        return typer.main.get_command(alone)

    def make_context(self, *given: Any, **settings: Any) -> Any:
        """That of the command itself, which is what then runs."""
        return self.loaded().make_context(*given, **settings)


def deferred(app: typer.Typer, name: str, summary: str) -> None:
    """Registers a command by its name and the first line of its help."""
    app.command(name, cls=Deferred, help=summary)(lambda: None)
