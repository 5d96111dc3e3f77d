"""How a function becomes a command: the options that work everywhere, and errors as lines."""

from __future__ import annotations

import gc
import inspect
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from claimtrack.cli.console import Console
    from claimtrack.config import Settings, Value
    from claimtrack.rules.model import RuleSet
    from claimtrack.toml import Document
    from claimtrack.tracker import Tracker

EVERYWHERE: Mapping[str, tuple[Any, Value]] = {
    "model": (
        Annotated[
            str | None,
            typer.Option(metavar="NAME", help="A spaCy pipeline instead of the embedded one."),
        ],
        None,
    ),
    "rules": (
        Annotated[
            str | None,
            typer.Option(metavar="DIR", help="A folder of your own rules, over the shipped ones."),
        ],
        None,
    ),
    "config": (
        Annotated[str | None, typer.Option(metavar="FILE", help="A configuration file.")],
        None,
    ),
    "quiet": (
        Annotated[bool, typer.Option("--quiet", help="Errors alone on standard error.")],
        False,
    ),
    "verbose": (
        Annotated[bool, typer.Option("--verbose", help="Stack traces of errors too.")],
        False,
    ),
}
"""Options that work with every command: how each is declared, and its default."""
UsageError: type[Exception] = typer.BadParameter.__bases__[0]
"""What Typer raises for a wrong command line; of it, Typer exports only a subclass."""

DONE, FOUND, FAILED = 0, 1, 2
"""Exit statuses: done; done with findings; something could not be done."""


@dataclass(frozen=True)
class Session:
    """What a command runs with: the settings in force, the console, the tracker when asked for."""

    settings: Settings
    console: Console

    def value(self, name: str) -> Value:
        return self.settings.values[name].value

    @property
    def own_rules(self) -> tuple[Path | Document, ...]:
        """What is laid over the shipped rules: the user's folder, then what configuration changes."""
        folder = self.value("rules")
        return (*([Path(folder)] if isinstance(folder, str) else []), *self.settings.changes)

    @cached_property
    def tracker(self) -> Tracker:
        """Loaded on first use: the language model takes a second."""
        with _lasting():
            from claimtrack.tracker import load

            model = self.value("model")
            return load(model if isinstance(model, str) else None, *self.own_rules)

    @cached_property
    def ruleset(self) -> RuleSet:
        """The rules in force, without a language model."""
        from claimtrack.paths import shipped_rules
        from claimtrack.rules.rulefile import load_rules

        return load_rules(shipped_rules(), *self.own_rules)


@contextmanager
def _lasting() -> Iterator[None]:
    """What is made within stays to the end: the garbage collector need not go through it."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


Body = Callable[..., int]


def command(app: typer.Typer, name: str) -> Callable[[Body], Body]:
    """Registers ``body(session, …) -> exit status`` with the options that work everywhere.

    Those may also stand before the command's name. No error leaves a command but as lines.
    """

    def register(body: Body) -> Body:
        signature = inspect.signature(body, eval_str=True)
        own = [each for each in signature.parameters.values() if each.name != "session"]

        def run(context: typer.Context, **given: Any) -> None:
            common = {option: given.pop(option) for option in EVERYWHERE}
            raise typer.Exit(_guarded(body, _joined(context, common), given))

        _sign(run, own)
        run.__doc__ = body.__doc__
        app.command(name)(run)
        return body

    return register


def before_commands(app: typer.Typer, version: Callable[[], str] | None = None) -> None:
    """Lets the options that work everywhere stand before a command; none at all shows the help.

    ``version``: what --version shows, where there is to be one.
    """

    def run(context: typer.Context, **given: Any) -> None:
        if version is not None and given.pop("version"):
            typer.echo(version())
            raise typer.Exit(DONE)
        earlier = context.obj or {}
        context.obj = {name: value or earlier.get(name) for name, value in given.items()}
        if context.invoked_subcommand is None:
            typer.echo(context.get_help())

    show = Annotated[bool, typer.Option("--version", help="Show the version.")]
    kind = inspect.Parameter.KEYWORD_ONLY
    own = [inspect.Parameter("version", kind, default=False, annotation=show)]
    _sign(run, own if version is not None else [])
    app.callback(invoke_without_command=True)(run)


def _sign(run: Callable[..., None], own: Sequence[inspect.Parameter]) -> None:
    """Gives ``run`` the signature that Typer reads: the context, its own, those of everywhere."""
    keyword = inspect.Parameter.KEYWORD_ONLY
    context = inspect.Parameter(
        "context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
    )
    everywhere = [
        inspect.Parameter(name, keyword, default=default, annotation=annotation)
        for name, (annotation, default) in EVERYWHERE.items()
    ]
    parameters = [context, *(each.replace(kind=keyword) for each in own), *everywhere]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters}


def _joined(context: typer.Context, common: dict[str, Value]) -> dict[str, Value]:
    """The command's own options over those before its name."""
    earlier: Mapping[str, Value] = context.obj or {}
    return {name: value or earlier.get(name) for name, value in common.items()}


def _guarded(body: Body, common: dict[str, Value], given: Mapping[str, Any]) -> int:
    from claimtrack.cli.console import Console

    console = Console(bool(common["quiet"]), bool(common["verbose"]))
    try:
        session = _session(common)
        console = session.console
        return body(session, **given)
    except UsageError:
        raise
    except BrokenPipeError:
        from claimtrack.cli.output import stop_output

        stop_output()
        return DONE
    except Exception as error:
        console.failed(error)
        return FAILED


def _session(common: dict[str, Value]) -> Session:
    from claimtrack.cli.console import Console
    from claimtrack.config import Surroundings, settings_in_force

    file = common.pop("config")
    named = Path(file) if isinstance(file, str) else None
    settings = settings_in_force(common, named, Surroundings(Path.cwd(), os.environ))
    values = settings.values
    return Session(settings, Console(bool(values["quiet"].value), bool(values["verbose"].value)))
